package org.wardbeat.systemtests.chaos;

import org.wardbeat.wire.ward.BedId;

/**
 * A condition that a device had.
 *
 * @param bed where
 * @param condition its code
 * @param onsetMicros when it began, by the device's clock
 * @param endMicros when it ended, by the device's clock; 0 while it lasts
 * @param certain whether every bridge must have heard of it
 */
record Occurrence(BedId bed, String condition, long onsetMicros, long endMicros, boolean certain) {}

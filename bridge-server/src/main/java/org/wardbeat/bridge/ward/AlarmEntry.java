package org.wardbeat.bridge.ward;

import org.wardbeat.wire.ward.Alarm;

/**
 * An alarm was raised, changed or ended.
 *
 * @param sequence counts up from 1 over all beds
 * @param bed the bed
 * @param occupancy {@link BedDefinition#occupancy()} of the bed as it happened
 * @param alarm the alarm from then on
 */
public record AlarmEntry(long sequence, PublishedBed bed, long occupancy, Alarm alarm) {}

package org.wardbeat.systemtests.chaos;

import java.util.NavigableSet;
import java.util.TreeSet;
import org.wardbeat.wire.ward.BedId;

/**
 * A time in which a device measured more than its limit allows.
 *
 * @param bed where
 * @param readings when each value beyond the limit was measured, by the device's clock
 * @param disturbed whether anything went wrong meanwhile
 */
record Breach(BedId bed, NavigableSet<Long> readings, boolean disturbed) {
  Breach {
    readings = new TreeSet<>(readings);
  }
}

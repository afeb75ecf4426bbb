package org.wardbeat.station.review;

import org.wardbeat.wire.ward.BedId;

/**
 * Whose alarms are meant.
 *
 * @param unit the unit; empty for all
 * @param bed the bed of it; empty for all of them
 */
record Place(String unit, String bed) {
  static final Place EVERYWHERE = new Place("", "");

  static Place of(BedId bed) {
    return new Place(bed.unit(), bed.bed());
  }

  boolean covers(BedId other) {
    return (unit.isEmpty() || unit.equals(other.unit()))
        && (bed.isEmpty() || bed.equals(other.bed()));
  }
}

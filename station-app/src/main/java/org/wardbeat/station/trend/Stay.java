package org.wardbeat.station.trend;

import org.jspecify.annotations.Nullable;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.wire.ward.Patient;

/**
 * Who lies in a bed, as far as it can be told. What is remembered of one stay is never shown in
 * another.
 *
 * @param occupied whether somebody does
 * @param patient who, null if nobody or if names are not shown
 * @param device the device's identifier
 * @param birth the device's birth number
 * @param occupancy what the bridge counts with each change of patient or device
 */
public record Stay(
    boolean occupied, @Nullable Patient patient, String device, long birth, long occupancy) {

  /** The stay that a snapshot shows. */
  public static Stay of(BedSnapshot bed) {
    return new Stay(bed.occupied(), bed.patient(), bed.device(), bed.birth(), bed.occupancy());
  }

  /**
   * Whether both are certainly the same patient: by the identifier, whatever the device; without
   * one, only if nothing at all has changed.
   */
  public boolean isSameAs(Stay other) {
    Patient one = patient;
    if (one == null || one.identifier().isBlank()) {
      return equals(other);
    }
    return occupied == other.occupied && one.equals(other.patient);
  }
}

package org.wardbeat.station.panel;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Patient;

/**
 * Whom a form was opened for, so that nothing meant for one patient reaches another.
 *
 * @param bed the bed
 * @param occupied whether somebody lay in it
 * @param occupancy changes with whoever lies in the bed, as long as a bridge runs
 * @param patient who, null if that was not told
 * @param device the device's identifier
 */
public record Subject(
    BedId bed, boolean occupied, long occupancy, @Nullable Patient patient, String device) {
  /** Whoever is in a bed now. */
  public static Subject of(BedSnapshot bed) {
    return new Subject(bed.id(), bed.occupied(), bed.occupancy(), bed.patient(), bed.device());
  }

  /** Whether a bed still has the same patient and device. */
  public boolean is(@Nullable BedSnapshot now) {
    return now != null
        && now.id().equals(bed)
        && now.occupied() == occupied
        && now.device().equals(device)
        && Objects.equals(now.patient(), patient)
        && (patient != null || now.occupancy() == occupancy);
  }
}

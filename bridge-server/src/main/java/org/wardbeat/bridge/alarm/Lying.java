package org.wardbeat.bridge.alarm;

import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.ward.Admission;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.Stay;

/**
 * What is known of who lies in a bed at one moment. Immutable.
 *
 * @param stay what people have said
 * @param check whether it has to be checked who lies there, of this occupancy
 * @param occupancy up to which the bed's ward loop was heard; 0 before it said anything
 * @param occupied whether somebody lay there then, or before a restart
 * @param device the device that was there then, empty if there was none
 */
public record Lying(Stay stay, boolean check, long occupancy, boolean occupied, String device) {
  /** Nothing is known. */
  public static final Lying UNKNOWN = new Lying(Stay.UNSAID, false, 0, false, "");

  /**
   * Whether it has to be checked who lies in a bed, once its device says something: another device
   * is there than before, or it names somebody else than a person has admitted. Once it has to be,
   * it has to be until a person has done so, or nobody lies there.
   *
   * @param deviceNow the device that is there now
   * @param named whom it names, null if nobody
   */
  public boolean isToCheck(String deviceNow, @Nullable Patient named) {
    Patient occupant = stay.occupant(named);
    if (occupant == null) {
      return false;
    }
    boolean otherDevice = occupied && !device.equals(deviceNow);
    boolean doubtful = otherDevice || stay.isContradicted(named);
    return check || (doubtful && !isConfirmed(stay, deviceNow, occupant));
  }

  /**
   * The same once a person has said something: whoever was confirmed with the device that is there
   * need not be checked, and whoever was confirmed with another one does.
   *
   * @param said what is said from now on
   * @param heard whether the device was heard
   * @param named whom it names, null if nobody
   */
  boolean isToCheckOnce(Stay said, boolean heard, @Nullable Patient named) {
    Admission admission = said.admission();
    if (!heard) {
      return check && (admission == null || !admission.device().equals(device));
    }
    Patient occupant = said.occupant(named);
    if (occupant == null || isConfirmed(said, device, occupant)) {
      return false;
    }
    return check || (admission != null && !admission.named());
  }

  /** Whether a person has confirmed who lies there with the device that is there. */
  boolean isConfirmed(@Nullable Patient named) {
    Patient occupant = stay.occupant(named);
    return occupant != null && isConfirmed(stay, device, occupant);
  }

  private static boolean isConfirmed(Stay stay, String device, Patient occupant) {
    Admission admission = stay.admission();
    return admission != null && admission.device().equals(device) && admission.isOf(occupant);
  }
}

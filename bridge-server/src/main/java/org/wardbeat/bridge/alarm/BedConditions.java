package org.wardbeat.bridge.alarm;

import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Patient;

/**
 * Where a ward loop says what it sees of a bed's alarm conditions. What it says first is heard
 * first.
 *
 * <p>Patients are told apart by a digest of who they are, so that no names are stored or shared.
 */
public final class BedConditions {
  private final AlarmSystem system;
  private final BedId bed;

  BedConditions(AlarmSystem system, BedId bed) {
    this.system = system;
    this.bed = bed;
  }

  /**
   * The bed is here, or somebody else lies in it, or another device is there; comes before all
   * reports of that. Alarms of a former patient are over, and so are limits, pauses and entries;
   * with another device, what lasted is over but what is latched stays. Blocks while the system is
   * behind.
   *
   * @param occupancy grows with each change of patient or device
   * @param named whom the device names, null if nobody
   * @param device the device's identifier, empty if there is none
   * @param check whether it has to be checked who lies there
   * @param stayVersion of what people have said, by which that was decided
   */
  public void occupied(
      long occupancy, @Nullable Patient named, String device, boolean check, long stayVersion) {
    system.submit(new AlarmInput.Occupied(bed, occupancy, named, device, check, stayVersion));
  }

  /** The bed is taken away: all its alarms are over. Blocks while the system is behind. */
  public void removed() {
    system.submit(new AlarmInput.Removed(bed));
  }

  /**
   * Says what a source sees of a condition; saying it again changes nothing. Blocks while the
   * system is behind.
   *
   * @param occupancy of the bed as this was seen
   */
  public void report(long occupancy, ConditionSource source, ConditionChange change) {
    system.submit(new AlarmInput.Report(bed, occupancy, source, change));
  }

  /** By what the bed's alarms are judged now. Any thread. */
  public BedAlarming alarming() {
    return system.alarming(bed);
  }

  /** What is known of who lies there now. Any thread. */
  public Lying lying() {
    return system.alarming(bed).lying();
  }
}

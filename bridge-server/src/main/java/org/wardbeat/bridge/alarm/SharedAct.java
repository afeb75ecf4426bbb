package org.wardbeat.bridge.alarm;

import org.wardbeat.wire.ward.Acknowledgement;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.BedId;

/**
 * What bridges tell each other, so that an act on one is known to all. Merging is idempotent and
 * the order does not matter: acknowledgements are united, of everything else the newest wins.
 */
public sealed interface SharedAct {
  /**
   * Somebody saw to an alarm.
   *
   * @param bed the bed
   * @param condition code of its condition
   * @param onsetDeviceMicros its onset by the device's clock
   * @param priority how urgent it was then; once it is more urgent, it waits again
   * @param by who and when
   */
  record Acknowledged(
      BedId bed,
      String condition,
      long onsetDeviceMicros,
      AlarmPriority priority,
      Acknowledgement by)
      implements SharedAct {
    static Acknowledged of(BedId bed, Alarm alarm, Acknowledgement by) {
      return new Acknowledged(
          bed, alarm.condition(), alarm.onsetDeviceMicros(), alarm.priority(), by);
    }
  }

  /**
   * Alarms are held back, or no longer.
   *
   * @param hold what holds them back
   */
  record Held(Hold hold) implements SharedAct {}

  /**
   * Somebody set limits.
   *
   * @param bed the bed
   * @param patient for whom, as {@link BedConditions} tells patients apart
   * @param limits what they are
   */
  record Limited(BedId bed, String patient, LimitsInForce limits) implements SharedAct {}

  /**
   * Somebody said who lies in a bed or who sees to it.
   *
   * @param bed the bed
   * @param stay what all have said until then
   */
  record Stayed(BedId bed, StayInForce stay) implements SharedAct {}

  /**
   * Somebody observed something.
   *
   * @param bed the bed
   * @param patient of whom, as {@link BedConditions} tells patients apart
   * @param observed what
   */
  record Entered(BedId bed, String patient, Observed observed) implements SharedAct {}
}

package org.wardbeat.bridge.alarm;

import org.wardbeat.wire.ward.Alarm;

/** Is told what became of a bed's alarms. Called on the alarms' thread; must not block. */
public interface AlarmOutlet {
  /**
   * An alarm was raised, changed or ended, and that is stored.
   *
   * @param occupancy of the bed as the alarm was raised
   * @param alarm what it is from now on
   */
  void announce(long occupancy, Alarm alarm);

  /** {@link BedConditions#alarming()} is another. */
  void alarmingChanged();
}

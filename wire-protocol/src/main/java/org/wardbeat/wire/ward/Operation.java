package org.wardbeat.wire.ward;

import java.util.List;

/** What an operator may want of a bridge. */
public sealed interface Operation {
  /** Longest reason, in characters. */
  int MAX_REASON = 256;

  /** Longest inactivation, in seconds: a day. */
  int MAX_INACTIVATION_SECONDS = 86_400;

  /**
   * Somebody sees to an alarm. Done again, it changes nothing.
   *
   * @param bed the bed
   * @param condition code of its condition
   * @param onsetDeviceMicros its onset by the device's clock
   */
  record Acknowledge(BedId bed, String condition, long onsetDeviceMicros) implements Operation {}

  /**
   * Holds alarms back for a time, or no longer.
   *
   * @param unit the unit
   * @param bed the bed, empty for the whole unit
   * @param kind what is held back
   * @param seconds for how long from now, 0 to end it, at most {@value #MAX_INACTIVATION_SECONDS}
   * @param reason why, at most {@value #MAX_REASON} characters
   */
  record Inactivate(String unit, String bed, Inactivation kind, int seconds, String reason)
      implements Operation {}

  /**
   * Sets a bed's limits.
   *
   * @param bed the bed
   * @param baseVersion version of the limits that were changed, so that of two who change them at
   *     once one hears of it
   * @param limits the new ones
   * @param reason why, at most {@value #MAX_REASON} characters
   */
  record SetLimits(BedId bed, long baseVersion, AlarmLimits limits, String reason)
      implements Operation {}

  /**
   * Tells what no device measures.
   *
   * @param bed the bed
   * @param entries what was observed now, at most one of each parameter
   */
  record EnterObservations(BedId bed, List<ScoreEntry> entries) implements Operation {
    public EnterObservations {
      entries = List.copyOf(entries);
    }
  }
}

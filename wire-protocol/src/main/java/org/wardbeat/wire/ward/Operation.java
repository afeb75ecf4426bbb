package org.wardbeat.wire.ward;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

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
  record Acknowledge(BedId bed, String condition, long onsetDeviceMicros) implements Operation {
    /**
     * @throws IllegalArgumentException if the condition's code is missing or too long
     */
    public Acknowledge {
      Alarm.requireCondition(condition);
    }
  }

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
      implements Operation {
    /**
     * @throws IllegalArgumentException if unit or bed is not one, or time or reason are out of
     *     range
     */
    public Inactivate {
      BedId.requireUnitOrBed(unit, bed);
      if (seconds < 0 || seconds > MAX_INACTIVATION_SECONDS) {
        throw new IllegalArgumentException(
            "seconds: expected 0 to %d, got %d".formatted(MAX_INACTIVATION_SECONDS, seconds));
      }
      requireReason(reason);
    }
  }

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
      implements Operation {
    /**
     * @throws IllegalArgumentException if the version is negative or the reason too long
     */
    public SetLimits {
      if (baseVersion < 0) {
        throw new IllegalArgumentException("baseVersion: expected at least 0, got " + baseVersion);
      }
      requireReason(reason);
    }
  }

  /**
   * Tells what no device measures.
   *
   * @param bed the bed
   * @param entries what was observed now, at most one of each parameter
   */
  record EnterObservations(BedId bed, List<ScoreEntry> entries) implements Operation {
    /**
     * @throws IllegalArgumentException if a parameter comes twice
     */
    public EnterObservations {
      entries = List.copyOf(entries);
      Set<ScoreParameter> seen = EnumSet.noneOf(ScoreParameter.class);
      for (ScoreEntry entry : entries) {
        if (!seen.add(entry.parameter())) {
          throw new IllegalArgumentException(
              "entries: expected each parameter at most once, got %s again"
                  .formatted(entry.parameter()));
        }
      }
    }
  }

  private static void requireReason(String reason) {
    if (reason.length() > MAX_REASON) {
      throw new IllegalArgumentException(
          "reason: expected at most %d characters, got %d".formatted(MAX_REASON, reason.length()));
    }
  }
}

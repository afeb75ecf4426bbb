package org.wardbeat.wire.ward;

/**
 * What of alarms is held back for a time, as IEC 60601-1-8 names it. The ordinal is its number on
 * the wire.
 */
public enum Inactivation {
  /** Alarms show but do not sound. */
  AUDIO_PAUSED,
  /** No alarm is raised. */
  ALARM_PAUSED,
  /** The patient is away: nothing is evaluated. */
  STANDBY
}

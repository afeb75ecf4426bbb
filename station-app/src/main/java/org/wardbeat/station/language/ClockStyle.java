package org.wardbeat.station.language;

/** How times of day are written. */
public enum ClockStyle {
  /** {@code 21:41:08}. */
  HOURS_24,
  /** {@code 9:41:08 PM}. */
  HOURS_12
}

package org.wardbeat.station.overview;

import org.wardbeat.station.presentation.Severity;

/**
 * The one clock of all flashes: 2.0 Hz for high, 0.5 Hz for medium priority, half on and half off;
 * within the rates of IEC 60601-1-8.
 */
public final class FlashClock {
  private static final long HIGH_NANOS = 250_000_000;
  private static final long MEDIUM_NANOS = 1_000_000_000;

  private boolean highOff;
  private boolean mediumOff;

  /** Moves on to a moment; returns whether a phase changed. */
  public boolean advance(long nowNanos) {
    boolean high = Math.floorMod(nowNanos / HIGH_NANOS, 2) == 1;
    boolean medium = Math.floorMod(nowNanos / MEDIUM_NANOS, 2) == 1;
    boolean changed = high != highOff || medium != mediumOff;
    highOff = high;
    mediumOff = medium;
    return changed;
  }

  /** Whether something of a priority is in the off phase now. */
  public boolean isOff(Severity severity) {
    return switch (severity) {
      case HIGH -> highOff;
      case MEDIUM -> mediumOff;
      case LOW, NONE -> false;
    };
  }
}

package org.wardbeat.station.presentation;

import java.time.Duration;

/** How old what is known of a bed is, in the steps in which it is shown. */
public enum AgeBand {
  /** In colour. */
  FRESH,
  /** In colour, the wave blank from its gap on. */
  BLANK,
  /** Without a wave, dimmed, with its age. */
  DIM,
  /** {@code ---}, the last known values told apart. */
  OLD,
  /** {@code ---} only. */
  LOST;

  /** The band of an age in microseconds; each begins at its timer. */
  public static AgeBand of(long ageMicros, Timers timers) {
    if (ageMicros < micros(timers.blank())) {
      return FRESH;
    }
    if (ageMicros < micros(timers.dim())) {
      return BLANK;
    }
    if (ageMicros < micros(timers.old())) {
      return DIM;
    }
    return ageMicros < micros(timers.lost()) ? OLD : LOST;
  }

  /**
   * When a bed leaves this band if nothing more is heard of it; never, {@link Long#MAX_VALUE}, for
   * the last.
   *
   * @param silentSinceMicros when its source spoke last
   */
  long endMicros(long silentSinceMicros, Timers timers) {
    return switch (this) {
      case FRESH -> silentSinceMicros + micros(timers.blank());
      case BLANK -> silentSinceMicros + micros(timers.dim());
      case DIM -> silentSinceMicros + micros(timers.old());
      case OLD -> silentSinceMicros + micros(timers.lost());
      case LOST -> Long.MAX_VALUE;
    };
  }

  /** Whether values of this age are shown as live. */
  public boolean isLive() {
    return this == FRESH || this == BLANK;
  }

  /** Whether values of this age are shown as {@code ---}. */
  public boolean isInvalid() {
    return this == OLD || this == LOST;
  }

  private static long micros(Duration duration) {
    return duration.toNanos() / 1_000;
  }
}

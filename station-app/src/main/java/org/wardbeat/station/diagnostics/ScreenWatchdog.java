package org.wardbeat.station.diagnostics;

/**
 * Notices when the screen stands still: pulses come about 60 times a second as long as the
 * user-interface thread runs. Confined to that thread.
 */
final class ScreenWatchdog {
  static final long STALL_NANOS = 1_000_000_000;

  private static final long SECOND_NANOS = 1_000_000_000;

  private long lastNanos;
  private boolean started;
  private long longestNanos;
  private int stalls;
  private long secondNanos;
  private int pulsesInSecond;
  private double framesPerSecond;

  /** A pulse happens. */
  void pulse(long nowNanos) {
    if (started) {
      long since = nowNanos - lastNanos;
      longestNanos = Math.max(longestNanos, since);
      stalls += since >= STALL_NANOS ? 1 : 0;
      count(nowNanos);
    } else {
      secondNanos = nowNanos;
    }
    started = true;
    lastNanos = nowNanos;
  }

  private void count(long nowNanos) {
    pulsesInSecond++;
    long passed = nowNanos - secondNanos;
    if (passed >= SECOND_NANOS) {
      framesPerSecond = pulsesInSecond * (double) SECOND_NANOS / passed;
      pulsesInSecond = 0;
      secondNanos = nowNanos;
    }
  }

  int stalls() {
    return stalls;
  }

  long longestNanos() {
    return longestNanos;
  }

  double framesPerSecond() {
    return framesPerSecond;
  }
}

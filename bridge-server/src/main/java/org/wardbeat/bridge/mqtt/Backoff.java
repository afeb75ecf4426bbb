package org.wardbeat.bridge.mqtt;

import java.util.random.RandomGenerator;

/**
 * Delays between attempts: an exponential bound, capped, then full jitter, and never under a floor,
 * so that bridges that lost a broker together do not return together. Used by one thread.
 */
final class Backoff {
  private final Timing timing;
  private final RandomGenerator random;
  private int failures;

  Backoff(Timing timing, RandomGenerator random) {
    this.timing = timing;
    this.random = random;
  }

  /** The delay before the next attempt, in milliseconds. */
  long nextMillis() {
    long bound = Math.min(timing.capMillis(), (long) timing.baseMillis() << Math.min(failures, 20));
    failures++;
    return Math.max(timing.floorMillis(), random.nextLong(bound + 1));
  }

  /** The last connection was a good one. */
  void reset() {
    failures = 0;
  }
}

package org.wardbeat.simulator.device;

import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: doubled each time up to a cap, then fully jittered, and
 * never below a floor, so that neither one client nor a ward of them hammers a broker.
 */
final class Backoff {
  static final long FLOOR_NANOS = 250_000_000L;
  static final long CAP_NANOS = 8_000_000_000L;
  private static final long BASE_NANOS = 500_000_000L;
  private static final int DOUBLINGS = 5;

  private final RandomGenerator random;
  private int failures;

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  long nextNanos() {
    long limit = Math.min(CAP_NANOS, BASE_NANOS << Math.min(failures, DOUBLINGS));
    failures++;
    return FLOOR_NANOS + random.nextLong(limit - FLOOR_NANOS + 1);
  }

  void reset() {
    failures = 0;
  }
}

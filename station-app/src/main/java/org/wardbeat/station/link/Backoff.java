package org.wardbeat.station.link;

import java.util.random.RandomGenerator;

/**
 * Delays between connection attempts: exponential growth, capped, then full jitter (Brooker,
 * "Exponential Backoff and Jitter", 2015), so that the stations of a hospital do not return all at
 * once; and a floor, so that no path connects in a tight loop.
 */
final class Backoff {
  private static final int MAX_DOUBLINGS = 20;

  private final long floorNanos;
  private final long baseNanos;
  private final long capNanos;
  private final RandomGenerator random;

  Backoff(LinkTimers timers, RandomGenerator random) {
    floorNanos = timers.retryFloor().toNanos();
    baseNanos = timers.retryBase().toNanos();
    capNanos = timers.retryCap().toNanos();
    this.random = random;
  }

  /**
   * The time to wait before an attempt.
   *
   * @param attempt its number, from 1
   * @param retryAfterNanos how long the bridge asked to be left alone; the delay is added to it
   */
  long delayNanos(int attempt, long retryAfterNanos) {
    long ceiling = Math.min(capNanos, baseNanos << Math.min(attempt - 1, MAX_DOUBLINGS));
    return Math.max(floorNanos, retryAfterNanos + random.nextLong(ceiling + 1));
  }

  long floorNanos() {
    return floorNanos;
  }
}

package org.wardbeat.station.link;

import java.time.Duration;
import java.time.Instant;

/**
 * Notices that nobody looked for a while: the computer slept, or this program stood still.
 *
 * <p>Where the monotonic clock stands still while a computer sleeps (Linux, macOS), only the wall
 * clock tells. One that somebody sets forward looks the same, which costs a reconnection.
 */
final class SleepWatch {
  /**
   * A time in which nobody looked.
   *
   * @param nanos how long it was
   * @param stoodStillNanos for how much of it the monotonic clock stood still
   */
  record Sleep(long nanos, long stoodStillNanos) {}

  private static final Sleep NONE = new Sleep(0, 0);

  private final LinkTime time;
  private final long leastNanos;
  private long lookedNanos;
  private Instant looked;

  SleepWatch(LinkTime time, Duration least) {
    this.time = time;
    this.leastNanos = least.toNanos();
    this.lookedNanos = time.nanos();
    this.looked = time.wall().instant();
  }

  /** Looks, and says how long nobody had; 0 if that was not long. */
  Sleep look() {
    long nanos = time.nanos();
    Instant now = time.wall().instant();
    long passed = nanos - lookedNanos;
    long stoodStill = Duration.between(looked, now).toNanos() - passed;
    lookedNanos = nanos;
    looked = now;
    if (stoodStill >= leastNanos) {
      return new Sleep(passed + stoodStill, stoodStill);
    }
    return passed >= leastNanos ? new Sleep(passed, 0) : NONE;
  }
}

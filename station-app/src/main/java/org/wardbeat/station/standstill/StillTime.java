package org.wardbeat.station.standstill;

/**
 * For how long something has given no sign of life. Only time in which the observer runs itself
 * counts, so that a computer that slept, or a process that was stopped, raises nothing. Used by one
 * thread.
 */
public final class StillTime {
  /** A screen that gave no sign for so long stands still. */
  public static final long STILL_NANOS = 3_000_000_000L;

  private final long mostNanos;
  private boolean began;
  private long sign;
  private long lookedNanos;
  private long stillNanos;

  /**
   * @param mostNanos what counts at most of the time between two looks, in nanoseconds
   */
  public StillTime(long mostNanos) {
    this.mostNanos = mostNanos;
  }

  /**
   * Looks; the first time begins to count.
   *
   * @param lastSign what changes with each sign of life
   * @param nowNanos the monotonic clock, in nanoseconds
   * @return the time without a sign, in nanoseconds; 0 if there was one since the last look
   */
  public long look(long lastSign, long nowNanos) {
    long passed = Math.clamp(nowNanos - lookedNanos, 0, mostNanos);
    lookedNanos = nowNanos;
    if (!began || lastSign != sign) {
      began = true;
      sign = lastSign;
      stillNanos = 0;
    } else {
      stillNanos += passed;
    }
    return stillNanos;
  }
}

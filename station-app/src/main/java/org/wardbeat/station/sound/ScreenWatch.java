package org.wardbeat.station.sound;

/**
 * Notices that the screen stands still: that nobody says any more what is to sound. Counts only
 * time in which the player runs itself, so that a computer that slept raises nothing. Used by one
 * thread.
 */
final class ScreenWatch {
  /** A screen says sixty times a second what is to sound. */
  static final long STILL_NANOS = 3_000_000_000L;

  /** What counts of the time between two looks. */
  private static final long MOST_NANOS = 100_000_000L;

  private boolean began;
  private long toldNanos;
  private long lookedNanos;
  private long stillNanos;

  /**
   * Whether the screen stands still.
   *
   * @param told whether it has ever said anything
   * @param lastToldNanos when it did last
   */
  boolean isStill(boolean told, long lastToldNanos, long nowNanos) {
    if (!told) {
      return false;
    }
    long passed = Math.clamp(nowNanos - lookedNanos, 0, MOST_NANOS);
    lookedNanos = nowNanos;
    if (!began || lastToldNanos != toldNanos) {
      began = true;
      toldNanos = lastToldNanos;
      stillNanos = 0;
    } else {
      stillNanos += passed;
    }
    return stillNanos >= STILL_NANOS;
  }
}

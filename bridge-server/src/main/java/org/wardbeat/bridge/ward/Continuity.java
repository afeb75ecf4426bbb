package org.wardbeat.bridge.ward;

/**
 * Proves by the device's sample counter that each sample is taken once or known to be missing, from
 * the first one that came. What lies before that is not missed: whether a device has just begun to
 * count cannot be told, as some brokers pass a retained birth for a new one. Used by one thread.
 */
final class Continuity {
  private static final long UNKNOWN = -1;

  private long next = UNKNOWN;

  /**
   * What to do with a chunk.
   *
   * @param missing how many samples before it never came, 0 or more
   * @param seen how many of its first samples were taken before, 0 to its length
   */
  record Step(long missing, int seen) {}

  /** Index of the sample that is expected; -1 if none came yet. */
  long next() {
    return next;
  }

  /**
   * Takes a chunk.
   *
   * @param first index of its first sample
   * @param count how many it has, at least 1
   */
  Step take(long first, int count) {
    long expected = next == UNKNOWN ? first : next;
    long missing = Math.max(0, first - expected);
    int seen = (int) Math.min(count, Math.max(0, expected - first));
    next = Math.max(expected, first + count);
    return new Step(missing, seen);
  }
}

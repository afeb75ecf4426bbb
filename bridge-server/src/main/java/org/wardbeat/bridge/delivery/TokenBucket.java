package org.wardbeat.bridge.delivery;

/**
 * Keeps something to a rate over each second, by a token bucket: a second's worth may come at once,
 * and what is taken beyond that is waited for. Used by one thread.
 */
final class TokenBucket {
  private static final double NANOS_PER_SECOND = 1e9;

  /** A debt is forgotten beyond this: what must be sent in any case shuts nothing out for ever. */
  private static final int MAX_DEBT_SECONDS = 5;

  private long perSecond;
  private double tokens;
  private long filledNanos;

  /**
   * Sets the rate, and begins with a second's worth.
   *
   * @param rate tokens a second, 0 for no limit
   */
  void limit(long rate, long nowNanos) {
    perSecond = rate;
    tokens = (double) rate;
    filledNanos = nowNanos;
  }

  /** Whether something may be taken now. */
  boolean permits(long nowNanos) {
    if (perSecond == 0) {
      return true;
    }
    double gained = perSecond * ((nowNanos - filledNanos) / NANOS_PER_SECOND);
    tokens = Math.min((double) perSecond, tokens + gained);
    filledNanos = nowNanos;
    return tokens > 0;
  }

  /** Takes tokens, also if there are not as many. */
  void take(long count) {
    tokens = Math.max(tokens - count, -(double) MAX_DEBT_SECONDS * perSecond);
  }
}

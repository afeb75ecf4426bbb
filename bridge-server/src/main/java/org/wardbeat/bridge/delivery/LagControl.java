package org.wardbeat.bridge.delivery;

/**
 * Keeps what is on its way to a station to about a second's worth, judged by the heartbeats it
 * answers: what lies in buffers of kernels and proxies is late for everything behind it, and no
 * connection says how much that is.
 *
 * <p>While the oldest unanswered heartbeat is over a second old, nothing more that can wait is
 * sent. An answer that took so long also sets a window: as many bytes as the station took since the
 * answer before, for one and a half intervals. The window grows by half with each answer within
 * half a second, until it is no limit any more. (Additive measures of TCP, RFC 5681, would take
 * minutes at one answer a second.) Used by one thread.
 */
final class LagControl {
  static final long MAX_LAG_NANOS = 1_000_000_000;
  static final long CALM_LAG_NANOS = 500_000_000;
  static final long LEAST_WINDOW = 4 * 1024;
  static final long MOST_WINDOW = 4 * 1024 * 1024;
  static final long NO_WINDOW = Long.MAX_VALUE;

  private static final double INTERVALS = 1.5;
  private static final double GROWTH = 1.5;
  private static final int REMEMBERED = 64;

  private final long intervalNanos;
  private final long[] sentNanos = new long[REMEMBERED];
  private final long[] sentBytes = new long[REMEMBERED];
  private long lastSent;
  private long lastAnswered;
  private long answeredNanos;
  private long answeredBytes;
  private long window = NO_WINDOW;

  /**
   * @param intervalNanos from one heartbeat to the next
   */
  LagControl(long intervalNanos) {
    this.intervalNanos = intervalNanos;
  }

  /**
   * A heartbeat is sent.
   *
   * @param sequence counts up from 1
   * @param bytes sent in the session before it
   */
  void sent(long sequence, long bytes, long nowNanos) {
    if (lastSent == 0) {
      answeredNanos = nowNanos;
    }
    sentNanos[slot(sequence)] = nowNanos;
    sentBytes[slot(sequence)] = bytes;
    lastSent = sequence;
  }

  /** A heartbeat is answered. One that is answered twice, or after a later one, says nothing. */
  void answered(long sequence, long nowNanos) {
    if (sequence <= lastAnswered || sequence > lastSent || lastSent - sequence >= REMEMBERED) {
      return;
    }
    long lag = nowNanos - sentNanos[slot(sequence)];
    long bytes = sentBytes[slot(sequence)] - answeredBytes;
    if (lag > MAX_LAG_NANOS) {
      double tookNanos = Math.max(1, nowNanos - answeredNanos);
      double fitting = bytes / tookNanos * intervalNanos * INTERVALS;
      window = Math.max(LEAST_WINDOW, (long) Math.min(fitting, MOST_WINDOW));
    } else if (lag <= CALM_LAG_NANOS && window != NO_WINDOW) {
      long larger = (long) (window * GROWTH);
      window = larger > MOST_WINDOW ? NO_WINDOW : larger;
    }
    lastAnswered = sequence;
    answeredNanos = nowNanos;
    answeredBytes = sentBytes[slot(sequence)];
  }

  /**
   * Whether more may be sent that can wait.
   *
   * @param bytes sent in the session so far
   */
  boolean permits(long bytes, long nowNanos) {
    return lagNanos(nowNanos) <= MAX_LAG_NANOS
        && (window == NO_WINDOW || bytes - answeredBytes <= window);
  }

  /** How old the oldest unanswered heartbeat is, 0 if all are answered. */
  long lagNanos(long nowNanos) {
    if (lastSent == lastAnswered) {
      return 0;
    }
    long oldest = Math.max(lastAnswered + 1, lastSent - REMEMBERED + 1);
    return nowNanos - sentNanos[slot(oldest)];
  }

  /** Most bytes on their way, {@link #NO_WINDOW} if there is no limit. */
  long window() {
    return window;
  }

  private static int slot(long sequence) {
    return (int) (sequence % REMEMBERED);
  }
}

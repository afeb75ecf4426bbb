package org.wardbeat.bridge.delivery;

/**
 * Keeps what is on its way to a station to less than it takes in a second, judged by the heartbeats
 * it answers: what lies in buffers of kernels and proxies is late for everything behind it, and no
 * connection says how much that is. That buffers take bytes proves nothing; that the station
 * answers a heartbeat proves that it took all before it.
 *
 * <p>A window bounds the bytes that no answer has proved taken. It begins at {@link #LEAST_WINDOW}.
 * Each answer yields a rate that the station took at least: the bytes between two heartbeats, over
 * the time from the first of them being sent to the answer of the second. A prompt answer to who
 * had to wait for the window opens it by what was proved taken, so by no more than double in a
 * round trip (slow start, RFC 5681 §3.1), and not beyond {@link #WORTH_SECONDS} of that rate. A
 * late one narrows it to that. A window that nobody had to wait for follows what is really sent in
 * {@link #FLOW_SECONDS}, down slowly (RFC 7661 §4.4.3), lest it permit a burst on a line that has
 * meanwhile become slow.
 *
 * <p>So that answers come as often as the window needs them, most of a window without a heartbeat
 * makes one due. While the oldest unanswered heartbeat is over a second old, nothing more that can
 * wait is sent. Used by one thread.
 */
final class LagControl {
  /** Beyond this, what can wait does. */
  static final long MAX_LAG_NANOS = 1_000_000_000;

  /** An answer that took longer, the line's own delay left out, tells of a queue on the way. */
  static final long CALM_LAG_NANOS = 500_000_000;

  /** Bytes that a session may always have on their way: a second of the slowest line thought of. */
  static final long LEAST_WINDOW = 2 * 1024;

  static final long MOST_WINDOW = 4 * 1024 * 1024;

  /** The window, in seconds of what the station takes. */
  static final double WORTH_SECONDS = 0.75;

  private static final double NANOS_PER_SECOND = 1e9;
  private static final double ASKING = 0.75;
  private static final double CLOSING = 0.75;
  private static final double FLOW_SECONDS = 1.5;

  /** Delay of the line beyond which more delay is taken for a queue. */
  private static final long MOST_BASE_NANOS = 500_000_000;

  private static final long LEAST_TIME_NANOS = 1_000_000;
  private static final long RECENT_NANOS = 1_000_000_000;
  private static final int REMEMBERED = 64;

  private final long[] sentNanos = new long[REMEMBERED];

  /** When nothing was sent yet after a heartbeat. */
  private final long[] followedNanos = new long[REMEMBERED];

  private final long[] sentBytes = new long[REMEMBERED];
  private long lastSent;
  private long lastAnswered;
  private long answeredBytes;
  private long bytes;
  private long baseNanos = MOST_BASE_NANOS;
  private boolean hadToWait;
  private long window = LEAST_WINDOW;

  /** So many bytes are sent. */
  void sent(int length) {
    bytes += length;
  }

  /**
   * What was sent last is a heartbeat.
   *
   * @param sequence counts up from 1
   */
  void heartbeat(long sequence, long nowNanos) {
    sentNanos[slot(sequence)] = nowNanos;
    followedNanos[slot(sequence)] = nowNanos;
    sentBytes[slot(sequence)] = bytes;
    lastSent = sequence;
  }

  /** A heartbeat is answered. One that is answered twice, or after a later one, says nothing. */
  void answered(long sequence, long nowNanos) {
    if (sequence <= lastAnswered || sequence > lastSent || lastSent - sequence >= REMEMBERED) {
      return;
    }
    long lag = nowNanos - sentNanos[slot(sequence)];
    baseNanos = Math.min(baseNanos, lag);
    adjust(sequence, lag - baseNanos > CALM_LAG_NANOS, nowNanos);
    lastAnswered = sequence;
    answeredBytes = sentBytes[slot(sequence)];
    hadToWait = false;
  }

  private void adjust(long sequence, boolean late, long nowNanos) {
    long worth = (long) (WORTH_SECONDS * bytesPerSecond(sequence, nowNanos));
    long proved = window + sentBytes[slot(sequence)] - answeredBytes;
    long next;
    if (late) {
      next = Math.min(hadToWait ? proved : window, worth);
    } else if (hadToWait) {
      next = Math.max(window, Math.min(proved, worth));
    } else {
      next = Math.clamp(flow(sequence), (long) (window * CLOSING), proved);
    }
    window = Math.clamp(next, LEAST_WINDOW, MOST_WINDOW);
  }

  /** What the station took at least, as the heartbeats of the last second show it. */
  private double bytesPerSecond(long sequence, long nowNanos) {
    double best = 0;
    for (long i = sequence - 1; i >= oldestKnown(); i--) {
      long took = Math.max(LEAST_TIME_NANOS, nowNanos - followedNanos[slot(i)] - baseNanos);
      long taken = sentBytes[slot(sequence)] - sentBytes[slot(i)];
      best = Math.max(best, taken * NANOS_PER_SECOND / took);
      if (took > RECENT_NANOS) {
        break;
      }
    }
    return best;
  }

  /** What is sent in {@link #FLOW_SECONDS}, as it was of late. */
  private long flow(long sequence) {
    for (long i = sequence - 1; i >= oldestKnown(); i--) {
      long took = sentNanos[slot(sequence)] - sentNanos[slot(i)];
      if (took >= RECENT_NANOS) {
        long sent = sentBytes[slot(sequence)] - sentBytes[slot(i)];
        return (long) (FLOW_SECONDS * NANOS_PER_SECOND / took * sent);
      }
    }
    return window;
  }

  private long oldestKnown() {
    return Math.max(1, lastSent - REMEMBERED + 1);
  }

  /** Whether more may be sent that can wait. */
  boolean permits(long nowNanos) {
    if (bytes == sentBytes[slot(lastSent)]) {
      followedNanos[slot(lastSent)] = nowNanos;
    }
    boolean fits = bytes - answeredBytes <= window;
    hadToWait |= !fits;
    return fits && lagNanos(nowNanos) <= MAX_LAG_NANOS + base();
  }

  private long base() {
    return lastAnswered == 0 ? 0 : baseNanos;
  }

  /** Whether a heartbeat is due, to learn whether what was sent since the last has come. */
  boolean asksForHeartbeat() {
    return lastSent > 0 && bytes - sentBytes[slot(lastSent)] >= ASKING * window;
  }

  /** Whether the station takes what it is sent more slowly than it should. */
  boolean isLate(long nowNanos) {
    return lagNanos(nowNanos) - base() > CALM_LAG_NANOS;
  }

  /** How old the oldest unanswered heartbeat is, 0 if all are answered. */
  long lagNanos(long nowNanos) {
    if (lastSent == lastAnswered) {
      return 0;
    }
    long oldest = Math.max(lastAnswered + 1, oldestKnown());
    return nowNanos - sentNanos[slot(oldest)];
  }

  /** Most bytes on their way that can wait. */
  long window() {
    return window;
  }

  private static int slot(long sequence) {
    return (int) (sequence % REMEMBERED);
  }
}

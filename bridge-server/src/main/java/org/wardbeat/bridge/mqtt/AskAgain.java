package org.wardbeat.bridge.mqtt;

import java.util.concurrent.TimeUnit;

/**
 * When to subscribe again, because the broker seems to have kept back what it retains: seldom, and
 * ever more seldom if that does not help. Confined to the thread that keeps the connection, but for
 * {@link #want()}.
 */
final class AskAgain {
  private static final long MAX_WAIT_NANOS = TimeUnit.HOURS.toNanos(1);

  private final long settleNanos;
  private final long leastWaitNanos;
  private volatile boolean wanted;
  private long dueNanos;
  private long waitNanos;

  AskAgain(Timing timing) {
    settleNanos = TimeUnit.MILLISECONDS.toNanos(timing.settleMillis());
    leastWaitNanos = TimeUnit.MILLISECONDS.toNanos(timing.askAgainMillis());
  }

  /** Something is missing. Said again as long as it is; any thread. */
  void want() {
    wanted = true;
  }

  /** A new connection has subscribed. */
  void subscribed(long nowNanos) {
    dueNanos = nowNanos + settleNanos;
    waitNanos = leastWaitNanos;
  }

  /** Whether to subscribe again now. What was missing too early may have come since. */
  boolean isDue(long nowNanos) {
    boolean asked = wanted;
    wanted = false;
    if (!asked || nowNanos - dueNanos < 0) {
      return false;
    }
    dueNanos = nowNanos + waitNanos;
    waitNanos = Math.min(2 * waitNanos, MAX_WAIT_NANOS);
    return true;
  }
}

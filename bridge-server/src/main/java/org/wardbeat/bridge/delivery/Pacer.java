package org.wardbeat.bridge.delivery;

/**
 * Decides when vital signs and samples have to wait, so that a session keeps to the rates that its
 * station and the administrator set, and to what the station has been seen to take. Used by one
 * thread.
 */
final class Pacer {
  private final TokenBucket bytes = new TokenBucket();
  private final TokenBucket updates = new TokenBucket();
  private final LagControl lag;
  private long bytesSent;
  private boolean held;

  /**
   * @param heartbeatNanos from one heartbeat to the next
   */
  Pacer(long heartbeatNanos) {
    lag = new LagControl(heartbeatNanos);
  }

  /** Sets the rates, each 0 for no limit. */
  void limit(long bytesPerSecond, long updatesPerSecond, long nowNanos) {
    bytes.limit(bytesPerSecond, nowNanos);
    updates.limit(updatesPerSecond, nowNanos);
  }

  /** A heartbeat is sent, and what was sent before it will be known to have come. */
  void heartbeat(long sequence, long nowNanos) {
    lag.sent(sequence, bytesSent, nowNanos);
  }

  /** A heartbeat is answered. */
  void answered(long sequence, long nowNanos) {
    lag.answered(sequence, nowNanos);
  }

  /** Whether vital signs or samples may be sent now. What may not is remembered as held. */
  boolean permits(long nowNanos) {
    boolean permitted =
        bytes.permits(nowNanos) && updates.permits(nowNanos) && lag.permits(bytesSent, nowNanos);
    held |= !permitted;
    return permitted;
  }

  /** A frame is sent, whether or not it was permitted. */
  void sent(int length) {
    bytesSent += length;
    bytes.take(length);
  }

  /** Of the frames sent, one that vital signs or samples are in. */
  void update() {
    updates.take(1);
  }

  /** Whether anything was held since this was asked last. */
  boolean takeHeld() {
    boolean was = held;
    held = false;
    return was;
  }

  /** Whether something may wait for nothing but time. */
  boolean holds() {
    return held;
  }
}

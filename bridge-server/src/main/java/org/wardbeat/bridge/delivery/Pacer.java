package org.wardbeat.bridge.delivery;

/**
 * Decides what has to wait, so that a session keeps to the rates that its station and the
 * administrator set, and to what the station has been seen to take. Used by one thread.
 */
final class Pacer {
  private final TokenBucket bytes = new TokenBucket();
  private final TokenBucket updates = new TokenBucket();
  private final LagControl lag = new LagControl();
  private boolean held;
  private boolean waiting;

  /** Sets the rates, each 0 for no limit. */
  void limit(long bytesPerSecond, long updatesPerSecond, long nowNanos) {
    bytes.limit(bytesPerSecond, nowNanos);
    updates.limit(updatesPerSecond, nowNanos);
  }

  /** What was sent last is a heartbeat: its answer will tell that all before it has come. */
  void heartbeat(long sequence, long nowNanos) {
    lag.heartbeat(sequence, nowNanos);
  }

  /** A heartbeat is answered. */
  void answered(long sequence, long nowNanos) {
    lag.answered(sequence, nowNanos);
  }

  /**
   * For how long the station has kept all waiting by answering nothing, 0 while nothing waits; in
   * nanoseconds.
   */
  long unansweredNanos(long nowNanos) {
    return waiting ? lag.lagNanos(nowNanos) : 0;
  }

  /** Whether a heartbeat should not wait for the next interval. */
  boolean asksForHeartbeat() {
    return lag.asksForHeartbeat();
  }

  /** Whether beds and their states may be sent now, which keep to no rates. */
  boolean permitsStates(long nowNanos) {
    boolean permitted = lag.permits(nowNanos);
    waiting |= !permitted;
    held |= !permitted && lag.isLate(nowNanos);
    return permitted;
  }

  /** Whether vital signs or samples may be sent now. */
  boolean permits(long nowNanos) {
    boolean withinRates = bytes.permits(nowNanos) && updates.permits(nowNanos);
    waiting |= !withinRates;
    held |= !withinRates;
    return withinRates && permitsStates(nowNanos);
  }

  /** A frame is sent, whether or not it was permitted. */
  void sent(int length) {
    lag.sent(length);
    bytes.take(length);
  }

  /** Of the frames sent, one that vital signs or samples are in. */
  void update() {
    updates.take(1);
  }

  /**
   * Whether anything was held since this was asked last, other than for a moment until a prompt
   * station has answered.
   */
  boolean takeHeld() {
    boolean was = held;
    held = false;
    return was;
  }

  /** Whether something may wait for nothing but time or an answer. */
  boolean holds() {
    return waiting;
  }

  /** All that waits is looked at again. */
  void retry() {
    waiting = false;
  }
}

package org.wardbeat.bridge.mqtt;

/** A connection that was up when it was handed over. */
interface MqttConnection {
  /** Sends a ping if the keepalive is due. Never blocks. */
  void pingIfDue();

  /** How long the broker took to answer the last ping, in microseconds; -1 if none was answered. */
  long pingMicros();

  /** Monotonic nanoseconds at which the last byte was read from the broker. */
  long lastReadNanos();

  /**
   * Ends it and its threads. Blocks for a bounded time.
   *
   * @param politely whether to say goodbye first
   */
  void close(boolean politely);
}

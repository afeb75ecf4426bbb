package org.wardbeat.bridge.mqtt;

import java.io.IOException;

/** A connection that was up when it was handed over. */
interface MqttConnection {
  /** Sends a ping if the keepalive is due. Never blocks. */
  void pingIfDue();

  /** Whether the broker granted all that was asked for, and not only what it must. */
  boolean grantedAll();

  /**
   * Publishes a message with QoS 1 for the broker to retain. Never blocks.
   *
   * @throws IOException if it cannot be sent now, with the reason in words; the events stay silent
   *     then
   */
  void publish(String topic, byte[] payload, PublishEvents events) throws IOException;

  /**
   * Subscribes once more to what it must, so that the broker sends again what it retains. Never
   * blocks.
   *
   * @throws IOException if it cannot be sent now, with the reason in words
   */
  void subscribeAgain() throws IOException;

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

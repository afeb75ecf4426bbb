package org.wardbeat.bridge.mqtt;

import java.util.random.RandomGenerator;
import org.wardbeat.bridge.clock.BridgeClock;
import org.wardbeat.wire.ward.BrokerState;

/**
 * Messages from one broker and to it. It connects, subscribes and connects again by itself until it
 * is closed. Safe for use by any thread.
 */
public interface MqttSource extends AutoCloseable {
  /**
   * Has the messages of further topics go to another listener, and the others still to the first.
   * Called before {@link #start}. A broker that does not allow to subscribe to them is used without
   * them, and then nothing is published.
   *
   * @param prefix the topics that begin so, up to and including a slash
   * @param listener takes them
   */
  void listen(String prefix, MqttListener listener);

  /**
   * Publishes a message with QoS 1, for the broker to retain, as soon as it can be; what the broker
   * does not confirm is published again on the next connection. While messages wait, a newer one of
   * the same topic replaces an older one. Never blocks.
   *
   * @param topic at most 65,535 bytes in UTF-8, without wildcards
   * @param payload not to be changed; empty for no retained message any more
   * @return false if too many wait; the message is given up then
   * @throws IllegalArgumentException if nothing can be published on such a topic
   */
  boolean publish(String topic, byte[] payload);

  /**
   * Says that what the broker should have sent of what it retains is missing, for as long as it is.
   * Some brokers lose what is published just as somebody subscribes. After a moment the source
   * subscribes again, at most once a minute, and less and less often. Never blocks.
   */
  void askAgain();

  /** How many messages that were to be published the broker has not confirmed yet. */
  int unpublished();

  /** Begins to connect, and goes on for ever. Called once; returns at once. */
  void start(MqttListener listener);

  /**
   * Whether the broker can be heard: connected, subscribed, and something was read within the last
   * 7 s. A broker that is frozen, or behind a network that drops everything silently, is therefore
   * down at most 7.5 s after its last byte; a closed connection is down at once.
   */
  BrokerState broker();

  /** The broker's address, without credentials. */
  String address();

  /** The version of MQTT, 3 or 5. */
  int version();

  /** How long the broker took to answer the last ping, in microseconds; -1 if not known. */
  long pingMicros();

  /** How often a connection was attempted. */
  long attempts();

  /** How many messages were lost because the listener threw. */
  long failedMessages();

  /** How many messages were not published because too many waited or the broker refused them. */
  long givenUpMessages();

  /** Says goodbye to the broker and ends; returns within two seconds. */
  @Override
  void close();

  /** A source that uses the Paho client of the version asked for. */
  static MqttSource of(MqttOptions options, BridgeClock clock) {
    Timing timing = Timing.DEFAULT;
    MqttConnector connector =
        switch (options.version()) {
          case V3 -> new PahoV3Connector(options, timing, clock);
          case V5 -> new PahoV5Connector(options, timing, clock);
        };
    Backoff backoff = new Backoff(timing, RandomGenerator.getDefault());
    return new SupervisedSource(connector, timing, backoff, clock, version(options.version()));
  }

  private static int version(MqttVersion version) {
    return switch (version) {
      case V3 -> 3;
      case V5 -> 5;
    };
  }
}

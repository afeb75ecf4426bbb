package org.wardbeat.bridge.mqtt;

import java.util.random.RandomGenerator;
import org.wardbeat.bridge.clock.BridgeClock;
import org.wardbeat.wire.ward.BrokerState;

/**
 * Messages from one broker. It connects, subscribes and connects again by itself until it is
 * closed. Safe for use by any thread.
 */
public interface MqttSource extends AutoCloseable {
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

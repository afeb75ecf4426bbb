package org.wardbeat.bridge.mqtt;

import java.io.IOException;

/** Opens connections to one broker with one client library. */
interface MqttConnector {
  /**
   * Connects and subscribes. Blocks for a bounded time.
   *
   * @throws IOException if that failed, with the reason in words; nothing is left behind
   */
  MqttConnection connect(MqttEvents events) throws IOException;

  /** The broker's address, for a log. */
  String address();
}

package org.wardbeat.bridge.mqtt;

import java.io.IOException;
import java.util.List;

/** Opens connections to one broker with one client library. */
interface MqttConnector {
  /**
   * Connects and subscribes. Blocks for a bounded time.
   *
   * @param more what to subscribe to if the broker allows, beside what it must
   * @throws IOException if that failed, with the reason in words; nothing is left behind
   */
  MqttConnection connect(List<String> more, MqttEvents events) throws IOException;

  /** The broker's address, for a log. */
  String address();
}

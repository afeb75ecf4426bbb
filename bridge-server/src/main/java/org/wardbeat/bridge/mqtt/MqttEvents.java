package org.wardbeat.bridge.mqtt;

/** What a connection reports, on threads of the client library. */
interface MqttEvents {
  /** A message came. Never throws. */
  void message(String topic, byte[] payload, boolean retained, boolean duplicate);

  /** The connection is lost. */
  void lost(String reason);
}

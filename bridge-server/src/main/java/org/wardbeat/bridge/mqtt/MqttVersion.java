package org.wardbeat.bridge.mqtt;

/** The versions of MQTT the bridge speaks. */
public enum MqttVersion {
  /** MQTT 3.1.1. */
  V3,
  /** MQTT 5. */
  V5
}

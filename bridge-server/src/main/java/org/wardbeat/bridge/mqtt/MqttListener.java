package org.wardbeat.bridge.mqtt;

import org.wardbeat.wire.ward.BrokerState;

/** Takes what comes from the broker. */
public interface MqttListener {
  /**
   * A message came. Called on the client's only delivering thread: must only put the message aside.
   * What it throws is counted and costs that one message.
   */
  void onMessage(InboundMessage message);

  /** The connection came up or went down. Called on the thread that keeps the connection. */
  void onBroker(BrokerState state);
}

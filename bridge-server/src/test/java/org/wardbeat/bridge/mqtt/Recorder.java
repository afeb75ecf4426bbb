package org.wardbeat.bridge.mqtt;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.wardbeat.wire.ward.BrokerState;

/** Keeps all it hears. */
final class Recorder implements MqttListener {
  final List<InboundMessage> messages = new CopyOnWriteArrayList<>();
  final List<BrokerState> states = new CopyOnWriteArrayList<>();

  @Override
  public void onMessage(InboundMessage message) {
    messages.add(message);
  }

  @Override
  public void onBroker(BrokerState state) {
    states.add(state);
  }
}

package org.wardbeat.simulator.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedBrokerTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void passesMessagesOnAndKeepsRetainedOnes(int qos) throws Exception {
    List<String> received = new CopyOnWriteArrayList<>();
    try (EmbeddedBroker broker = EmbeddedBroker.start(0)) {
      MqttClient publisher = client(broker, "publisher");
      publisher.publish("ward/birth", "early".getBytes(UTF_8), qos, true);
      MqttClient subscriber = client(broker, "subscriber");
      subscriber.subscribe(
          "ward/#", qos, (topic, message) -> received.add(new String(message.getPayload(), UTF_8)));
      publisher.publish("ward/numerics", "late".getBytes(UTF_8), qos, false);
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> assertThat(received).contains("late"));
      if (qos == 1) {
        await()
            .atMost(Duration.ofSeconds(60))
            .untilAsserted(() -> assertThat(received).containsExactly("early", "late"));
      }
      publisher.disconnect();
      subscriber.disconnect();
      publisher.close();
      subscriber.close();
    }
  }

  @Test
  void listensOnLoopbackOnlyAndSaysWhere() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(0)) {
      assertThat(broker.port()).isPositive();
      assertThat(broker.url()).isEqualTo("tcp://127.0.0.1:" + broker.port());
    }
  }

  @Test
  void anOccupiedPortIsNamedInOneSentence() throws Exception {
    try (ServerSocket occupied = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> EmbeddedBroker.start(occupied.getLocalPort()))
          .isInstanceOf(BrokerException.class)
          .hasMessageContaining("cannot listen on 127.0.0.1:" + occupied.getLocalPort())
          .message()
          .endsWith("; choose another port, or 0 for any free one.")
          .hasLineCount(1);
    }
  }

  private static MqttClient client(EmbeddedBroker broker, String id) throws MqttException {
    MqttClient client = new MqttClient(broker.url(), id, new MemoryPersistence());
    client.connect();
    return client;
  }
}

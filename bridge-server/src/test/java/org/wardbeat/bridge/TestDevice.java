package org.wardbeat.bridge;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/** A device with one ECG lead of 250 Hz, as {@code docs/MAPPING.md} describes it. */
final class TestDevice implements AutoCloseable {
  static final int FREQUENCY_HZ = 250;
  private static final long BIRTH = 1_773_135_600L;

  private final String topic;
  private final MqttClient client;
  private long nextSample;

  TestDevice(URI broker, String unit, String bed) throws MqttException {
    topic = "wardbeat/v1/%s/%s/".formatted(unit, bed);
    client = new MqttClient(broker.toString(), "device-" + bed, new MemoryPersistence());
    MqttConnectOptions options = new MqttConnectOptions();
    options.setWill(topic + "status", bytes("{\"birth\":%d,\"online\":false}"), 1, true);
    client.connect(options);
    publish(
        "birth",
        """
        {"birth": %d, "time": "%s", "device": {"id": "patch"}, "simulated": true,
         "patient": {"id": "MRN-1", "family": "Haddad", "given": "Noor"},
         "channels": [{"code": "II", "kind": "ECG", "frequencyHz": 250, "adcPerUnit": 200,
                       "baseline": 0, "unit": "mV"}]}
        """,
        true);
    publish("status", "{\"birth\": %d, \"time\": \"%s\", \"online\": true}", true);
  }

  private static byte[] bytes(String json) {
    String now = Instant.now().truncatedTo(ChronoUnit.MICROS).toString();
    return json.formatted(BIRTH, now).getBytes(StandardCharsets.UTF_8);
  }

  private void publish(String leaf, String json, boolean retained) throws MqttException {
    client.publish(topic + leaf, bytes(json), 1, retained);
  }

  void measure(int heartRate) throws MqttException {
    publish(
        "numerics",
        "{\"birth\": %d, \"seq\": 0, \"time\": \"%s\", \"values\": {\"HR\": " + heartRate + "}}",
        false);
  }

  /** Raises an alarm that the broker retains. */
  void raise(String condition) throws MqttException {
    publish(
        "alarm/" + condition,
        "{\"birth\": %d, \"time\": \"%s\", \"priority\": \"high\", \"active\": true}",
        true);
  }

  void publishGarbage() throws MqttException {
    client.publish(
        topic + "numerics", "{\"birth\": NaN".getBytes(StandardCharsets.UTF_8), 1, false);
    client.publish(topic + "waveform/0", new byte[] {1, 2, 0, 3}, 1, false);
  }

  /** Sends samples whose values are their indices. */
  void send(int count) throws MqttException {
    Instant now = Instant.now();
    ByteBuffer payload = ByteBuffer.allocate(24 + 4 * count);
    payload.put((byte) 1).put((byte) 4).putShort((short) count).putInt((int) BIRTH);
    payload.putLong(nextSample).putLong(ChronoUnit.MICROS.between(Instant.EPOCH, now));
    for (int i = 0; i < count; i++) {
      payload.putInt((int) nextSample + i);
    }
    nextSample += count;
    client.publish(topic + "waveform/0", payload.array(), 1, false);
  }

  /** Vanishes without a word, so that its last will is delivered. */
  void vanish() throws MqttException {
    client.disconnectForcibly(0, 0, false);
  }

  @Override
  public void close() throws MqttException {
    if (client.isConnected()) {
      client.disconnect();
    }
    client.close();
  }
}

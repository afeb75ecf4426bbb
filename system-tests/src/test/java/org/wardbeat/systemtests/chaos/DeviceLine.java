package org.wardbeat.systemtests.chaos;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.jspecify.annotations.Nullable;
import org.wardbeat.systemtests.device.SpeakFirstSockets;
import org.wardbeat.systemtests.device.TestDevice;
import org.wardbeat.wire.ward.BedId;

/** A device's connection to its broker. One thread uses it. */
final class DeviceLine {
  private static final int KEEP_ALIVE_SECONDS = 5;
  private static final int PATIENCE_MILLIS = 3_000;

  private final BedId bed;
  private final int brokerPort;
  private @Nullable MqttClient client;
  private long birth;

  DeviceLine(BedId bed, int brokerPort) {
    this.bed = bed;
    this.brokerPort = brokerPort;
  }

  long birth() {
    return birth;
  }

  boolean isConnected() {
    MqttClient now = client;
    return now != null && now.isConnected();
  }

  /** Connects with a new birth, and says who lies in the bed. */
  void connect() throws MqttException {
    drop();
    MqttClient next =
        new MqttClient(
            "tcp://127.0.0.1:" + brokerPort, "chaos " + bed.bed(), new MemoryPersistence());
    next.setTimeToWait(PATIENCE_MILLIS);
    client = next;
    birth = Math.max(birth + 1, Instant.now().getEpochSecond());
    MqttConnectOptions options = new MqttConnectOptions();
    options.setCleanSession(true);
    options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
    options.setConnectionTimeout(PATIENCE_MILLIS / 1_000);
    options.setMaxInflight(TestDevice.MOST_IN_FLIGHT);
    options.setSocketFactory(new SpeakFirstSockets());
    options.setWill(
        topic("status"), text("{\"birth\":%d,\"online\":false}".formatted(birth)), 1, true);
    next.connect(options);
    publish(
        "birth",
        """
        {"birth":%d,"time":"%s","device":{"id":"chaos-%s"},"patient":{"id":"C-%s","family":"Chaos","given":"Bed"},
         "simulated":true,"channels":[]}
        """
            .formatted(birth, now(), bed.bed(), bed.bed()),
        true);
    publish(
        "status",
        "{\"birth\":%d,\"time\":\"%s\",\"online\":true,\"leadsOff\":[],\"batteryPercent\":80}"
            .formatted(birth, now()),
        true);
  }

  /** Returns once the broker has it. */
  void publish(String leaf, String message, boolean retained) throws MqttException {
    MqttClient now = client;
    if (now == null) {
      throw new MqttException(MqttException.REASON_CODE_CLIENT_NOT_CONNECTED);
    }
    now.publish(topic(leaf), text(message), 1, retained);
  }

  /** Ends the connection without a goodbye. */
  void drop() {
    MqttClient last = client;
    client = null;
    if (last != null) {
      try {
        last.disconnectForcibly(0, 1, false);
      } catch (MqttException _) {
        // It was not connected.
      }
      try {
        last.close(true);
      } catch (MqttException _) {
        // It connects at this moment, and ends when that fails.
      }
    }
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  private String topic(String leaf) {
    return "wardbeat/v1/%s/%s/%s".formatted(bed.unit(), bed.bed(), leaf);
  }

  private static byte[] text(String message) {
    return message.getBytes(StandardCharsets.UTF_8);
  }
}

package org.wardbeat.bridge.ward;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.net.SocketFactory;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/** A device that speaks Wardbeat's native layout over MQTT 3.1.1. */
final class TestDevice implements AutoCloseable {
  private final String topic;
  private final long birth;
  private final MqttClient client;
  private final List<Socket> sockets = new ArrayList<>();

  TestDevice(URI broker, String bed, long birth) throws MqttException {
    this.topic = "wardbeat/v1/4 East/" + bed + "/";
    this.birth = birth;
    client =
        new MqttClient(broker.toString(), "device-" + bed + "-" + birth, new MemoryPersistence());
    MqttConnectOptions options = new MqttConnectOptions();
    options.setSocketFactory(new Sockets());
    options.setMaxInflight(1_000);
    options.setWill(
        topic + "status",
        "{\"birth\": %d, \"online\": false}".formatted(birth).getBytes(UTF_8),
        1,
        true);
    client.connect(options);
  }

  void birth(int channels) throws MqttException {
    List<String> descriptions = new ArrayList<>();
    for (int i = 0; i < channels; i++) {
      descriptions.add(
          "{\"code\": \"C%d\", \"kind\": \"ECG\", \"frequencyHz\": 250, \"adcPerUnit\": 200,"
                  .formatted(i)
              + " \"baseline\": 0, \"unit\": \"mV\"}");
    }
    String json =
        """
        {"birth": %d, "time": "%s", "device": {"id": "patch"}, "simulated": true,
         "patient": {"id": "MRN-1", "family": "Haddad", "given": "Noor"}, "channels": [%s]}
        """
            .formatted(birth, now(), String.join(",", descriptions));
    publish("birth", json.getBytes(UTF_8), true);
  }

  void removeBirth() throws MqttException {
    publish("birth", new byte[0], true);
  }

  void status(String time, String more) throws MqttException {
    String json =
        "{\"birth\": %d, \"time\": \"%s\", \"online\": true%s}".formatted(birth, time, more);
    publish("status", json.getBytes(UTF_8), true);
  }

  void numerics(long sequence, String values) throws MqttException {
    String json =
        "{\"birth\": %d, \"seq\": %d, \"time\": \"%s\", \"values\": {%s}}"
            .formatted(birth, sequence, now(), values);
    publish("numerics", json.getBytes(UTF_8), false);
  }

  void samples(int channel, long first, int... samples) throws MqttException {
    ByteBuffer payload = ByteBuffer.allocate(24 + samples.length * 4);
    payload.put((byte) 1).put((byte) 4).putShort((short) samples.length).putInt((int) birth);
    payload.putLong(first).putLong(System.currentTimeMillis() * 1_000);
    for (int sample : samples) {
      payload.putInt(sample);
    }
    publish("waveform/" + channel, payload.array(), false);
  }

  void publish(String leaf, byte[] payload, boolean retained) throws MqttException {
    client.publish(topic + leaf, payload, 1, retained);
  }

  static String now() {
    return Instant.ofEpochMilli(System.currentTimeMillis()).toString();
  }

  /** Loses its connection without a goodbye, as when its battery is pulled. */
  void vanish() throws Exception {
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  @Override
  public void close() throws MqttException {
    client.disconnectForcibly(0, 100);
    client.close();
  }

  private final class Sockets extends SocketFactory {
    @Override
    public Socket createSocket() throws java.net.SocketException {
      Socket socket = new Socket();
      socket.setTcpNoDelay(true);
      sockets.add(socket);
      return socket;
    }

    @Override
    public Socket createSocket(String host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
      throw new UnsupportedOperationException();
    }
  }
}

package org.wardbeat.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/** Subscribes to everything a ward publishes and decodes it by {@code docs/MAPPING.md} alone. */
public final class Listener implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final MqttClient client;
  private final List<Message> messages = new CopyOnWriteArrayList<>();
  private final List<Chunk> chunks = new ArrayList<>();

  /** A JSON message. */
  public record Message(String bed, String kind, JsonNode json, boolean retained) {}

  /** A waveform message. */
  public record Chunk(
      String bed, int channel, long birth, long index, long endMicros, List<Integer> samples) {}

  private final class Intake implements MqttCallback {
    @Override
    public void connectionLost(Throwable cause) {
      // A test that needs messages finds them missing.
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) throws IOException {
      List<String> levels = List.of(topic.split("/", -1));
      if (levels.get(4).equals("waveform")) {
        Chunk chunk = chunk(levels.get(3), Integer.parseInt(levels.get(5)), message.getPayload());
        synchronized (chunks) {
          chunks.add(chunk);
        }
      } else {
        messages.add(
            new Message(
                levels.get(3),
                levels.get(4),
                JSON.readTree(message.getPayload()),
                message.isRetained()));
      }
    }

    @Override
    public void deliveryComplete(IMqttDeliveryToken token) {
      // Publishes nothing.
    }
  }

  /** Connects and subscribes. */
  public Listener(String url) throws MqttException {
    client = new MqttClient(url, "listener", new MemoryPersistence());
    client.setCallback(new Intake());
    MqttConnectOptions options = new MqttConnectOptions();
    options.setCleanSession(true);
    client.connect(options);
    client.subscribe("wardbeat/v1/#", 1);
  }

  private static Chunk chunk(String bed, int channel, byte[] payload) {
    ByteBuffer buffer = ByteBuffer.wrap(payload);
    int format = buffer.get();
    int width = buffer.get();
    int count = buffer.getShort();
    long birth = buffer.getInt() & 0xffff_ffffL;
    long index = buffer.getLong();
    long endMicros = buffer.getLong();
    if (format != 1 || payload.length != 24 + count * width) {
      throw new IllegalArgumentException("waveform message of format " + format);
    }
    List<Integer> samples = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      samples.add(width == 2 ? (int) buffer.getShort() : buffer.getInt());
    }
    return new Chunk(bed, channel, birth, index, endMicros, samples);
  }

  /** The JSON messages of a bed on one topic so far, in order. */
  public List<JsonNode> messages(String bed, String kind) {
    return messages.stream()
        .filter(message -> message.bed().equals(bed) && message.kind().equals(kind))
        .map(Message::json)
        .collect(Collectors.toList());
  }

  /** The waveform messages of a channel so far, in order. */
  public List<Chunk> chunks(String bed, int channel) {
    synchronized (chunks) {
      return chunks.stream()
          .filter(chunk -> chunk.bed().equals(bed) && chunk.channel() == channel)
          .toList();
    }
  }

  /** The newest message, or a missing node. */
  public JsonNode newest(String bed, String kind) {
    List<JsonNode> all = messages(bed, kind);
    return all.isEmpty() ? JSON.missingNode() : all.getLast();
  }

  @Override
  public void close() throws MqttException {
    client.disconnectForcibly(0, 200, false);
    client.close(true);
  }
}

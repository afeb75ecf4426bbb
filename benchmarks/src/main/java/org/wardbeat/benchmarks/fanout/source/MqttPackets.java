package org.wardbeat.benchmarks.fanout.source;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The few packets of MQTT 3.1.1 that a device and a subscriber send. */
public final class MqttPackets {

  /** First byte of a PUBLISH, whose lower four bits are flags. */
  public static final int PUBLISH = 0x30;

  /** First byte of a CONNACK. */
  public static final int CONNACK = 0x20;

  /** First byte of a PUBACK. */
  public static final int PUBACK = 0x40;

  /** First byte of a SUBACK. */
  public static final int SUBACK = 0x90;

  private static final int CONNECT = 0x10;
  private static final int SUBSCRIBE = 0x82;
  private static final int PROTOCOL_LEVEL = 4;
  private static final int CLEAN_SESSION = 2;
  private static final int MOST_HEADER_BYTES = 5;

  private MqttPackets() {}

  /** CONNECT with a clean session and without keep-alive. */
  public static byte[] connect(String clientId) {
    byte[] id = clientId.getBytes(StandardCharsets.UTF_8);
    ByteBuffer body = ByteBuffer.allocate(12 + id.length);
    putText(body, "MQTT".getBytes(StandardCharsets.US_ASCII));
    body.put((byte) PROTOCOL_LEVEL).put((byte) CLEAN_SESSION).putShort((short) 0);
    putText(body, id);
    return packet(CONNECT, body);
  }

  /** SUBSCRIBE with QoS 0. */
  public static byte[] subscribe(List<String> filters) {
    List<byte[]> texts = filters.stream().map(f -> f.getBytes(StandardCharsets.UTF_8)).toList();
    ByteBuffer body =
        ByteBuffer.allocate(2 + texts.stream().mapToInt(text -> text.length + 3).sum());
    body.putShort((short) 1);
    for (byte[] text : texts) {
      putText(body, text);
      body.put((byte) 0);
    }
    return packet(SUBSCRIBE, body);
  }

  /**
   * PUBLISH.
   *
   * @param topic in UTF-8
   * @param id of the packet for QoS 1, 0 for QoS 0
   */
  public static byte[] publish(byte[] topic, byte[] payload, boolean retained, int id) {
    ByteBuffer body = ByteBuffer.allocate(2 + topic.length + (id == 0 ? 0 : 2) + payload.length);
    putText(body, topic);
    if (id != 0) {
      body.putShort((short) id);
    }
    body.put(payload);
    return packet(PUBLISH | (id == 0 ? 0 : 2) | (retained ? 1 : 0), body);
  }

  private static void putText(ByteBuffer target, byte[] text) {
    target.putShort((short) text.length).put(text);
  }

  private static byte[] packet(int type, ByteBuffer body) {
    ByteBuffer packet = ByteBuffer.allocate(MOST_HEADER_BYTES + body.position());
    packet.put((byte) type);
    int rest = body.position();
    while (rest > 0x7F) {
      packet.put((byte) (rest | 0x80));
      rest >>>= 7;
    }
    packet.put((byte) rest).put(body.flip());
    byte[] bytes = new byte[packet.position()];
    packet.flip().get(bytes);
    return bytes;
  }
}

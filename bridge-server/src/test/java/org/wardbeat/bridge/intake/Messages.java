package org.wardbeat.bridge.intake;

import java.nio.ByteBuffer;
import org.wardbeat.bridge.mqtt.InboundMessage;

/** Makes messages for tests. */
final class Messages {
  static final String BED_TOPIC = "wardbeat/v1/4 East/407/";

  private Messages() {}

  static InboundMessage of(String leaf, byte[] payload) {
    return new InboundMessage(BED_TOPIC + leaf, payload, false, false, 0, 0);
  }

  /** A waveform message with so many samples, each of which is its own index. */
  static byte[] waveform(int width, long birth, long first, int count) {
    ByteBuffer payload = ByteBuffer.allocate(24 + count * width);
    payload.put((byte) 1).put((byte) width).putShort((short) count).putInt((int) birth);
    payload.putLong(first).putLong(1_773_135_668_250_000L);
    for (int i = 0; i < count; i++) {
      if (width == 2) {
        payload.putShort((short) (first + i));
      } else {
        payload.putInt((int) (first + i));
      }
    }
    return payload.array();
  }
}

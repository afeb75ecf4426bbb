package org.wardbeat.bridge.intake;

import java.nio.ByteBuffer;

/** The binary payload of a waveform message, described byte by byte in {@code docs/MAPPING.md}. */
final class WaveformPayload {
  private static final int HEADER_BYTES = 24;
  private static final int FORMAT = 1;
  private static final int MAX_SAMPLES = 16_384;

  private WaveformPayload() {}

  static Observation.Samples parse(NativeTopic topic, byte[] payload) throws RefusedException {
    ByteBuffer in = ByteBuffer.wrap(payload);
    Header header = header(topic, in);
    int[] samples = new int[header.count];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = header.width == 2 ? in.getShort() : in.getInt();
    }
    return new Observation.Samples(
        topic.bed(), header.birth, topic.channel(), header.first, header.endMicros, samples);
  }

  /** What is lost if the message is dropped unread; the message itself must be sound. */
  static Observation.Lost lost(NativeTopic topic, byte[] payload) throws RefusedException {
    Header header = header(topic, ByteBuffer.wrap(payload));
    return new Observation.Lost(
        topic.bed(), header.birth, topic.channel(), header.first, header.count);
  }

  private static Header header(NativeTopic topic, ByteBuffer in) throws RefusedException {
    int length = in.remaining();
    if (length < HEADER_BYTES) {
      throw refused(topic, "expected at least 24 bytes, got %d".formatted(length));
    }
    int format = Byte.toUnsignedInt(in.get());
    if (format != FORMAT) {
      throw refused(topic, "byte 0: expected format 1, got %d".formatted(format));
    }
    int width = Byte.toUnsignedInt(in.get());
    if (width != 2 && width != 4) {
      throw refused(topic, "byte 1: expected 2 or 4 bytes per sample, got %d".formatted(width));
    }
    int count = Short.toUnsignedInt(in.getShort());
    if (count < 1 || count > MAX_SAMPLES) {
      throw refused(topic, "byte 2: expected 1 to 16384 samples, got %d".formatted(count));
    }
    long birth = Integer.toUnsignedLong(in.getInt());
    if (birth == 0) {
      throw refused(topic, "byte 4: expected a birth number from 1 to 4294967295, got 0");
    }
    long first = in.getLong();
    if (first < 0 || first > Long.MAX_VALUE - count) {
      throw refused(
          topic, "byte 8: expected an index below 2^63, got " + Long.toUnsignedString(first));
    }
    long endMicros = in.getLong();
    if (endMicros < 0 || endMicros > DeviceTime.MAX_MICROS) {
      throw refused(
          topic,
          "byte 16: expected a time between 1970 and 9999 in microseconds, got " + endMicros);
    }
    if (length != HEADER_BYTES + count * width) {
      throw refused(
          topic,
          "expected %d bytes for %d samples of %d bytes, got %d"
              .formatted(HEADER_BYTES + count * width, count, width, length));
    }
    return new Header(width, count, birth, first, endMicros);
  }

  private static RefusedException refused(NativeTopic topic, String what) {
    return new RefusedException(Reason.WAVEFORM, topic.name(), what + "; the message was refused");
  }

  private record Header(int width, int count, long birth, long first, long endMicros) {}
}

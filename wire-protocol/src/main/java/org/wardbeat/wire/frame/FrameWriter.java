package org.wardbeat.wire.frame;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.waveform.WaveformCodec;

/** Writes the fields of one frame. Values out of their range are errors of the caller. */
final class FrameWriter {
  private static final int INITIAL_BYTES = 64;

  private final FrameType type;
  private final long epochMicros;
  private byte[] bytes = new byte[INITIAL_BYTES];
  private int length;

  /** Begins a frame whose times are counted from an epoch. */
  FrameWriter(FrameType type, long epochMicros) {
    this.type = type;
    this.epochMicros = epochMicros;
    writeByte(type.code());
  }

  byte[] toBytes() {
    if (length > Frame.MAX_FRAME_BYTES) {
      throw new IllegalArgumentException(
          "%s: expected a frame of at most %d bytes, got %d"
              .formatted(type.label(), Frame.MAX_FRAME_BYTES, length));
    }
    return Arrays.copyOf(bytes, length);
  }

  void writeByte(int value) {
    ensure(1);
    bytes[length++] = (byte) value;
  }

  /** A whole number of {@code least} to {@code most}, both at least 0, as a varint. */
  void writeNumber(String field, long value, long least, long most) {
    requireRange(field, value, least, most);
    writeVarint(value);
  }

  /** A number of {@code least} to {@code most}, as a zigzag varint. */
  void writeSigned(String field, long value, long least, long most) {
    requireRange(field, value, least, most);
    writeSigned(value);
  }

  private void requireRange(String field, long value, long least, long most) {
    if (value < least || value > most) {
      throw outOfRange(field, "expected %d to %d, got %d".formatted(least, most, value));
    }
  }

  /** Any number, as a zigzag varint. */
  void writeSigned(long value) {
    writeVarint((value << 1) ^ (value >> 63));
  }

  void writeVarint(long value) {
    ensure(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[length++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[length++] = (byte) rest;
  }

  /** Eight bytes, the most significant first. */
  void writeLong(long value) {
    for (int shift = 56; shift >= 0; shift -= 8) {
      writeByte((int) (value >>> shift));
    }
  }

  /** An enumeration's constant as one byte. */
  void writeConstant(Enum<?> constant) {
    writeByte(number(constant));
  }

  /** A set as a mask with a bit for each of its constants. */
  void writeSet(Set<? extends Enum<?>> set) {
    long bits = 0;
    for (Enum<?> constant : set) {
      bits |= bit(constant);
    }
    writeVarint(bits);
  }

  static long bit(Enum<?> constant) {
    return 1L << number(constant);
  }

  @SuppressWarnings("EnumOrdinal") // the vocabulary's contract: constants are only appended
  private static int number(Enum<?> constant) {
    return constant.ordinal();
  }

  void writeText(String field, String text, int least, int most) {
    if (text.length() < least || text.length() > most) {
      throw outOfRange(
          field, "expected %d to %d characters, got %d".formatted(least, most, text.length()));
    }
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    writeVarint(utf8.length);
    ensure(utf8.length);
    System.arraycopy(utf8, 0, bytes, length, utf8.length);
    length += utf8.length;
  }

  /** A time, as microseconds since the epoch. */
  void writeTime(long micros) {
    writeSigned(micros - epochMicros);
  }

  void writeHandle(int handle) {
    writeNumber("handle", handle, 0, Frame.MAX_HANDLE);
  }

  void writeBed(BedId bed) {
    writeText("unit", bed.unit(), 1, BedId.MAX_LENGTH);
    writeText("bed", bed.bed(), 1, BedId.MAX_LENGTH);
  }

  void writeBoolean(boolean value) {
    writeByte(value ? 1 : 0);
  }

  void writeSamples(int[] samples) {
    ensure(WaveformCodec.maxEncodedBytes(samples.length));
    length = WaveformCodec.encode(samples, bytes, length);
  }

  IllegalArgumentException outOfRange(String field, String expected) {
    return new IllegalArgumentException("%s.%s: %s".formatted(type.label(), field, expected));
  }

  private void ensure(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}

package org.wardbeat.wire.frame;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.waveform.MalformedSamplesException;
import org.wardbeat.wire.waveform.WaveformCodec;

/** Reads the fields of one frame and checks each before anything is allocated for it. */
final class FrameReader {
  /** UTF-8 takes at most three bytes for each UTF-16 character. */
  private static final int MAX_BYTES_PER_CHARACTER = 3;

  private final ByteBuffer source;
  private final FrameType type;

  private final long epochMicros;

  private FrameReader(ByteBuffer source, FrameType type, long epochMicros) {
    this.source = source;
    this.type = type;
    this.epochMicros = epochMicros;
  }

  /** Begins a frame whose times are counted from an epoch. */
  static FrameReader open(ByteBuffer source, long epochMicros) throws FrameDecodeException {
    if (!source.hasRemaining()) {
      throw new FrameDecodeException(DecodeError.EMPTY, "frame: expected at least one byte");
    }
    if (source.remaining() > Frame.MAX_FRAME_BYTES) {
      throw new FrameDecodeException(
          DecodeError.TOO_LARGE,
          "frame: expected at most %d bytes, got %d"
              .formatted(Frame.MAX_FRAME_BYTES, source.remaining()));
    }
    return new FrameReader(source, FrameType.of(source.get() & 0xFF), epochMicros);
  }

  FrameType type() {
    return type;
  }

  void expectEnd() throws FrameDecodeException {
    if (source.hasRemaining()) {
      throw new FrameDecodeException(
          DecodeError.TRAILING_BYTES,
          "%s: expected the end of the frame, but %d bytes follow"
              .formatted(type.label(), source.remaining()));
    }
  }

  int readByte(String field) throws FrameDecodeException {
    if (!source.hasRemaining()) {
      throw error(DecodeError.TRUNCATED, field, "expected a byte, but the frame ends");
    }
    return source.get() & 0xFF;
  }

  /** A whole number of {@code least} to {@code most}, both at least 0. */
  long readNumber(String field, long least, long most) throws FrameDecodeException {
    long value = readVarint(field);
    if (value < least || value > most) {
      throw error(
          DecodeError.VALUE_OUT_OF_RANGE,
          field,
          "expected %d to %d, got %s".formatted(least, most, Long.toUnsignedString(value)));
    }
    return value;
  }

  int readInt(String field, int least, int most) throws FrameDecodeException {
    return (int) readNumber(field, least, most);
  }

  long readSigned(String field) throws FrameDecodeException {
    long value = readVarint(field);
    return (value >>> 1) ^ -(value & 1);
  }

  int readSignedInt(String field, int least, int most) throws FrameDecodeException {
    long value = readSigned(field);
    if (value < least || value > most) {
      throw error(
          DecodeError.VALUE_OUT_OF_RANGE,
          field,
          "expected %d to %d, got %d".formatted(least, most, value));
    }
    return (int) value;
  }

  /** A set as a mask, of whose bits only those of {@code known} may be set. */
  long readBits(String field, long known) throws FrameDecodeException {
    long bits = readVarint(field);
    if ((bits & ~known) != 0) {
      throw error(
          DecodeError.UNKNOWN_BITS,
          field,
          "expected only bits of 0x%X, got 0x%X".formatted(known, bits));
    }
    return bits;
  }

  long readVarint(String field) throws FrameDecodeException {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      int next = readByte(field);
      if (shift == 63 && next > 1) {
        break;
      }
      if (shift > 0 && next == 0) {
        throw error(
            DecodeError.VARINT_NOT_SHORTEST, field, "expected a varint of the fewest bytes");
      }
      value |= (next & 0x7FL) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw error(DecodeError.VARINT_TOO_LONG, field, "expected a varint of at most 64 bits");
  }

  long readLong(String field) throws FrameDecodeException {
    long value = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      value = (value << 8) | readByte(field);
    }
    return value;
  }

  /** The number of elements that follow, none of which takes fewer than {@code bytesEach}. */
  int readCount(String field, int most, int bytesEach) throws FrameDecodeException {
    int count = readInt(field, 0, most);
    if ((long) count * bytesEach > source.remaining()) {
      throw error(
          DecodeError.TRUNCATED,
          field,
          "expected %d elements of at least %d bytes, but %d bytes are left"
              .formatted(count, bytesEach, source.remaining()));
    }
    return count;
  }

  String readText(String field, int least, int most) throws FrameDecodeException {
    long bytes = readVarint(field);
    if (bytes < 0 || bytes > (long) most * MAX_BYTES_PER_CHARACTER) {
      throw tooLong(field, most);
    }
    if (bytes > source.remaining()) {
      throw error(
          DecodeError.TRUNCATED,
          field,
          "expected %d bytes of text, but %d are left".formatted(bytes, source.remaining()));
    }
    String text = decodeUtf8(field, (int) bytes);
    if (text.length() > most) {
      throw tooLong(field, most);
    }
    if (text.length() < least) {
      throw error(
          DecodeError.VALUE_OUT_OF_RANGE,
          field,
          "expected at least %d characters, got %d".formatted(least, text.length()));
    }
    return text;
  }

  private String decodeUtf8(String field, int bytes) throws FrameDecodeException {
    ByteBuffer utf8 = source.slice(source.position(), bytes);
    source.position(source.position() + bytes);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(utf8).toString();
    } catch (CharacterCodingException _) {
      throw error(DecodeError.MALFORMED_TEXT, field, "expected UTF-8");
    }
  }

  /** A number of 0 to 2⁶³−1. */
  long readCounter(String field) throws FrameDecodeException {
    return readNumber(field, 0, Long.MAX_VALUE);
  }

  /** A time, UTC microseconds since the Unix epoch. */
  long readTime(String field) throws FrameDecodeException {
    return epochMicros + readSigned(field);
  }

  int readHandle() throws FrameDecodeException {
    return readInt("handle", 0, Frame.MAX_HANDLE);
  }

  BedId readBed() throws FrameDecodeException {
    String unit = readText("unit", 1, BedId.MAX_LENGTH);
    String bed = readText("bed", 1, BedId.MAX_LENGTH);
    return checked("bed", () -> new BedId(unit, bed));
  }

  /** What was read, made a value of the vocabulary, which may refuse it. */
  <T> T checked(String field, Supplier<T> value) throws FrameDecodeException {
    try {
      return value.get();
    } catch (IllegalArgumentException e) {
      throw outOfRange(field, String.valueOf(e.getMessage()));
    }
  }

  <E extends Enum<E>> Set<E> readSet(String field, Class<E> type) throws FrameDecodeException {
    E[] all = type.getEnumConstants();
    long bits = readBits(field, (1L << all.length) - 1);
    EnumSet<E> set = EnumSet.noneOf(type);
    for (int bit = 0; bit < all.length; bit++) {
      if ((bits >>> bit & 1) != 0) {
        set.add(all[bit]);
      }
    }
    return set;
  }

  /** One byte, of whose bits only those of {@code known} may be set. */
  int readFlags(String field, int known) throws FrameDecodeException {
    int flags = readByte(field);
    if ((flags & ~known) != 0) {
      throw error(
          DecodeError.UNKNOWN_BITS,
          field,
          "expected only bits of 0x%X, got 0x%X".formatted(known, flags));
    }
    return flags;
  }

  boolean readBoolean(String field) throws FrameDecodeException {
    return readFlags(field, 1) == 1;
  }

  /** One byte that is smaller than {@code bound}. */
  int readOrdinal(String field, int bound) throws FrameDecodeException {
    int value = readByte(field);
    if (value >= bound) {
      throw outOfRange(field, "expected 0 to %d, got %d".formatted(bound - 1, value));
    }
    return value;
  }

  /** An enumeration's constant, by its number in {@code all}. */
  <E extends Enum<E>> E readConstant(String field, E[] all) throws FrameDecodeException {
    return all[readOrdinal(field, all.length)];
  }

  int[] readSamples(String field) throws FrameDecodeException {
    try {
      return WaveformCodec.decode(source);
    } catch (MalformedSamplesException e) {
      throw error(DecodeError.MALFORMED_SAMPLES, field, String.valueOf(e.getMessage()));
    }
  }

  FrameDecodeException outOfRange(String field, String expected) {
    return error(DecodeError.VALUE_OUT_OF_RANGE, field, expected);
  }

  private FrameDecodeException tooLong(String field, int most) {
    return error(
        DecodeError.TEXT_TOO_LONG, field, "expected at most %d characters".formatted(most));
  }

  private FrameDecodeException error(DecodeError error, String field, String expected) {
    return new FrameDecodeException(error, "%s.%s: %s".formatted(type.label(), field, expected));
  }
}

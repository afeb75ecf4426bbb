package org.wardbeat.simulator.wfdb;

import java.util.OptionalInt;

/** How samples are stored, after signal(5) of the WFDB Applications Guide. */
public enum SignalFormat {
  /** Signed 8-bit first differences; the accumulator starts at the signal's initial value. */
  DIFFERENCE_8(8, OptionalInt.empty()),
  /** Signed 16 bit, low byte first. */
  LITTLE_ENDIAN_16(16, OptionalInt.of(-32768)),
  /** Signed 24 bit, low byte first. */
  LITTLE_ENDIAN_24(24, OptionalInt.of(-8388608)),
  /** Signed 32 bit, low byte first. */
  LITTLE_ENDIAN_32(32, OptionalInt.of(Integer.MIN_VALUE)),
  /** Signed 16 bit, high byte first. */
  BIG_ENDIAN_16(61, OptionalInt.of(-32768)),
  /** Unsigned 8 bit, offset by 128. */
  OFFSET_8(80, OptionalInt.of(-128)),
  /** Unsigned 16 bit, low byte first, offset by 32768. */
  OFFSET_16(160, OptionalInt.of(-32768)),
  /** Two signed 12-bit samples in three bytes. */
  PACKED_12(212, OptionalInt.of(-2048)),
  /** Three signed 10-bit samples in two 16-bit words, the third one in the words' high bits. */
  PACKED_10_IN_WORDS(310, OptionalInt.of(-512)),
  /** Three signed 10-bit samples in one 32-bit word, low byte first. */
  PACKED_10_IN_LONG(311, OptionalInt.of(-512));

  private final int code;
  private final OptionalInt invalidSample;

  SignalFormat(int code, OptionalInt invalidSample) {
    this.code = code;
    this.invalidSample = invalidSample;
  }

  /** The number by which a header names this format. */
  public int code() {
    return code;
  }

  /** The stored value that means "no sample here"; empty where the format has none. */
  public OptionalInt invalidSample() {
    return invalidSample;
  }

  /** Bytes that {@code samples} interleaved samples take. */
  long bytesFor(long samples) {
    return switch (this) {
      case DIFFERENCE_8, OFFSET_8 -> samples;
      case LITTLE_ENDIAN_16, BIG_ENDIAN_16, OFFSET_16 -> 2 * samples;
      case LITTLE_ENDIAN_24 -> 3 * samples;
      case LITTLE_ENDIAN_32 -> 4 * samples;
      case PACKED_12 -> samples / 2 * 3 + (samples % 2) * 2;
      case PACKED_10_IN_WORDS -> samples / 3 * 4 + (samples % 3) * 2;
      case PACKED_10_IN_LONG -> samples / 3 * 4 + (samples % 3 == 0 ? 0 : samples % 3 + 1);
    };
  }

  /** Whole samples that {@code bytes} bytes hold. */
  long samplesIn(long bytes) {
    return switch (this) {
      case DIFFERENCE_8, OFFSET_8 -> bytes;
      case LITTLE_ENDIAN_16, BIG_ENDIAN_16, OFFSET_16 -> bytes / 2;
      case LITTLE_ENDIAN_24 -> bytes / 3;
      case LITTLE_ENDIAN_32 -> bytes / 4;
      case PACKED_12 -> bytes / 3 * 2 + (bytes % 3) / 2;
      case PACKED_10_IN_WORDS -> bytes / 4 * 3 + (bytes % 4) / 2;
      case PACKED_10_IN_LONG -> bytes / 4 * 3 + Math.max(0, bytes % 4 - 1);
    };
  }
}

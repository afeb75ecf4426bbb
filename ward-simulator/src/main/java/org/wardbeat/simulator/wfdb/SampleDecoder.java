package org.wardbeat.simulator.wfdb;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Turns the bytes of a signal file into its interleaved samples, one after the other. For {@link
 * SignalFormat#DIFFERENCE_8} these are differences. Not safe for several threads.
 */
final class SampleDecoder {
  private final InputStream in;
  private final SignalFormat format;
  private final byte[] buffer = new byte[1 << 15];
  private int position;
  private int limit;
  private int phase;
  private int held;

  SampleDecoder(InputStream in, SignalFormat format) {
    this.in = in;
    this.format = format;
  }

  /**
   * The next sample.
   *
   * @throws EOFException when the file ends before it
   */
  int next() throws IOException {
    return switch (format) {
      case DIFFERENCE_8 -> (byte) unsigned();
      case LITTLE_ENDIAN_16 -> (short) word();
      case LITTLE_ENDIAN_24 -> (word() << 8 | unsigned() << 24) >> 8;
      case LITTLE_ENDIAN_32 -> word() | word() << 16;
      case BIG_ENDIAN_16 -> (short) (unsigned() << 8 | unsigned());
      case OFFSET_8 -> unsigned() - 128;
      case OFFSET_16 -> word() - 32768;
      case PACKED_12 -> packed12();
      case PACKED_10_IN_WORDS -> packedInWords();
      case PACKED_10_IN_LONG -> packedInLong();
    };
  }

  private int packed12() throws IOException {
    if (phase == 0) {
      phase = 1;
      int low = unsigned();
      held = unsigned();
      return signed(low | (held & 0x0f) << 8, 12);
    }
    phase = 0;
    return signed(unsigned() | (held & 0xf0) << 4, 12);
  }

  /**
   * 11 low bits of each word hold a sample above a spare bit; the third takes both words' top 5.
   */
  private int packedInWords() throws IOException {
    if (phase == 2) {
      phase = 0;
      return signed(held, 10);
    }
    int word = word();
    held = phase == 0 ? word >> 11 : held | word >> 11 << 5;
    phase++;
    return signed(word >> 1, 10);
  }

  private int packedInLong() throws IOException {
    int shift = 10 * phase;
    held = phase == 0 ? word() : held | unsigned() << (8 + 8 * phase);
    phase = (phase + 1) % 3;
    return signed(held >> shift, 10);
  }

  private static int signed(int value, int bits) {
    return value << (32 - bits) >> (32 - bits);
  }

  private int word() throws IOException {
    int low = unsigned();
    return low | unsigned() << 8;
  }

  private int unsigned() throws IOException {
    if (position == limit) {
      limit = in.read(buffer, 0, buffer.length);
      position = 0;
      if (limit <= 0) {
        limit = 0;
        throw new EOFException();
      }
    }
    return buffer[position++] & 0xff;
  }
}

package org.wardbeat.wire.waveform;

import java.nio.ByteBuffer;

/** Takes bits from bytes, the most significant first. */
final class BitReader {
  private final ByteBuffer source;
  private long pending;
  private int pendingBits;

  BitReader(ByteBuffer source) {
    this.source = source;
  }

  /** The next {@code count} bits, at most 32, as an unsigned number in an int. */
  int read(int count) throws MalformedSamplesException {
    while (pendingBits < count) {
      if (!source.hasRemaining()) {
        throw new MalformedSamplesException("expected more bits of samples, but the block ends");
      }
      pending = (pending << 8) | (source.get() & 0xFF);
      pendingBits += 8;
    }
    pendingBits -= count;
    return (int) ((pending >>> pendingBits) & BitWriter.mask(count));
  }

  /** The number of ones before the next zero, which is taken too; stops at {@code limit} ones. */
  int readUnary(int limit) throws MalformedSamplesException {
    int ones = 0;
    while (ones < limit && read(1) == 1) {
      ones++;
    }
    return ones;
  }

  /** Requires that the bits left in the last byte taken are zeros. */
  void finish() throws MalformedSamplesException {
    if ((pending & BitWriter.mask(pendingBits)) != 0) {
      throw new MalformedSamplesException("expected zeros after the last sample's bits");
    }
  }
}

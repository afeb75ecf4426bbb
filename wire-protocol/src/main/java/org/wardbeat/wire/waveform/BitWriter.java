package org.wardbeat.wire.waveform;

/** Packs bits into bytes, the most significant first. */
final class BitWriter {
  private final byte[] target;
  private int at;
  private long pending;
  private int pendingBits;

  BitWriter(byte[] target, int at) {
    this.target = target;
    this.at = at;
  }

  /** Appends the lowest {@code count} bits of {@code value}, at most 32. */
  void write(int value, int count) {
    pending = (pending << count) | (value & mask(count));
    pendingBits += count;
    while (pendingBits >= 8) {
      pendingBits -= 8;
      target[at++] = (byte) (pending >>> pendingBits);
    }
  }

  /** Fills the last byte with zeros and returns the index behind it. */
  int finish() {
    if (pendingBits > 0) {
      write(0, 8 - pendingBits);
    }
    return at;
  }

  static long mask(int count) {
    return (1L << count) - 1;
  }
}

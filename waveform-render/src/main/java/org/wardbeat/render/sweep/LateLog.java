package org.wardbeat.render.sweep;

import java.util.Arrays;

/**
 * Which samples came after the playhead had passed them, as ascending ranges of indices. Bounded:
 * when full, the two oldest ranges become one, which leaves out more, never draws more.
 */
final class LateLog {

  static final int MAX_RANGES = 128;

  private final long[] from = new long[MAX_RANGES];
  private final long[] to = new long[MAX_RANGES];
  private int size;

  void clear() {
    size = 0;
  }

  /** Adds a range that begins at or after the end of the last one. */
  void add(long first, long end) {
    if (size > 0 && to[size - 1] == first) {
      to[size - 1] = end;
      return;
    }
    if (size == MAX_RANGES) {
      to[0] = to[1];
      System.arraycopy(from, 2, from, 1, size - 2);
      System.arraycopy(to, 2, to, 1, size - 2);
      size--;
    }
    from[size] = first;
    to[size++] = end;
  }

  /** Overwrites the late ones among {@code count} samples that begin at an index. */
  void mask(long first, int[] samples, int count, int mark) {
    for (int i = size - 1; i >= 0 && to[i] > first; i--) {
      int low = Math.clamp(from[i] - first, 0, count);
      int high = Math.clamp(to[i] - first, 0, count);
      Arrays.fill(samples, low, high, mark);
    }
  }
}

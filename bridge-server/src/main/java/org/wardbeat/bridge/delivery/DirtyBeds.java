package org.wardbeat.bridge.delivery;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.BitSet;
import org.wardbeat.wire.frame.Frame;

/**
 * The beds that changed since they were last taken. Any thread marks, one takes. Marking what is
 * marked already costs one volatile read, and nothing grows.
 */
final class DirtyBeds {
  private static final VarHandle WORD = MethodHandles.arrayElementVarHandle(long[].class);
  private static final int WORDS = (Frame.MAX_HANDLE + 1) / Long.SIZE;

  private final long[] words = new long[WORDS];

  /**
   * Marks a bed.
   *
   * @param index 0 to {@link Frame#MAX_HANDLE}
   */
  void mark(int index) {
    int word = index / Long.SIZE;
    long bit = 1L << index;
    if (((long) WORD.getVolatile(words, word) & bit) == 0) {
      WORD.getAndBitwiseOr(words, word, bit);
    }
  }

  /** Moves all marks below {@code limit} into the set, which is cleared first. */
  void takeInto(BitSet taken, int limit) {
    taken.clear();
    int end = Math.min(WORDS, (limit + Long.SIZE - 1) / Long.SIZE);
    for (int word = 0; word < end; word++) {
      if ((long) WORD.getVolatile(words, word) == 0) {
        continue;
      }
      long bits = (long) WORD.getAndSet(words, word, 0L);
      while (bits != 0) {
        taken.set(word * Long.SIZE + Long.numberOfTrailingZeros(bits));
        bits &= bits - 1;
      }
    }
  }
}

package org.wardbeat.bridge.delivery;

import java.util.BitSet;
import java.util.function.IntPredicate;

/** The beds of one lane that something is to be sent of. Served in turn, so that none starves. */
final class PendingBeds {
  private final BitSet beds = new BitSet();

  /** Seen before the beds are: most lanes have nothing most of the time. */
  private boolean empty = true;

  private int turn;

  /** Adds a bed. */
  void add(int index) {
    beds.set(index);
    empty = false;
  }

  /** Adds beds. */
  void addAll(BitSet indices) {
    beds.or(indices);
    empty &= indices.isEmpty();
  }

  boolean contains(int index) {
    return !empty && beds.get(index);
  }

  /** Adds these beds to a set. */
  void copyTo(BitSet set) {
    set.or(beds);
  }

  /**
   * Serves bed after bed, beginning where the last call was stopped, and takes out the served.
   *
   * @param serve sends all there is of a bed; false if the connection does not take all of it
   * @return whether none is left
   */
  boolean drain(IntPredicate serve) {
    if (empty) {
      return true;
    }
    for (int bed = next(turn); bed >= 0; bed = next(bed + 1)) {
      if (!serve.test(bed)) {
        turn = bed;
        return false;
      }
      beds.clear(bed);
    }
    empty = true;
    return true;
  }

  /** Lets the next bed begin, if there is one, the next time {@link #drain} is called. */
  void passTurn() {
    turn = Math.max(0, next(turn + 1));
  }

  private int next(int from) {
    int bed = beds.nextSetBit(from);
    return bed >= 0 ? bed : beds.nextSetBit(0);
  }
}

package org.wardbeat.bridge.alarm.score;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.wardbeat.wire.ward.Score;

/** A score's totals of the last hour and a quarter, one of every five minutes. One thread. */
final class TotalHistory {
  private static final long SLOT_NANOS = TimeUnit.MINUTES.toNanos(5);
  private static final int SLOTS = 16;
  private static final int HOUR = 12;

  private final int[] totals = new int[SLOTS];
  private final long[] numbers = new long[SLOTS];

  TotalHistory() {
    Arrays.fill(totals, Score.NO_TOTAL);
  }

  /** Keeps the first total of every five minutes. */
  void record(int total, long nanos) {
    long number = Math.floorDiv(nanos, SLOT_NANOS);
    int slot = Math.floorMod(number, SLOTS);
    if (numbers[slot] != number || totals[slot] == Score.NO_TOTAL) {
      numbers[slot] = number;
      totals[slot] = total;
    }
  }

  /** Points above the total of about an hour before; 0 if there was none. */
  int trend(int total, long nanos) {
    long number = Math.floorDiv(nanos, SLOT_NANOS) - HOUR;
    for (long candidate : new long[] {number, number + 1, number - 1}) {
      int slot = Math.floorMod(candidate, SLOTS);
      if (numbers[slot] == candidate && totals[slot] != Score.NO_TOTAL) {
        return total - totals[slot];
      }
    }
    return 0;
  }
}

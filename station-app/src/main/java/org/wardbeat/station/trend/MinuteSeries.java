package org.wardbeat.station.trend;

import java.util.Arrays;

/** Least, greatest and mean value of each minute of the last hours. */
final class MinuteSeries {
  private static final long MINUTE_MICROS = 60_000_000;

  /** So many values of a minute count for its mean, so that their sum cannot overflow. */
  private static final int MOST_COUNTED = 2_000;

  private static final long NONE = Long.MIN_VALUE;

  private final int[] least;
  private final int[] most;
  private final int[] sum;
  private final int[] count;
  private long newest = NONE;

  MinuteSeries(int minutes) {
    least = new int[minutes];
    most = new int[minutes];
    sum = new int[minutes];
    count = new int[minutes];
  }

  private static long minuteOf(long micros) {
    return Math.floorDiv(micros, MINUTE_MICROS);
  }

  /** Takes a value that was measured at a time; one that is too old is left out. */
  void add(int fixed, long micros) {
    long minute = minuteOf(micros);
    if (newest != NONE && minute <= newest - count.length) {
      return;
    }
    moveOn(minute);
    int slot = slot(minute);
    if (count[slot] == MOST_COUNTED) {
      least[slot] = Math.min(least[slot], fixed);
      most[slot] = Math.max(most[slot], fixed);
      return;
    }
    boolean first = count[slot] == 0;
    least[slot] = first ? fixed : Math.min(least[slot], fixed);
    most[slot] = first ? fixed : Math.max(most[slot], fixed);
    sum[slot] = first ? fixed : sum[slot] + fixed;
    count[slot]++;
  }

  private void moveOn(long minute) {
    if (newest == NONE || minute - newest >= count.length) {
      Arrays.fill(count, 0);
      newest = minute;
    }
    while (newest < minute) {
      newest++;
      count[slot(newest)] = 0;
    }
  }

  /** Forgets what was measured in minutes after a time: the clock was set back. */
  void forgetAfter(long micros) {
    long minute = minuteOf(micros);
    if (newest == NONE || newest <= minute) {
      return;
    }
    if (newest - minute >= count.length) {
      Arrays.fill(count, 0);
      newest = NONE;
      return;
    }
    while (newest > minute) {
      count[slot(newest)] = 0;
      newest--;
    }
  }

  /** The minutes up to that of a time. */
  Trend until(long micros) {
    int length = count.length;
    long last = minuteOf(micros);
    int[] leasts = new int[length];
    int[] mosts = new int[length];
    double[] means = new double[length];
    for (int i = 0; i < length; i++) {
      long minute = last - (length - 1) + i;
      int slot = slot(minute);
      boolean held = newest != NONE && minute <= newest && minute > newest - length;
      boolean known = held && count[slot] > 0;
      leasts[i] = known ? least[slot] : 0;
      mosts[i] = known ? most[slot] : 0;
      means[i] = known ? (double) sum[slot] / count[slot] : Double.NaN;
    }
    return new Trend(leasts, mosts, means);
  }

  private int slot(long minute) {
    return Math.floorMod(minute, count.length);
  }
}

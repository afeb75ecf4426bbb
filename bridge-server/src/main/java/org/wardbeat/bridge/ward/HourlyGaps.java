package org.wardbeat.bridge.ward;

import java.util.concurrent.TimeUnit;

/** Counts gaps and the samples lost in them over the last hour, by the minute. One thread. */
final class HourlyGaps {
  private static final int MINUTES = 60;

  private final long[] gaps = new long[MINUTES];
  private final long[] samples = new long[MINUTES];
  private final long[] minutes = new long[MINUTES];

  void add(long lostSamples, long nowNanos) {
    long minute = minute(nowNanos);
    int slot = Math.floorMod(minute, MINUTES);
    if (minutes[slot] != minute) {
      minutes[slot] = minute;
      gaps[slot] = 0;
      samples[slot] = 0;
    }
    gaps[slot]++;
    samples[slot] += lostSamples;
  }

  long gaps(long nowNanos) {
    return sum(gaps, nowNanos);
  }

  long lostSamples(long nowNanos) {
    return sum(samples, nowNanos);
  }

  private long sum(long[] counts, long nowNanos) {
    long now = minute(nowNanos);
    long sum = 0;
    for (int slot = 0; slot < MINUTES; slot++) {
      if (now - minutes[slot] < MINUTES) {
        sum += counts[slot];
      }
    }
    return sum;
  }

  private static long minute(long nanos) {
    return Math.floorDiv(nanos, TimeUnit.MINUTES.toNanos(1));
  }
}

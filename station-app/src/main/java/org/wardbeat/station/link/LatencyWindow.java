package org.wardbeat.station.link;

import java.util.Arrays;

/** The median of the delays seen within the last seconds. Not thread-safe. */
final class LatencyWindow {
  /** Heartbeats of 10 s at their shortest interval, 100 ms, and some to spare. */
  private static final int CAPACITY = 128;

  /** Fewer say nothing about a link: the first one after a start is often late by itself. */
  private static final int LEAST = 3;

  private final long windowNanos;
  private final long[] seenNanos = new long[CAPACITY];
  private final double[] delaysMillis = new double[CAPACITY];
  private final double[] sorted = new double[CAPACITY];
  private long count;

  LatencyWindow(long windowNanos) {
    this.windowNanos = windowNanos;
  }

  void add(double delayMillis, long nowNanos) {
    int slot = (int) (count++ % CAPACITY);
    seenNanos[slot] = nowNanos;
    delaysMillis[slot] = delayMillis;
  }

  void clear() {
    count = 0;
  }

  /** The median in milliseconds; NaN if hardly anything was seen within the window. */
  double medianMillis(long nowNanos) {
    int held = 0;
    for (int i = 0; i < Math.min(count, CAPACITY); i++) {
      if (nowNanos - seenNanos[i] <= windowNanos) {
        sorted[held++] = delaysMillis[i];
      }
    }
    if (held < LEAST) {
      return Double.NaN;
    }
    Arrays.sort(sorted, 0, held);
    return sorted[held / 2];
  }
}

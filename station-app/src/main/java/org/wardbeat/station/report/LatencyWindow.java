package org.wardbeat.station.report;

import java.util.Arrays;

/** The median of the delays seen within the last seconds. Not thread-safe. */
public final class LatencyWindow {
  /** Fewer say nothing about a link: the first one after a start is often late by itself. */
  private static final int LEAST = 3;

  private final long windowNanos;
  private final long[] seenNanos;
  private final double[] delaysMillis;
  private final double[] sorted;
  private long count;

  /**
   * @param windowNanos how long a delay counts
   * @param capacity most delays kept; beyond that the oldest go first
   */
  public LatencyWindow(long windowNanos, int capacity) {
    this.windowNanos = windowNanos;
    this.seenNanos = new long[capacity];
    this.delaysMillis = new double[capacity];
    this.sorted = new double[capacity];
  }

  /** Takes a delay seen now, on the monotonic clock. */
  public void add(double delayMillis, long nowNanos) {
    int slot = (int) (count++ % sorted.length);
    seenNanos[slot] = nowNanos;
    delaysMillis[slot] = delayMillis;
  }

  /** Forgets all delays, as for another link. */
  public void clear() {
    count = 0;
  }

  /** The median in milliseconds; NaN if hardly anything was seen within the window. */
  public double medianMillis(long nowNanos) {
    int held = 0;
    for (int i = 0; i < Math.min(count, sorted.length); i++) {
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

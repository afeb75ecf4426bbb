package org.wardbeat.station.report;

import java.util.Arrays;

/** The delays seen within the last seconds. Not thread-safe; adding allocates nothing. */
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
    return medianMillis(nowNanos, windowNanos);
  }

  /** The median of a shorter window. */
  public double medianMillis(long nowNanos, long withinNanos) {
    int held = sortWithin(nowNanos, withinNanos);
    return held < LEAST ? Double.NaN : sorted[held / 2];
  }

  /** What was seen within the window, by the nearest rank. */
  public LatencyFigures figures(long nowNanos) {
    int held = sortWithin(nowNanos, windowNanos);
    return held == 0
        ? LatencyFigures.NONE
        : new LatencyFigures(held, rank(held, 50), rank(held, 95), rank(held, 99));
  }

  private double rank(int held, int percent) {
    return sorted[Math.min(held - 1, held * percent / 100)];
  }

  private int sortWithin(long nowNanos, long withinNanos) {
    int held = 0;
    for (int i = 0; i < Math.min(count, sorted.length); i++) {
      if (nowNanos - seenNanos[i] <= withinNanos) {
        sorted[held++] = delaysMillis[i];
      }
    }
    Arrays.sort(sorted, 0, held);
    return held;
  }
}

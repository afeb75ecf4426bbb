package org.wardbeat.render.sweep;

import java.util.Arrays;
import org.wardbeat.render.ring.SampleRing;
import org.wardbeat.render.ring.SampleTimeline;

/**
 * Samples as points: x in device pixels since the beginning of the bridge's time, y in device
 * pixels below the lane's top. A point without y ends a line. Reused, so that drawing does not
 * allocate.
 */
final class WavePoints {

  private int[] samples = new int[1024];
  private double[] xs = new double[1024];
  private double[] ys = new double[1024];
  private int[] raws = new int[1024];
  private int count;
  private int lowest;
  private int highest;
  private boolean clipped;

  int count() {
    return count;
  }

  double x(int i) {
    return xs[i];
  }

  double y(int i) {
    return ys[i];
  }

  boolean isBreak(int i) {
    return Double.isNaN(ys[i]);
  }

  /** Takes the samples {@code from} to {@code to} of a source, without the late ones. */
  void load(LaneSource of, long from, long to, double pxPerMicro, double slope, double intercept) {
    SampleTimeline timeline = of.timeline();
    FilteredWave filtered = of.filtered();
    count = 0;
    clipped = false;
    int wanted = Math.clamp(to - from, 0, of.ring().capacity());
    if (samples.length < wanted) {
      samples = new int[wanted * 2];
    }
    of.ring().copy(from, from + wanted, samples);
    of.late().mask(from, samples, wanted, SampleRing.GAP);
    for (int i = 0; i < wanted; i++) {
      double x = timeline.timeMicros(from + i) * pxPerMicro;
      if (!timeline.joinsPrevious(from + i)) {
        dropFrom(x);
        add(x, Double.NaN, SampleRing.GAP);
      }
      int raw = samples[i];
      double value = filtered == null ? raw : filtered.value(from + i);
      add(x, raw == SampleRing.GAP ? Double.NaN : value * slope + intercept, raw);
    }
  }

  /** Takes the samples at or beyond one of two limits for clipped. */
  void markClipped(int lowest, int highest) {
    this.lowest = lowest;
    this.highest = highest;
    for (int i = 0; i < count; i++) {
      clipped |= side(i) != 0;
    }
  }

  boolean hasClipped() {
    return clipped;
  }

  /**
   * Where the wave is clipped on a column.
   *
   * @param hint a point at or before the first one that matters
   * @param side -1 for the lower limit, 1 for the upper one
   * @return y in device pixels, NaN if it is not clipped at this limit
   */
  double clippedAt(long column, int hint, int side) {
    for (int i = hint; i < count && (i == 0 || xs[i - 1] < column + 1); i++) {
      if (side(i) != side) {
        continue;
      }
      boolean onColumn = xs[i] >= column && xs[i] < column + 1;
      boolean across = i > 0 && side(i - 1) == side && xs[i] >= column && xs[i - 1] < column + 1;
      if (onColumn || across) {
        return ys[i];
      }
    }
    return Double.NaN;
  }

  private int side(int i) {
    if (isBreak(i)) {
      return 0;
    }
    return raws[i] >= highest ? 1 : raws[i] <= lowest ? -1 : 0;
  }

  private void dropFrom(double x) {
    while (count > 0 && xs[count - 1] >= x) {
      count--;
    }
  }

  private void add(double x, double y, int raw) {
    if (count == xs.length) {
      xs = Arrays.copyOf(xs, 2 * count);
      ys = Arrays.copyOf(ys, 2 * count);
      raws = Arrays.copyOf(raws, 2 * count);
    }
    xs[count] = x;
    raws[count] = raw;
    ys[count++] = y;
  }
}

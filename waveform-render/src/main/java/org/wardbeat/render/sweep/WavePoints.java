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
  private int count;

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

  /** Takes the samples {@code from} to {@code to} of a ring, without the late ones. */
  void load(
      SampleRing ring,
      SampleTimeline timeline,
      LateLog late,
      long from,
      long to,
      double pxPerMicro,
      double slope,
      double intercept) {
    count = 0;
    int wanted = Math.clamp(to - from, 0, ring.capacity());
    if (samples.length < wanted) {
      samples = new int[wanted * 2];
    }
    ring.copy(from, from + wanted, samples);
    late.mask(from, samples, wanted, SampleRing.GAP);
    for (int i = 0; i < wanted; i++) {
      double x = timeline.timeMicros(from + i) * pxPerMicro;
      if (!timeline.joinsPrevious(from + i)) {
        dropFrom(x);
        add(x, Double.NaN);
      }
      add(x, samples[i] == SampleRing.GAP ? Double.NaN : samples[i] * slope + intercept);
    }
  }

  private void dropFrom(double x) {
    while (count > 0 && xs[count - 1] >= x) {
      count--;
    }
  }

  private void add(double x, double y) {
    if (count == xs.length) {
      xs = Arrays.copyOf(xs, 2 * count);
      ys = Arrays.copyOf(ys, 2 * count);
    }
    xs[count] = x;
    ys[count++] = y;
  }
}

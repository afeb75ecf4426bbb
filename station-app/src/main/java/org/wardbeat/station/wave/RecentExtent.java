package org.wardbeat.station.wave;

import java.util.Arrays;
import org.wardbeat.render.ring.SampleRing;

/** Between which values a wave has lain lately, scan by scan. User-interface thread only. */
final class RecentExtent {
  private final double[] lows;
  private final double[] highs;
  private int scans;

  /**
   * @param window of how many scans it knows, at least 1
   */
  RecentExtent(int window) {
    lows = new double[window];
    highs = new double[window];
  }

  /**
   * Takes what came since the last scan.
   *
   * @param samples of which {@link SampleRing#GAP} are left out
   * @param count how many of them count
   * @return whether anything came
   */
  boolean add(int[] samples, int count) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      if (samples[i] != SampleRing.GAP) {
        least = Math.min(least, samples[i]);
        most = Math.max(most, samples[i]);
      }
    }
    int slot = scans++ % lows.length;
    lows[slot] = least;
    highs[slot] = most;
    return least <= most;
  }

  /** The least value; infinite if none came. */
  double least() {
    return Arrays.stream(lows, 0, Math.min(scans, lows.length)).min().orElse(0);
  }

  /** The greatest value. */
  double most() {
    return Arrays.stream(highs, 0, Math.min(scans, highs.length)).max().orElse(0);
  }
}

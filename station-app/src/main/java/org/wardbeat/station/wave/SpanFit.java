package org.wardbeat.station.wave;

import java.util.Arrays;
import org.wardbeat.render.ring.SampleRing;

/**
 * Finds the scale with which a wave without an absolute height, as a pulse wave, fills its lane.
 *
 * <p>A wave that leaves its scale gets a wider one at once. It gets a narrower one only when it has
 * filled less than {@value #LEAST_FILLED} of it over {@value #WINDOW} scans (one a second), so that
 * it does not change its size from beat to beat. User-interface thread only.
 */
public final class SpanFit {
  /** Scans over which the extent of a wave is known; longer than a slow breath. */
  public static final int WINDOW = 12;

  /** Share of the scale that a wave fills as long as it keeps it. */
  public static final double LEAST_FILLED = 0.6;

  /** Share of the wave's extent that is left free above and below it. */
  private static final double ROOM = 0.12;

  private final double[] lows = new double[WINDOW];
  private final double[] highs = new double[WINDOW];
  private final double leastUnits;
  private double low;
  private double high;
  private boolean placed;
  private int scans;
  private int scansSincePlaced;

  /**
   * @param leastUnits least extent that is drawn in full height, in ADC units, above 0: what is
   *     smaller is noise, and stays small
   * @param low bottom of the scale until something came, in ADC units
   * @param high its top, above {@code low}
   */
  public SpanFit(double leastUnits, double low, double high) {
    this.leastUnits = leastUnits;
    this.low = low;
    this.high = high;
  }

  /** What lies at the bottom of the lane, in ADC units. */
  public double low() {
    return low;
  }

  /** What lies at its top. */
  public double high() {
    return high;
  }

  /**
   * Takes what came since the last scan.
   *
   * @param samples of which {@link SampleRing#GAP} are left out
   * @param count how many of them count
   * @return whether the scale changed
   */
  public boolean scan(int[] samples, int count) {
    int slot = scans++ % WINDOW;
    remember(samples, count, slot);
    if (lows[slot] > highs[slot]) {
      return false;
    }
    double least = Arrays.stream(lows, 0, Math.min(scans, WINDOW)).min().orElse(low);
    double most = Arrays.stream(highs, 0, Math.min(scans, WINDOW)).max().orElse(high);
    boolean inside = placed && least >= low && most <= high;
    scansSincePlaced++;
    boolean small =
        Math.max(most - least, leastUnits) < LEAST_FILLED * (high - low) / (1 + 2 * ROOM);
    if (inside && !(small && scansSincePlaced >= WINDOW)) {
      return false;
    }
    place(least, most);
    return true;
  }

  private void remember(int[] samples, int count, int slot) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      if (samples[i] != SampleRing.GAP) {
        least = Math.min(least, samples[i]);
        most = Math.max(most, samples[i]);
      }
    }
    lows[slot] = least;
    highs[slot] = most;
  }

  private void place(double least, double most) {
    double extent = Math.max(most - least, leastUnits);
    double centre = (least + most) / 2;
    double half = extent * (0.5 + ROOM);
    low = centre - half;
    high = centre + half;
    placed = true;
    scansSincePlaced = 0;
  }
}

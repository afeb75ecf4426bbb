package org.wardbeat.station.overview;

import java.util.Arrays;
import org.wardbeat.render.ring.SampleRing;
import org.wardbeat.render.sweep.Amplitude;

/**
 * Finds the scale with which a wave without a calibrated height, as of a pulse or a breath, fills
 * its lane. A wave that leaves its lane is scaled anew at once; one that has become small only
 * after {@value #WINDOW} scans (one a second), so that it does not breathe with the patient. What
 * is almost flat is not blown up: it is shown as flat. User-interface thread only.
 */
final class PulseFit {
  /** Scans over which the extent of a wave is known. */
  static final int WINDOW = 12;

  /** Of the extent, kept free above and below. */
  private static final double MARGIN = 0.12;

  /** Of the usual scale: less is noise. */
  private static final double LEAST_EXTENT = 0.1;

  /** Of the scale; a wave that fills less is made larger. */
  private static final double SMALL = 0.5;

  private final double leastExtent;
  private final double[] lows = new double[WINDOW];
  private final double[] highs = new double[WINDOW];
  private Amplitude.FullScale amplitude;
  private int scans;
  private int scansSincePlaced;

  /**
   * @param zeroUnits ADC units of nothing
   * @param unitsPerScale ADC units of the usual full scale, not 0
   */
  PulseFit(double zeroUnits, double unitsPerScale) {
    leastExtent = LEAST_EXTENT * Math.abs(unitsPerScale);
    amplitude = new Amplitude.FullScale(zeroUnits, zeroUnits + unitsPerScale);
  }

  Amplitude amplitude() {
    return amplitude;
  }

  /** Takes what came since the last scan; returns whether the scale changed. */
  boolean scan(Scan scan) {
    if (!remember(scan.samples(), scan.count())) {
      return false;
    }
    double low = Arrays.stream(lows, 0, Math.min(scans, WINDOW)).min().orElse(0);
    double high = Arrays.stream(highs, 0, Math.min(scans, WINDOW)).max().orElse(0);
    double extent = Math.max(high - low, leastExtent);
    double bottom = Math.min(amplitude.lowUnits(), amplitude.highUnits());
    double top = Math.max(amplitude.lowUnits(), amplitude.highUnits());
    boolean inside = low >= bottom && high <= top;
    boolean small = extent < SMALL * (top - bottom);
    scansSincePlaced++;
    if (inside && !(small && (scansSincePlaced >= WINDOW || scans == 1))) {
      return false;
    }
    double centre = (low + high) / 2;
    double half = extent * (0.5 + MARGIN);
    boolean upright = amplitude.highUnits() > amplitude.lowUnits();
    Amplitude.FullScale next =
        new Amplitude.FullScale(
            centre - (upright ? half : -half), centre + (upright ? half : -half));
    boolean changed = !next.equals(amplitude);
    amplitude = next;
    scansSincePlaced = 0;
    return changed;
  }

  private boolean remember(int[] samples, int count) {
    int least = Integer.MAX_VALUE;
    int most = Integer.MIN_VALUE;
    for (int i = 0; i < count; i++) {
      if (samples[i] != SampleRing.GAP) {
        least = Math.min(least, samples[i]);
        most = Math.max(most, samples[i]);
      }
    }
    if (least > most) {
      return false;
    }
    lows[scans % WINDOW] = least;
    highs[scans % WINDOW] = most;
    scans++;
    return true;
  }
}

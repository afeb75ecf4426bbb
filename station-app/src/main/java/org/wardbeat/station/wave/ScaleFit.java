package org.wardbeat.station.wave;

/**
 * Finds the scale of a pressure or of CO₂: from zero to the least of the usual round values that
 * the wave does not exceed.
 *
 * <p>A wave that leaves its scale gets a wider one at once. It gets a narrower one only when it has
 * fitted that for {@value SpanFit#WINDOW} scans (one a second), so that the scale can be read.
 * User-interface thread only.
 */
final class ScaleFit implements WaveFit {
  /** In the channel's unit: mmHg, kPa or %. Those of mmHg are the ones of bedside monitors. */
  private static final double[] TOPS = {
    2, 4, 6, 8, 10, 15, 20, 30, 40, 60, 80, 100, 150, 200, 250, 300
  };

  private final RecentExtent extent = new RecentExtent(SpanFit.WINDOW);
  private final double zero;
  private final double perUnit;
  private double top;
  private boolean placed;
  private int scansSincePlaced;

  /**
   * @param zero of the channel, in ADC units
   * @param perUnit ADC units in one unit of the channel, above 0
   * @param top of the scale until something came, in the channel's unit
   */
  ScaleFit(double zero, double perUnit, double top) {
    this.zero = zero;
    this.perUnit = perUnit;
    this.top = top;
  }

  /** What lies at the top of the lane, in the channel's unit. */
  double top() {
    return top;
  }

  @Override
  public double low() {
    return zero;
  }

  @Override
  public double high() {
    return zero + top * perUnit;
  }

  @Override
  public boolean scan(int[] samples, int count) {
    if (!extent.add(samples, count)) {
      return false;
    }
    double wanted = top((extent.most() - zero) / perUnit);
    scansSincePlaced++;
    boolean due = !placed || wanted > top || scansSincePlaced >= SpanFit.WINDOW;
    placed = true;
    if (!due || wanted == top) {
      return false;
    }
    top = wanted;
    scansSincePlaced = 0;
    return true;
  }

  private static double top(double value) {
    for (double each : TOPS) {
      if (value <= each) {
        return each;
      }
    }
    return TOPS[TOPS.length - 1];
  }
}

package org.wardbeat.station.wave;

/**
 * Finds the scale with which a wave without an absolute height, as a pulse wave, fills its lane.
 *
 * <p>A wave that leaves its scale gets a wider one at once. It gets a narrower one only when it has
 * filled less than {@value #LEAST_FILLED} of it over {@value #WINDOW} scans (one a second), so that
 * it does not change its size from beat to beat. User-interface thread only.
 */
final class SpanFit implements WaveFit {
  /** Scans over which the extent of a wave is known; longer than a slow breath. */
  static final int WINDOW = 12;

  /** Share of the scale that a wave fills as long as it keeps it. */
  static final double LEAST_FILLED = 0.6;

  /** Share of the wave's extent that is left free above and below it. */
  private static final double ROOM = 0.12;

  private final RecentExtent extent = new RecentExtent(WINDOW);
  private final double leastUnits;
  private double low;
  private double high;
  private boolean placed;
  private int scansSincePlaced;

  /**
   * @param leastUnits least extent that is drawn in full height, in ADC units, above 0: what is
   *     smaller is noise, and stays small
   * @param low bottom of the scale until something came, in ADC units
   * @param high its top, above {@code low}
   */
  SpanFit(double leastUnits, double low, double high) {
    this.leastUnits = leastUnits;
    this.low = low;
    this.high = high;
  }

  @Override
  public double low() {
    return low;
  }

  @Override
  public double high() {
    return high;
  }

  @Override
  public boolean scan(int[] samples, int count) {
    if (!extent.add(samples, count)) {
      return false;
    }
    double least = extent.least();
    double most = extent.most();
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

  private void place(double least, double most) {
    double drawn = Math.max(most - least, leastUnits);
    double centre = (least + most) / 2;
    double half = drawn * (0.5 + ROOM);
    low = centre - half;
    high = centre + half;
    placed = true;
    scansSincePlaced = 0;
  }
}

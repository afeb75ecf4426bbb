package org.wardbeat.render.sweep;

/**
 * How time and millimetres become pixels.
 *
 * @param pxPerMm logical pixels (at 96 dpi) per millimetre of this screen, as measured by its user;
 *     0.5 to 100
 * @param mmPerSecond speed of the sweep in mm/s, 1 to 200; 25 is usual for an ECG
 */
public record SweepScale(double pxPerMm, double mmPerSecond) {

  /**
   * @throws IllegalArgumentException if a value is out of range
   */
  public SweepScale {
    if (!(pxPerMm >= 0.5 && pxPerMm <= 100)) {
      throw new IllegalArgumentException(pxPerMm + " px per mm is not 0.5 to 100.");
    }
    if (!(mmPerSecond >= 1 && mmPerSecond <= 200)) {
      throw new IllegalArgumentException("A sweep of " + mmPerSecond + " mm/s is not 1 to 200.");
    }
  }

  /** Speed of the sweep in logical pixels a second. */
  public double pxPerSecond() {
    return pxPerMm * mmPerSecond;
  }
}

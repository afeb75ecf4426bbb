package org.wardbeat.render.sweep;

/** How the raw samples of a wave become a height within its lane. */
public sealed interface Amplitude {

  /**
   * A calibrated wave, as an ECG.
   *
   * @param unitsPerMillivolt ADC units per mV, not 0
   * @param zeroUnits ADC units at 0 mV
   * @param mmPerMillivolt gain in mm/mV, above 0; 10 is usual
   * @param zeroAt where 0 mV lies in the lane: 0 at its top, 1 at its bottom
   */
  record Calibrated(
      double unitsPerMillivolt, double zeroUnits, double mmPerMillivolt, double zeroAt)
      implements Amplitude {

    /**
     * @throws IllegalArgumentException if a value is out of range
     */
    public Calibrated {
      requireFinite(unitsPerMillivolt, zeroUnits, mmPerMillivolt, zeroAt);
      if (unitsPerMillivolt == 0 || mmPerMillivolt <= 0 || zeroAt < 0 || zeroAt > 1) {
        throw new IllegalArgumentException(
            unitsPerMillivolt
                + " units/mV at "
                + mmPerMillivolt
                + " mm/mV with 0 mV at "
                + zeroAt
                + " of the height cannot be drawn.");
      }
    }

    /** A wave whose 0 mV lies at three quarters of the height, as QRS complexes point upwards. */
    public static Calibrated ecg(double unitsPerMillivolt, double zeroUnits, double mmPerMv) {
      return new Calibrated(unitsPerMillivolt, zeroUnits, mmPerMv, 0.75);
    }

    @Override
    public double slope(double height, double pxPerMm, double margin) {
      return -mmPerMillivolt * pxPerMm / unitsPerMillivolt;
    }

    @Override
    public double restUnits() {
      return zeroUnits;
    }

    @Override
    public double intercept(double height, double pxPerMm, double margin) {
      return zeroAt * height - zeroUnits * slope(height, pxPerMm, margin);
    }
  }

  /**
   * A wave that fills its lane, as a pleth or a respiration.
   *
   * @param lowUnits ADC units at the bottom of the lane
   * @param highUnits ADC units at its top, different from {@code lowUnits}
   */
  record FullScale(double lowUnits, double highUnits) implements Amplitude {

    /**
     * @throws IllegalArgumentException if both are the same
     */
    public FullScale {
      requireFinite(lowUnits, highUnits);
      if (lowUnits == highUnits) {
        throw new IllegalArgumentException("A scale from " + lowUnits + " to itself is none.");
      }
    }

    @Override
    public double slope(double height, double pxPerMm, double margin) {
      return -(height - 2 * margin) / (highUnits - lowUnits);
    }

    @Override
    public double restUnits() {
      return (lowUnits + highUnits) / 2;
    }

    @Override
    public double intercept(double height, double pxPerMm, double margin) {
      return margin - highUnits * slope(height, pxPerMm, margin);
    }
  }

  /**
   * Pixels downwards per ADC unit.
   *
   * @param height of the lane in px
   * @param pxPerMm of the screen
   * @param margin px that a full-scale wave keeps off the lane's edges
   */
  double slope(double height, double pxPerMm, double margin);

  /** Pixels from the lane's top at which a sample of 0 units lies; parameters as for slope. */
  double intercept(double height, double pxPerMm, double margin);

  /** Where a wave lies of which a filter took the level, in ADC units. */
  double restUnits();

  private static void requireFinite(double... values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("A scale of " + value + " cannot be drawn.");
      }
    }
  }
}

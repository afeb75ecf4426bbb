package org.wardbeat.benchmarks.live;

/** The electrocardiograms that all subjects show: made, and the same in each run. */
final class Waves {

  static final int FREQUENCY_HZ = 250;
  static final int UNITS_PER_MILLIVOLT = 200;

  private Waves() {}

  /** A sample of a bed in ADC units. */
  static int sample(int bed, long index) {
    double beats = index / (double) FREQUENCY_HZ * (1 + bed * 7 % 60 / 60.0) + bed * 0.37;
    double phase = beats - Math.floor(beats);
    double millivolts =
        0.12 * bump(phase, 0.18, 0.025)
            + (0.8 + 0.05 * (bed % 8)) * bump(phase, 0.30, 0.010)
            - 0.2 * bump(phase, 0.33, 0.010)
            + 0.25 * bump(phase, 0.55, 0.04)
            + 0.01 * Math.sin(index * 0.15 + bed);
    return (int) Math.round(millivolts * UNITS_PER_MILLIVOLT);
  }

  private static double bump(double x, double at, double width) {
    double d = (x - at) / width;
    return Math.exp(-d * d / 2);
  }
}

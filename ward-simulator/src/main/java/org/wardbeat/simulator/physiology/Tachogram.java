package org.wardbeat.simulator.physiology;

import java.util.random.RandomGenerator;

/**
 * The variation of the RR interval over time: a series with the bimodal power spectrum of McSharry
 * et al. 2003, eq. (3)–(5). Two Gaussians, of the Mayer waves at 0.1 Hz (LF) and of the respiratory
 * sinus arrhythmia at the rate of breathing (HF), each 0.01 Hz wide, with LF/HF = 0.5 and random
 * phases; scaled to mean 0 and standard deviation 1. Repeats after {@link #PERIOD_SECONDS} without
 * a step. Immutable.
 */
final class Tachogram {
  static final int PERIOD_SECONDS = 512;
  static final int SAMPLES_PER_SECOND = 2;

  private static final double MAYER_HZ = 0.1;
  private static final double WIDTH_HZ = 0.01;
  private static final double LF_TO_HF = 0.5;
  private static final double NEGLIGIBLE = 1e-6;

  private final double[] series = new double[PERIOD_SECONDS * SAMPLES_PER_SECOND];

  Tachogram(double respiratoryHz, RandomGenerator random) {
    for (int bin = 1; bin < series.length / 2; bin++) {
      double hertz = (double) bin / PERIOD_SECONDS;
      double power = LF_TO_HF * bell(hertz - MAYER_HZ) + bell(hertz - respiratoryHz);
      if (power > NEGLIGIBLE) {
        add(Math.sqrt(power), bin, random.nextDouble() * 2 * Math.PI);
      }
    }
    normalise();
  }

  private static double bell(double distance) {
    return Math.exp(-distance * distance / (2 * WIDTH_HZ * WIDTH_HZ));
  }

  private void add(double amplitude, int bin, double phase) {
    double step = 2 * Math.PI * bin / series.length;
    for (int i = 0; i < series.length; i++) {
      series[i] += amplitude * Math.cos(step * i + phase);
    }
  }

  private void normalise() {
    double power = 0;
    for (double value : series) {
      power += value * value;
    }
    double deviation = Math.sqrt(power / series.length);
    for (int i = 0; i < series.length; i++) {
      series[i] /= deviation;
    }
  }

  /** The deviation at a time, in standard deviations. */
  double at(double seconds) {
    double position = seconds * SAMPLES_PER_SECOND % series.length;
    int index = (int) position;
    double part = position - index;
    return series[index] * (1 - part) + series[(index + 1) % series.length] * part;
  }
}

package org.wardbeat.simulator.physiology;

import java.util.Arrays;

/**
 * The photoplethysmogram: each beat with output sends a pulse that arrives after the pulse transit
 * time. A pulse is the sum of two Gaussians, the systolic wave and the reflected one after the
 * dicrotic notch (after the decomposition of Rubins, Med. Biol. Eng. Comput. 46:1271–1276, 2008).
 * Nothing is allocated per step.
 */
final class PulseWave {
  private static final double SYSTOLIC_SECONDS = 0.17;
  private static final double SYSTOLIC_WIDTH = 0.065;
  private static final double REFLECTED_HEIGHT = 0.38;
  private static final double REFLECTED_SECONDS = 0.40;
  private static final double REFLECTED_WIDTH = 0.11;
  private static final double PULSE_SECONDS = 0.9;
  private static final int OVERLAPPING = 8;

  private final double[] shape;
  private final long[] starts = new long[OVERLAPPING];
  private final double[] heights = new double[OVERLAPPING];
  private int newest;
  private long sample;

  PulseWave(int samplesPerSecond) {
    shape = new double[(int) (PULSE_SECONDS * samplesPerSecond)];
    for (int i = 0; i < shape.length; i++) {
      double seconds = (double) i / samplesPerSecond;
      shape[i] =
          bell((seconds - SYSTOLIC_SECONDS) / SYSTOLIC_WIDTH)
              + REFLECTED_HEIGHT * bell((seconds - REFLECTED_SECONDS) / REFLECTED_WIDTH);
    }
    Arrays.fill(starts, -shape.length);
  }

  private static double bell(double distance) {
    return Math.exp(-distance * distance / 2);
  }

  /** Sends a pulse whose foot arrives after so many samples. */
  void send(int samplesUntilFoot, double height) {
    newest = (newest + 1) % OVERLAPPING;
    starts[newest] = sample + samplesUntilFoot;
    heights[newest] = height;
  }

  /** The next value, 0 without pulses and about 1 at the top of a pulse of height 1. */
  double step() {
    double value = 0;
    for (int i = 0; i < OVERLAPPING; i++) {
      long age = sample - starts[i];
      if (age >= 0 && age < shape.length) {
        value += heights[i] * shape[(int) age];
      }
    }
    sample++;
    return value;
  }
}

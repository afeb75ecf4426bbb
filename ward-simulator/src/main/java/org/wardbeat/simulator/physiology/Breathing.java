package org.wardbeat.simulator.physiology;

import java.util.random.RandomGenerator;

/**
 * The breathing of a patient: one phase that moves the respiration wave, the baseline and height of
 * the ECG and the pulse wave alike. Breaths differ in length by about 5 %. Inspiration takes less
 * time than expiration.
 */
final class Breathing {
  private static final double BREATH_SPREAD = 0.05;
  private static final double INSPIRATION_SKEW = 0.35;

  private final double stepSeconds;
  private final RandomGenerator random;
  private double phase;
  private double breathFactor = 1;
  private double value;

  Breathing(double stepSeconds, RandomGenerator random) {
    this.stepSeconds = stepSeconds;
    this.random = random;
    this.phase = random.nextDouble() * 2 * Math.PI;
  }

  /**
   * One step.
   *
   * @return whether a breath begins
   */
  boolean step(double breathsPerMinute) {
    phase += 2 * Math.PI * breathsPerMinute / 60 * breathFactor * stepSeconds;
    boolean begins = phase >= 2 * Math.PI;
    if (begins) {
      phase -= 2 * Math.PI;
      breathFactor =
          1
              + Math.clamp(
                  BREATH_SPREAD * random.nextGaussian(), -3 * BREATH_SPREAD, 3 * BREATH_SPREAD);
    }
    value = Math.sin(phase - Math.PI / 2 + INSPIRATION_SKEW * Math.sin(phase));
    return begins;
  }

  /** How full the chest is, from -1 to 1. */
  double value() {
    return value;
  }
}

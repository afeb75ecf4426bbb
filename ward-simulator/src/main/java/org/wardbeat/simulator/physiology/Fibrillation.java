package org.wardbeat.simulator.physiology;

import java.util.random.RandomGenerator;

/**
 * An oscillation whose frequency and height wander: the fibrillatory waves of the atria (4–9 Hz,
 * small) or of the ventricles (3.5–6.5 Hz, coarse). Nothing is allocated per step.
 */
final class Fibrillation {
  private final double stepSeconds;
  private final double lowHz;
  private final double highHz;
  private final RandomGenerator random;
  private double hertz;
  private double phase;
  private double slowPhase;
  private double strength;

  Fibrillation(double stepSeconds, double lowHz, double highHz, RandomGenerator random) {
    this.stepSeconds = stepSeconds;
    this.lowHz = lowHz;
    this.highHz = highHz;
    this.random = random;
    this.hertz = (lowHz + highHz) / 2;
  }

  /**
   * The next value.
   *
   * @param wantedStrength 0 or 1, reached within about a second
   * @return from -1 to 1
   */
  double step(double wantedStrength) {
    strength += (wantedStrength - strength) * stepSeconds * 3;
    double wander = (random.nextDouble() - 0.5) * 8 * Math.sqrt(stepSeconds);
    hertz = Math.clamp(hertz + wander, lowHz, highHz);
    phase = (phase + 2 * Math.PI * hertz * stepSeconds) % (2 * Math.PI);
    slowPhase = (slowPhase + 2 * Math.PI * 0.37 * stepSeconds) % (2 * Math.PI);
    double envelope = 0.75 + 0.25 * Math.sin(slowPhase);
    return strength * envelope * (0.8 * Math.sin(phase) + 0.2 * Math.sin(2 * phase + slowPhase));
  }
}

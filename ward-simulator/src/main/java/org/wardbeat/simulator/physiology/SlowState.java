package org.wardbeat.simulator.physiology;

import java.util.random.RandomGenerator;

/**
 * What changes over minutes: rate, breathing, oxygen, temperature, pressure and perfusion. Each one
 * wanders a little around its usual value (Ornstein-Uhlenbeck) and follows the severity of a
 * deterioration with a lag of its own: at severity 1 the picture of septic shock with respiratory
 * failure, where heart and breathing race, oxygen and pressure fall, and hands go cold.
 */
final class SlowState {
  private static final double WANDER_SECONDS = 60;

  /** One value with its usual level, wander, change at severity 1, lag and bounds. */
  private final class Level {
    private final double usual;
    private final double wander;
    private final double change;
    private final double lagSeconds;
    private final double min;
    private final double max;
    private double shift;
    private double noise;

    Level(double usual, double wander, double change, double lagSeconds, double min, double max) {
      this.usual = usual;
      this.wander = wander;
      this.change = change;
      this.lagSeconds = lagSeconds;
      this.min = min;
      this.max = max;
    }

    void step(double seconds) {
      shift += (severity * change - shift) * Math.min(1, seconds / lagSeconds);
      double keep = Math.exp(-seconds / WANDER_SECONDS);
      noise = keep * noise + Math.sqrt(1 - keep * keep) * wander * random.nextGaussian();
    }

    double value() {
      return Math.clamp(usual + shift + noise, min, max);
    }
  }

  private final RandomGenerator random;
  private final Level heartRate;
  private final Level respiratoryRate;
  private final Level oxygenSaturation;
  private final Level temperature;
  private final Level systolic;
  private final Level diastolic;
  private final Level perfusion;
  private double severity;

  SlowState(PatientProfile profile, RandomGenerator random) {
    this.random = random;
    this.heartRate = new Level(profile.heartRate(), 1.2, 50, 15, 30, 200);
    this.respiratoryRate = new Level(profile.respiratoryRate(), 0.5, 16, 20, 4, 60);
    this.oxygenSaturation = new Level(profile.oxygenSaturation(), 0.4, -13, 25, 50, 100);
    this.temperature = new Level(profile.temperature(), 0.03, 2.2, 600, 30, 43);
    this.systolic = new Level(profile.systolic(), 2, -45, 60, 40, 260);
    this.diastolic = new Level(profile.diastolic(), 1.5, -22, 60, 20, 150);
    this.perfusion =
        new Level(
            profile.perfusion(),
            0.04 * profile.perfusion(),
            -0.65 * profile.perfusion(),
            30,
            0.05,
            2);
  }

  void setSeverity(double severity) {
    this.severity = severity;
  }

  void step(double seconds) {
    heartRate.step(seconds);
    respiratoryRate.step(seconds);
    oxygenSaturation.step(seconds);
    temperature.step(seconds);
    systolic.step(seconds);
    diastolic.step(seconds);
    perfusion.step(seconds);
  }

  double heartRate() {
    return heartRate.value();
  }

  double respiratoryRate() {
    return respiratoryRate.value();
  }

  double oxygenSaturation() {
    return oxygenSaturation.value();
  }

  double temperature() {
    return temperature.value();
  }

  double systolic() {
    return systolic.value();
  }

  double diastolic() {
    return diastolic.value();
  }

  double perfusion() {
    return perfusion.value();
  }
}

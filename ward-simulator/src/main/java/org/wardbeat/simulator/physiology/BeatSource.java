package org.wardbeat.simulator.physiology;

import java.util.random.RandomGenerator;

/**
 * Decides, at each beat, when the next one comes and where from. A premature beat comes after 60 %
 * of the usual interval and is followed by a compensatory pause, so that the two together take two
 * usual intervals. Fibrillating atria give uncorrelated intervals, spread log-normally.
 */
final class BeatSource {
  private static final double PREMATURE = 0.6;
  private static final double FIBRILLATION_SPREAD = 0.2;
  private static final double TACHYCARDIA_SECONDS = 60.0 / 180;
  private static final double MIN_SECONDS = 0.3;
  private static final double MAX_SECONDS = 2.4;

  private final PatientProfile profile;
  private final Tachogram tachogram;
  private final RandomGenerator random;
  private Beat next = Beat.SINUS;
  private double pause;

  BeatSource(PatientProfile profile, Tachogram tachogram, RandomGenerator random) {
    this.profile = profile;
    this.tachogram = tachogram;
    this.random = random;
  }

  /**
   * Chooses the next beat.
   *
   * @return seconds until it
   */
  double chooseNext(Rhythm rhythm, double seconds, double heartRate) {
    double mean = 60 / heartRate;
    double usual = mean * (1 + profile.heartRateVariation() * tachogram.at(seconds));
    boolean afterPremature = next == Beat.VENTRICULAR;
    double interval =
        switch (rhythm) {
          case VENTRICULAR_TACHYCARDIA -> {
            next = Beat.VENTRICULAR;
            pause = 0;
            yield TACHYCARDIA_SECONDS * (1 + 0.02 * random.nextGaussian());
          }
          case ATRIAL_FIBRILLATION -> {
            next = Beat.FIBRILLATING;
            double spread = FIBRILLATION_SPREAD;
            yield mean * Math.exp(spread * random.nextGaussian() - spread * spread / 2);
          }
          case PACED -> {
            next = Beat.PACED;
            pause = 0;
            yield 60 / profile.heartRate();
          }
          case BIGEMINY -> sinusOr(!afterPremature, usual);
          default ->
              sinusOr(
                  !afterPremature
                      && random.nextDouble() < profile.prematureBeatsPerMinute() / heartRate,
                  usual);
        };
    return Math.clamp(interval, MIN_SECONDS, MAX_SECONDS);
  }

  private double sinusOr(boolean premature, double usual) {
    double interval = usual + pause;
    next = Beat.SINUS;
    pause = 0;
    if (premature) {
      next = Beat.VENTRICULAR;
      pause = (1 - PREMATURE) * usual;
      interval = PREMATURE * usual;
    }
    return interval;
  }

  /** Where the chosen beat comes from. */
  Beat next() {
    return next;
  }
}

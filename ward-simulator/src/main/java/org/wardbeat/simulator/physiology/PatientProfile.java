package org.wardbeat.simulator.physiology;

import java.util.SplittableRandom;

/**
 * What a patient is like when nothing happens.
 *
 * @param rhythm the patient's usual rhythm
 * @param heartRate mean beats per minute, 30–200
 * @param heartRateVariation standard deviation of the RR interval as part of its mean, 0–0.2
 * @param prematureBeatsPerMinute ventricular beats now and then in sinus rhythm, 0–20
 * @param ecgScale size of the electrocardiogram, 1 being usual, 0.1–3
 * @param tWaveScale size of the T wave on top of that, 1 being usual, 0–4
 * @param respiratoryRate breaths per minute, 4–60
 * @param oxygenSaturation percent, 50–100
 * @param temperature °C, 30–43
 * @param systolic mmHg
 * @param diastolic mmHg
 * @param perfusion height of the pulse wave, 1 being well perfused, 0.05–2
 */
public record PatientProfile(
    Rhythm rhythm,
    double heartRate,
    double heartRateVariation,
    double prematureBeatsPerMinute,
    double ecgScale,
    double tWaveScale,
    double respiratoryRate,
    double oxygenSaturation,
    double temperature,
    double systolic,
    double diastolic,
    double perfusion) {

  private static final int KINDS = 16;

  /** A healthy adult at rest, who is the same every time. */
  public static final PatientProfile RESTING =
      new PatientProfile(Rhythm.SINUS, 70, 0.04, 0, 1, 1, 15, 97, 36.8, 120, 75, 1);

  /** Checks the ranges. */
  public PatientProfile {
    within("heart rate", heartRate, 30, 200);
    within("heart rate variation", heartRateVariation, 0, 0.2);
    within("premature beats per minute", prematureBeatsPerMinute, 0, 20);
    within("ECG scale", ecgScale, 0.1, 3);
    within("T wave scale", tWaveScale, 0, 4);
    within("respiratory rate", respiratoryRate, 4, 60);
    within("oxygen saturation", oxygenSaturation, 50, 100);
    within("temperature", temperature, 30, 43);
    within("perfusion", perfusion, 0.05, 2);
    within("diastolic pressure", diastolic, 20, 150);
    within("systolic pressure", systolic, diastolic, 260);
  }

  private static void within(String what, double value, double min, double max) {
    if (!(value >= min && value <= max)) {
      throw new IllegalArgumentException(
          what + " must be from " + min + " to " + max + ", not " + value);
    }
  }

  /**
   * The patient of a bed in a ward as it usually is: mostly calm, each one different, a few with
   * something to see. All values lie within the default alarm limits of an adult.
   *
   * @param bed number of the bed from 0
   * @param seed same seed, same ward
   */
  public static PatientProfile ofBed(int bed, long seed) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + bed);
    int kind = bed % KINDS;
    double heartRate =
        switch (kind) {
          case 4 -> 104;
          case 10 -> 70;
          case 14 -> 54;
          default -> random.nextDouble(60, 92);
        };
    return new PatientProfile(
        switch (kind) {
          case 5 -> Rhythm.BIGEMINY;
          case 7 -> Rhythm.ATRIAL_FIBRILLATION;
          case 10 -> Rhythm.PACED;
          default -> Rhythm.SINUS;
        },
        heartRate,
        random.nextDouble(0.02, 0.05),
        switch (kind) {
          case 2 -> 6;
          case 13 -> 3;
          default -> 0;
        },
        kind == 9 ? 0.35 : random.nextDouble(0.8, 1.25),
        kind == 11 ? 2.4 : random.nextDouble(0.7, 1.3),
        random.nextDouble(12, 19),
        kind == 9 ? 93 : random.nextDouble(95, 98.5),
        random.nextDouble(36.4, 37.4),
        random.nextDouble(108, 142),
        random.nextDouble(62, 84),
        kind == 9 ? 0.4 : random.nextDouble(0.7, 1.2));
  }
}

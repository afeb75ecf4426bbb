package org.wardbeat.simulator.physiology;

/** How the heart of a patient beats. */
public enum Rhythm {
  /** Regular, with the variability of the tachogram and the patient's premature beats. */
  SINUS,
  /** Every other beat is a premature ventricular one. */
  BIGEMINY,
  /** Irregular intervals, no P wave, fibrillatory waves between the beats. */
  ATRIAL_FIBRILLATION,
  /** A pacemaker stimulates the ventricle at the patient's usual rate, whatever the body asks. */
  PACED,
  /** Wide ventricular beats at about 180 per minute with little output. */
  VENTRICULAR_TACHYCARDIA,
  /** No beats, no output, a coarse oscillation of 3.5–6.5 Hz. */
  VENTRICULAR_FIBRILLATION,
  /** No beats at all; the breathing still moves the baseline. */
  ASYSTOLE;

  /** Whether there are beats. */
  public boolean isBeating() {
    return this != VENTRICULAR_FIBRILLATION && this != ASYSTOLE;
  }
}

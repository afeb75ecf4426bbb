package org.wardbeat.wire.ward;

/**
 * What early warning scores are made of, with the numbers that stand for it. The ordinal is its
 * number on the wire.
 */
public enum ScoreParameter {
  /** Respirations per minute. */
  RESPIRATION(0, 200),
  /** Oxygen saturation, percent. */
  SPO2(0, 100),
  /** 1 for the hypercapnic target range of 88–92 % (NEWS2's scale 2), otherwise 0. */
  SPO2_SCALE_2(0, 1),
  /** 1 if the patient breathes additional oxygen, 0 for air. */
  OXYGEN(0, 1),
  /** Systolic blood pressure, mmHg. */
  SYSTOLIC(0, 400),
  /** Heart beats per minute. */
  PULSE(0, 400),
  /** Consciousness: 0 alert, 1 new confusion, 2 responds to voice, 3 to pain, 4 unresponsive. */
  ACVPU(0, 4),
  /** Body temperature, tenths of a degree Celsius. */
  TEMPERATURE(200, 450);

  private final int least;
  private final int most;

  ScoreParameter(int least, int most) {
    this.least = least;
    this.most = most;
  }

  /** Smallest number that stands for it. */
  public int least() {
    return least;
  }

  /** Greatest number that stands for it. */
  public int most() {
    return most;
  }
}

package org.wardbeat.simulator.physiology;

import org.wardbeat.wire.ward.SignalKind;

/**
 * The waves of a simulated patient. A physical value is the sample divided by {@link #adcPerUnit};
 * the baseline is 0. Rates divide {@link PatientModel#TICKS_PER_SECOND}.
 */
public enum Wave {
  /** ECG lead II, 5 µV steps: what monitors of IEC 60601-2-27 resolve. */
  II(SignalKind.ECG, 250, 200, "mV"),
  /** ECG lead V, over the right heart: small R, deep S. */
  V(SignalKind.ECG, 250, 200, "mV"),
  /** Photoplethysmogram, the height of a well perfused pulse being 1. */
  PLETH(SignalKind.PLETH, 125, 1000, "1"),
  /** Thoracic impedance, about 1 Ω from breath to breath; 25 Hz is plenty for breathing. */
  RESP(SignalKind.RESP, 25, 500, "Ohm");

  private final SignalKind kind;
  private final int frequencyHz;
  private final int adcPerUnit;
  private final String unit;

  Wave(SignalKind kind, int frequencyHz, int adcPerUnit, String unit) {
    this.kind = kind;
    this.frequencyHz = frequencyHz;
    this.adcPerUnit = adcPerUnit;
    this.unit = unit;
  }

  /** What the wave measures. */
  public SignalKind kind() {
    return kind;
  }

  /** Samples per second. */
  public int frequencyHz() {
    return frequencyHz;
  }

  /** Steps of a sample in one {@link #unit}. */
  public int adcPerUnit() {
    return adcPerUnit;
  }

  /** The physical unit in UCUM. */
  public String unit() {
    return unit;
  }
}

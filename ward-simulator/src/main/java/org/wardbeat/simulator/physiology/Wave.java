package org.wardbeat.simulator.physiology;

import org.wardbeat.wire.ward.SignalKind;

/**
 * The waves of a simulated patient. A physical value is the sample divided by {@link #adcPerUnit};
 * the baseline is 0. What is beyond {@link #lowest} and {@link #highest} is clipped. Rates divide
 * {@link PatientModel#TICKS_PER_SECOND}.
 */
public enum Wave {
  /** ECG lead II, ±5.12 mV in 5 µV steps: what monitors of IEC 60601-2-27 resolve. */
  II(SignalKind.ECG, 250, 200, 11, "mV"),
  /** ECG lead V, over the right heart: small R, deep S. */
  V(SignalKind.ECG, 250, 200, 11, "mV"),
  /** Photoplethysmogram, the height of a well perfused pulse being 1. */
  PLETH(SignalKind.PLETH, 125, 1000, 14, "1"),
  /** Thoracic impedance, about 1 Ω from breath to breath; 25 Hz is plenty for breathing. */
  RESP(SignalKind.RESP, 25, 500, 12, "Ohm"),
  /** 1 where a pacemaker fired, else 0. No converter measures it. */
  PACER(SignalKind.PACER, 250, 1, Integer.SIZE, "1");

  private final SignalKind kind;
  private final int frequencyHz;
  private final int adcPerUnit;
  private final int bits;
  private final String unit;

  Wave(SignalKind kind, int frequencyHz, int adcPerUnit, int bits, String unit) {
    this.kind = kind;
    this.frequencyHz = frequencyHz;
    this.adcPerUnit = adcPerUnit;
    this.bits = bits;
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

  /** The least sample, where the converter is saturated. */
  public int lowest() {
    return -1 << (bits - 1);
  }

  /** The greatest sample, where the converter is saturated. */
  public int highest() {
    return ~lowest();
  }

  /** The physical unit in UCUM. */
  public String unit() {
    return unit;
  }
}

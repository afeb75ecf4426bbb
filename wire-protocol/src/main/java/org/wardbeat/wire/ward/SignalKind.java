package org.wardbeat.wire.ward;

/** What a waveform measures. The ordinal is its number on the wire: constants are only appended. */
public enum SignalKind {
  /** Electrocardiogram. */
  ECG,
  /** Photoplethysmogram. */
  PLETH,
  /** Respiration. */
  RESP,
  /** Invasive arterial pressure. */
  ART,
  /** Capnogram. */
  CO2,
  /** Anything else. */
  OTHER,
  /** Where a pacemaker fired: 1 at that sample, else 0. Belongs to its device's ECGs. */
  PACER;

  /** Whether it is a wave of its own; where a pacemaker fired is drawn on ECGs. */
  public boolean isWave() {
    return this != PACER;
  }
}

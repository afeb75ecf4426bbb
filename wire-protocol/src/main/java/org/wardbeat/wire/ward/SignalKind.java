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
  OTHER
}

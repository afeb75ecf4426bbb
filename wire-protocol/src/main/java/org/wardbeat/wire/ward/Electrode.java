package org.wardbeat.wire.ward;

/**
 * ECG electrodes by their AHA names (IEC 60601-2-27). The ordinal is its bit on the wire: constants
 * are only appended.
 */
public enum Electrode {
  RA,
  LA,
  LL,
  RL,
  V,
  V1,
  V2,
  V3,
  V4,
  V5,
  V6
}

package org.wardbeat.wire.ward;

/** Whom limits are made for, as ISO/IEEE 11073-10101 tells patients apart. Ordinal: wire number. */
public enum PatientCategory {
  /** A grown-up. */
  ADULT,
  /** A child. */
  PAEDIATRIC,
  /** A newborn. */
  NEONATAL
}

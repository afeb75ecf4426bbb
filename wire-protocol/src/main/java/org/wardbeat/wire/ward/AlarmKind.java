package org.wardbeat.wire.ward;

/** What an alarm condition is about, as IEC 60601-1-8 tells them apart. Ordinal: wire number. */
public enum AlarmKind {
  /** The patient. */
  PHYSIOLOGICAL,
  /** The equipment, or the way from it to here. */
  TECHNICAL
}

package org.wardbeat.wire.ward;

/** How urgent an alarm is, as IEC 60601-1-8 ranks them. The ordinal is its number on the wire. */
public enum AlarmPriority {
  /** Immediate response is required. */
  HIGH,
  /** Prompt response is required. */
  MEDIUM,
  /** Awareness is required. */
  LOW;

  /** Whether it is more urgent than another. */
  public boolean isAbove(AlarmPriority other) {
    return compareTo(other) < 0;
  }
}

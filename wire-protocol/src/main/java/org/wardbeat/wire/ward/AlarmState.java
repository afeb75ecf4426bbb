package org.wardbeat.wire.ward;

/** Where an alarm is in its life. The ordinal is its number on the wire. */
public enum AlarmState {
  /** Its condition lasts. */
  ACTIVE,
  /** Its condition has ended, but nobody acknowledged it, and it is too grave to go unseen. */
  LATCHED,
  /** It is over, and never lasts again: the next of its kind is another alarm. */
  ENDED
}

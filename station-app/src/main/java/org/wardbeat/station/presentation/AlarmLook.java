package org.wardbeat.station.presentation;

/** How far an alarm has come in its life, which decides how it looks beside its priority. */
public enum AlarmLook {
  /** Nobody has seen to it: it flashes. */
  NEW,
  /** It has ended, but is too grave to go unseen: steady, until somebody acknowledges it. */
  LATCHED,
  /** Somebody has seen to it, and it lasts: steady. */
  ACKNOWLEDGED,
  /** It is over, and somebody has seen to it. */
  ENDED,
  /** It was active when the link was lost, and is not judged now. */
  WAS;

  /** Whether somebody has to see to it. */
  public boolean waits() {
    return this == NEW || this == LATCHED;
  }
}

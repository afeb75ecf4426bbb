package org.wardbeat.station.presentation;

/** Who reads a screen, which decides what it may tell of people. */
public enum Audience {
  /** Those who care for the patients, at their desk. */
  STAFF,
  /**
   * Whoever passes by: of patients the initials at the most, of staff nothing. The sound has a
   * place of its own on such a screen, so that the banner need not tell of it.
   */
  PASSERS_BY
}

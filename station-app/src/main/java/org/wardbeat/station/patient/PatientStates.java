package org.wardbeat.station.patient;

import javafx.css.PseudoClass;

/** Pseudo-classes of the patient window alone. */
final class PatientStates {
  static final PseudoClass FROZEN = PseudoClass.getPseudoClass("frozen");
  static final PseudoClass LIVE = PseudoClass.getPseudoClass("live");
  static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
  static final PseudoClass LASTING = PseudoClass.getPseudoClass("lasting");
  static final PseudoClass SINGLE = PseudoClass.getPseudoClass("single");
  static final PseudoClass MEASURED = PseudoClass.getPseudoClass("measured");

  private PatientStates() {}
}

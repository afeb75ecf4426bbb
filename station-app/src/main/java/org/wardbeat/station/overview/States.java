package org.wardbeat.station.overview;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import org.wardbeat.station.presentation.AlarmLook;
import org.wardbeat.station.presentation.Severity;

/** Pseudo-classes of sectors, headers and strip entries. */
final class States {
  static final PseudoClass HIGH = PseudoClass.getPseudoClass("high");
  static final PseudoClass MEDIUM = PseudoClass.getPseudoClass("medium");
  static final PseudoClass LOW = PseudoClass.getPseudoClass("low");
  static final PseudoClass ACKNOWLEDGED = PseudoClass.getPseudoClass("acknowledged");
  static final PseudoClass LATCHED = PseudoClass.getPseudoClass("latched");
  static final PseudoClass ALARMS_OFF = PseudoClass.getPseudoClass("alarms-off");
  static final PseudoClass HELD = PseudoClass.getPseudoClass("held");
  static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  static final PseudoClass WAS = PseudoClass.getPseudoClass("was");
  static final PseudoClass FLASH_OFF = PseudoClass.getPseudoClass("flash-off");
  static final PseudoClass NOT_LIVE = PseudoClass.getPseudoClass("not-live");
  static final PseudoClass EMPTY = PseudoClass.getPseudoClass("empty");
  static final PseudoClass DIM = PseudoClass.getPseudoClass("dim");
  static final PseudoClass LOST = PseudoClass.getPseudoClass("lost");
  static final PseudoClass LEADS_OFF = PseudoClass.getPseudoClass("leads-off");

  private States() {}

  static void severity(Node node, Severity severity, AlarmLook look) {
    node.pseudoClassStateChanged(HIGH, severity == Severity.HIGH);
    node.pseudoClassStateChanged(MEDIUM, severity == Severity.MEDIUM);
    node.pseudoClassStateChanged(LOW, severity == Severity.LOW);
    node.pseudoClassStateChanged(ACKNOWLEDGED, look == AlarmLook.ACKNOWLEDGED);
    node.pseudoClassStateChanged(LATCHED, look == AlarmLook.LATCHED);
    node.pseudoClassStateChanged(WAS, look == AlarmLook.WAS);
  }
}

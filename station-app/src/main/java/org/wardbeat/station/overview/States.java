package org.wardbeat.station.overview;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import org.wardbeat.station.presentation.AlarmLook;
import org.wardbeat.station.presentation.Severity;

/** Pseudo-classes of what shows beds and their alarms. */
public final class States {
  public static final PseudoClass HIGH = PseudoClass.getPseudoClass("high");
  public static final PseudoClass MEDIUM = PseudoClass.getPseudoClass("medium");
  public static final PseudoClass LOW = PseudoClass.getPseudoClass("low");
  public static final PseudoClass ACKNOWLEDGED = PseudoClass.getPseudoClass("acknowledged");
  public static final PseudoClass LATCHED = PseudoClass.getPseudoClass("latched");
  public static final PseudoClass ALARMS_OFF = PseudoClass.getPseudoClass("alarms-off");
  public static final PseudoClass HELD = PseudoClass.getPseudoClass("held");
  public static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  public static final PseudoClass WAS = PseudoClass.getPseudoClass("was");
  public static final PseudoClass FLASH_OFF = PseudoClass.getPseudoClass("flash-off");
  public static final PseudoClass NOT_LIVE = PseudoClass.getPseudoClass("not-live");
  public static final PseudoClass EMPTY = PseudoClass.getPseudoClass("empty");
  public static final PseudoClass DIM = PseudoClass.getPseudoClass("dim");
  public static final PseudoClass LOST = PseudoClass.getPseudoClass("lost");
  public static final PseudoClass MINE = PseudoClass.getPseudoClass("mine");
  public static final PseudoClass LEADS_OFF = PseudoClass.getPseudoClass("leads-off");

  private States() {}

  /** Shows a priority, and how far its condition has come. */
  public static void severity(Node node, Severity severity, AlarmLook look) {
    node.pseudoClassStateChanged(HIGH, severity == Severity.HIGH);
    node.pseudoClassStateChanged(MEDIUM, severity == Severity.MEDIUM);
    node.pseudoClassStateChanged(LOW, severity == Severity.LOW);
    node.pseudoClassStateChanged(ACKNOWLEDGED, look == AlarmLook.ACKNOWLEDGED);
    node.pseudoClassStateChanged(LATCHED, look == AlarmLook.LATCHED);
    node.pseudoClassStateChanged(WAS, look == AlarmLook.WAS);
  }
}

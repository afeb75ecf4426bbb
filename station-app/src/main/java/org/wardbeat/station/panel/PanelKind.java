package org.wardbeat.station.panel;

import javafx.scene.input.KeyCode;
import org.wardbeat.station.theme.Icon;

/** The forms there are for a bed. */
public enum PanelKind {
  /** Its alarm limits. */
  LIMITS("Limits", KeyCode.F6, Icon.SLIDERS),
  /** What holds its alarms back. */
  PAUSES("Pauses, standby", KeyCode.F8, Icon.MOON),
  /** What its early warning score is made of. */
  OBSERVATIONS("NEWS2 entry", KeyCode.F9, Icon.CLIPBOARD);

  private final String title;
  private final KeyCode key;
  private final Icon icon;

  PanelKind(String title, KeyCode key, Icon icon) {
    this.title = title;
    this.key = key;
    this.icon = icon;
  }

  /** In words. */
  public String title() {
    return title;
  }

  /** The key that opens it. */
  public KeyCode key() {
    return key;
  }

  Icon icon() {
    return icon;
  }
}

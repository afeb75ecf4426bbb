package org.wardbeat.station.panel;

import javafx.scene.input.KeyCode;
import org.wardbeat.station.theme.Icon;

/** The forms there are for a bed. */
public enum PanelKind {
  /** Its alarm limits. */
  LIMITS("panel.limits", KeyCode.F6, Icon.SLIDERS),
  /** What holds its alarms back. */
  PAUSES("panel.pauses", KeyCode.F8, Icon.MOON),
  /** What its early warning score is made of. */
  OBSERVATIONS("panel.observations", KeyCode.F9, Icon.CLIPBOARD),
  /** What its sector shows. */
  DISPLAY("panel.display", KeyCode.F10, Icon.TILES);

  private final String titleKey;
  private final KeyCode key;
  private final Icon icon;

  PanelKind(String titleKey, KeyCode key, Icon icon) {
    this.titleKey = titleKey;
    this.key = key;
    this.icon = icon;
  }

  /** The key of its name. */
  public String titleKey() {
    return titleKey;
  }

  /** The key that opens it. */
  public KeyCode key() {
    return key;
  }

  Icon icon() {
    return icon;
  }
}

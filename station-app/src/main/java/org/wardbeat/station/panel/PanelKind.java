package org.wardbeat.station.panel;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
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
  DISPLAY("panel.display", KeyCode.F10, Icon.TILES),
  /** Who lies in it and who sees to it. */
  PEOPLE("panel.people", KeyCode.P, true, Icon.PERSON);

  private final String titleKey;
  private final KeyCode key;
  private final boolean shortcut;
  private final Icon icon;

  PanelKind(String titleKey, KeyCode key, Icon icon) {
    this(titleKey, key, false, icon);
  }

  PanelKind(String titleKey, KeyCode key, boolean shortcut, Icon icon) {
    this.titleKey = titleKey;
    this.key = key;
    this.shortcut = shortcut;
    this.icon = icon;
  }

  /** The key of its name. */
  public String titleKey() {
    return titleKey;
  }

  /** Whether a key opens it. */
  public boolean isOpenedBy(KeyEvent event) {
    return combination().match(event);
  }

  /** What the key that opens it is called. */
  public String keyName() {
    return combination().getDisplayText();
  }

  private KeyCombination combination() {
    return shortcut
        ? new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN)
        : new KeyCodeCombination(key);
  }

  Icon icon() {
    return icon;
  }
}

package org.wardbeat.station.panel;

import javafx.scene.input.KeyEvent;
import org.wardbeat.station.help.Shortcut;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.theme.Icon;

/** The forms there are for a bed. */
public enum PanelKind {
  /** Its alarm limits. */
  LIMITS("panel.limits", Shortcut.LIMITS, Icon.SLIDERS),
  /** What holds its alarms back. */
  PAUSES("panel.pauses", Shortcut.PAUSES, Icon.MOON),
  /** What its early warning score is made of. */
  OBSERVATIONS("panel.observations", Shortcut.OBSERVATIONS, Icon.CLIPBOARD),
  /** What its sector shows. */
  DISPLAY("panel.display", Shortcut.DISPLAY, Icon.TILES),
  /** Who lies in it and who sees to it. */
  PEOPLE("panel.people", Shortcut.PEOPLE, Icon.PERSON);

  private final String titleKey;
  private final Shortcut shortcut;
  private final Icon icon;

  PanelKind(String titleKey, Shortcut shortcut, Icon icon) {
    this.titleKey = titleKey;
    this.shortcut = shortcut;
    this.icon = icon;
  }

  /** The key of its name. */
  public String titleKey() {
    return titleKey;
  }

  /** Whether a key opens it. */
  public boolean isOpenedBy(KeyEvent event) {
    return shortcut.isPressed(event);
  }

  /** What is on the keys that open it. */
  public String keyName(Words words) {
    return shortcut.label(words);
  }

  Icon icon() {
    return icon;
  }
}

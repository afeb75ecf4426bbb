package org.wardbeat.station.topbar;

import org.wardbeat.station.theme.Icon;

/** What the station shows between the bars that are always there. */
public enum Page {
  /** All beds. */
  BEDS("page.beds", Icon.TILES),
  /** The alarms of now and before, and what they burden the ward with. */
  REVIEW("page.review", Icon.LIST),
  /** How link, bridge and devices do. */
  DIAGNOSTICS("page.diagnostics", Icon.SLIDERS),
  /** What can be set. */
  SETTINGS("page.settings", Icon.GEAR),
  /** What keys do. */
  HELP("page.help", Icon.QUESTION),
  /** All that is known of one bed; under the tab of the beds. */
  PATIENT("page.beds", Icon.TILES);

  private final String titleKey;
  private final Icon icon;

  Page(String titleKey, Icon icon) {
    this.titleKey = titleKey;
    this.icon = icon;
  }

  /** The page whose tab is marked for it. */
  Page tab() {
    return this == PATIENT ? BEDS : this;
  }

  /** Whether names are on it, of patients or of staff. */
  public boolean showsNames() {
    return this == REVIEW || this == PATIENT;
  }

  /** The key of the words on its tab. */
  public String titleKey() {
    return titleKey;
  }

  /** What its tab shows beside the title. */
  Icon icon() {
    return icon;
  }
}

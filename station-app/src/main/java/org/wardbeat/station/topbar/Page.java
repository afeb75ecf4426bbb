package org.wardbeat.station.topbar;

import org.wardbeat.station.theme.Icon;

/** What the station shows between the bars that are always there. */
public enum Page {
  /** All beds. */
  BEDS("Beds", Icon.TILES),
  /** The alarms of now and before, and what they burden the ward with. */
  REVIEW("Review", Icon.LIST),
  /** How link, bridge and devices do. */
  DIAGNOSTICS("Diagnostics", Icon.SLIDERS);

  private final String title;
  private final Icon icon;

  Page(String title, Icon icon) {
    this.title = title;
    this.icon = icon;
  }

  /** As its tab names it. */
  public String title() {
    return title;
  }

  /** What its tab shows beside the title. */
  Icon icon() {
    return icon;
  }
}

package org.wardbeat.station.topbar;

/** What the station shows between the bars that are always there. */
public enum Page {
  /** All beds. */
  BEDS("Beds"),
  /** How link, bridge and devices do. */
  DIAGNOSTICS("Diagnostics");

  private final String title;

  Page(String title) {
    this.title = title;
  }

  /** As its tab names it. */
  public String title() {
    return title;
  }
}

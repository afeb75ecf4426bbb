package org.wardbeat.station.presentation;

/**
 * The line between a sector's header and its wave.
 *
 * @param lead name of the ECG lead, empty if there is none
 * @param leadFresh whether its wave moves
 * @param electrode the electrode icon
 * @param battery the battery icon
 * @param batteryPercent 0 to 100; 0 if unknown
 * @param batteryText {@code 14%} below 20 %, else empty
 * @param news2 the NEWS2 badge
 */
public record CaptionView(
    String lead,
    boolean leadFresh,
    Electrodes electrode,
    Battery battery,
    int batteryPercent,
    String batteryText,
    ScoreBadge news2) {
  /** What the electrode icon shows. */
  public enum Electrodes {
    HIDDEN,
    ON,
    OFF
  }

  /** What the battery icon shows. */
  public enum Battery {
    HIDDEN,
    GOOD,
    /** Below 20 %. */
    CAUTION,
    /** Below 10 %. */
    ALARM
  }

  /** Nothing is told. */
  public static final CaptionView HIDDEN =
      new CaptionView("", false, Electrodes.HIDDEN, Battery.HIDDEN, 0, "", ScoreBadge.HIDDEN);
}

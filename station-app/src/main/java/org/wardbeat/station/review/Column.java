package org.wardbeat.station.review;

/** What the list tells of each alarm. */
enum Column {
  ONSET("Onset", 146, false),
  BED("Bed", 76, false),
  PRIORITY("Prio", 70, false),
  ALARM("Alarm", 180, false),
  VALUE("Value", 70, true),
  KIND("Kind", 94, false),
  STATE("State", 124, false),
  DURATION("Duration", 92, true),
  SEEN_BY("Acknowledged by", 156, false),
  SEEN_AT("at", 146, false),
  RESPONSE("Response", 96, true),
  ESCALATED("Escalated", 96, false);

  private final String title;
  private final double width;
  private final boolean number;

  Column(String title, double width, boolean number) {
    this.title = title;
    this.width = width;
    this.number = number;
  }

  String title() {
    return title;
  }

  /** The least width, in px. */
  double width() {
    return width;
  }

  /** Whether it is aligned to the right. */
  boolean isNumber() {
    return number;
  }

  /** Whether a narrow window can do without it, because the details tell it. */
  boolean isSpare() {
    return this == KIND || this == SEEN_AT || this == ESCALATED || this == VALUE;
  }
}

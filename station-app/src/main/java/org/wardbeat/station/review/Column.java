package org.wardbeat.station.review;

import org.wardbeat.station.language.ClockStyle;

/** What the list tells of each alarm. */
enum Column {
  ONSET("review.column.onset", 146, false),
  BED("review.column.bed", 76, false),
  PRIORITY("review.column.priority", 70, false),
  ALARM("review.column.alarm", 180, false),
  VALUE("review.column.value", 70, true),
  KIND("review.column.kind", 94, false),
  STATE("review.column.state", 124, false),
  DURATION("review.column.duration", 92, true),
  SEEN_BY("review.column.seen-by", 156, false),
  SEEN_AT("review.column.seen-at", 146, false),
  RESPONSE("review.column.response", 96, true),
  ESCALATED("review.column.escalated", 96, false);

  /** The room for AM or PM, in px. */
  private static final double MERIDIEM = 30;

  private final String titleKey;
  private final double width;
  private final boolean number;

  Column(String titleKey, double width, boolean number) {
    this.titleKey = titleKey;
    this.width = width;
    this.number = number;
  }

  /** The key of what stands at its head. */
  String titleKey() {
    return titleKey;
  }

  /** The least width, in px; times of day of 12 hours are longer. */
  double width(ClockStyle clock) {
    boolean time = this == ONSET || this == SEEN_AT;
    return time && clock == ClockStyle.HOURS_12 ? width + MERIDIEM : width;
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

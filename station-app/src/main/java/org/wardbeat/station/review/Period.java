package org.wardbeat.station.review;

import java.time.Duration;

/** How far back the review looks from now. */
enum Period {
  HOUR("review.period.hour", Duration.ofHours(1)),
  SHIFT("review.period.shift", Duration.ofHours(8)),
  DAY("review.period.day", Duration.ofHours(24)),
  WEEK("review.period.week", Duration.ofDays(7));

  private final String titleKey;
  private final Duration length;

  Period(String titleKey, Duration length) {
    this.titleKey = titleKey;
    this.length = length;
  }

  /** The key of what it is called. */
  String titleKey() {
    return titleKey;
  }

  Duration length() {
    return length;
  }

  /** When it began, UTC microseconds. */
  long from(long nowMicros) {
    return nowMicros - length.toNanos() / 1_000;
  }
}

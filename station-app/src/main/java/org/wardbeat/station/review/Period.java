package org.wardbeat.station.review;

import java.time.Duration;

/** How far back the review looks from now. */
enum Period {
  HOUR("1 h", Duration.ofHours(1)),
  SHIFT("8 h", Duration.ofHours(8)),
  DAY("24 h", Duration.ofHours(24)),
  WEEK("7 d", Duration.ofDays(7));

  private final String title;
  private final Duration length;

  Period(String title, Duration length) {
    this.title = title;
    this.length = length;
  }

  String title() {
    return title;
  }

  Duration length() {
    return length;
  }

  /** When it began, UTC microseconds. */
  long from(long nowMicros) {
    return nowMicros - length.toNanos() / 1_000;
  }
}

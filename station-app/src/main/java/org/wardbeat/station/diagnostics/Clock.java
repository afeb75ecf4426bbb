package org.wardbeat.station.diagnostics;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.wardbeat.station.presentation.Formats;

/** Times of day, by this computer's clock. */
final class Clock {
  private Clock() {}

  /** {@code 10:04:16}. */
  static String time(Instant instant, ZoneId zone) {
    return Formats.clock(ChronoUnit.MICROS.between(Instant.EPOCH, instant), zone);
  }

  /** {@code 10:04}. */
  static String minute(Instant instant, ZoneId zone) {
    return time(instant, zone).substring(0, 5);
  }
}

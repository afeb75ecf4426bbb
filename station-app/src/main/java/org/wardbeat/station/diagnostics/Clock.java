package org.wardbeat.station.diagnostics;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.presentation.Formats;

/** Times of day, by this computer's clock. */
final class Clock {
  private Clock() {}

  /** {@code 10:04:16} or {@code 10:04:16 AM}. */
  static String time(Instant instant, ZoneId zone, Words words) {
    return Formats.clock(micros(instant), zone, words);
  }

  /** {@code 10:04} or {@code 10:04 AM}. */
  static String minute(Instant instant, ZoneId zone, Words words) {
    return Formats.hourMinute(micros(instant), zone, words);
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}

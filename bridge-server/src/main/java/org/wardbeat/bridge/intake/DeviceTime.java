package org.wardbeat.bridge.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** The times devices write: UTC, ISO 8601 with a Z and at most six decimals. */
final class DeviceTime {
  /** The last microsecond of the year 9999. */
  static final long MAX_MICROS = 253_402_300_799_999_999L;

  private static final Pattern FORM =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,6})?Z");

  private DeviceTime() {}

  /** Microseconds since the Unix epoch; empty if the text is no time between 1970 and 9999. */
  static OptionalLong parse(String text) {
    if (text.length() > 27 || !FORM.matcher(text).matches()) {
      return OptionalLong.empty();
    }
    try {
      Instant instant = Instant.parse(text);
      long micros = instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
      return micros < 0 ? OptionalLong.empty() : OptionalLong.of(micros);
    } catch (DateTimeException e) {
      return OptionalLong.empty(); // well formed, but no such day or hour
    }
  }
}

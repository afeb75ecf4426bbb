package org.wardbeat.bridge.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.OptionalLong;

/**
 * The times devices write: UTC, ISO 8601 with a Z and at most six decimals. Read digit by digit, as
 * each message has some: {@link java.time.Instant#parse} makes a formatter anew each time.
 */
final class DeviceTime {
  /** The last microsecond of the year 9999. */
  static final long MAX_MICROS = 253_402_300_799_999_999L;

  private static final String FORM = "dddd-dd-ddTdd:dd:dd";
  private static final int MAX_DECIMALS = 6;
  private static final long MICROS_PER_SECOND = 1_000_000;

  private DeviceTime() {}

  /** Microseconds since the Unix epoch; empty if the text is no time between 1970 and 9999. */
  static OptionalLong parse(String text) {
    int end = text.length() - 1;
    if (end < FORM.length() || !hasForm(text) || text.charAt(end) != 'Z') {
      return OptionalLong.empty();
    }
    int micros = micros(text, end);
    long seconds = seconds(text);
    return micros < 0 || seconds < 0
        ? OptionalLong.empty()
        : OptionalLong.of(seconds * MICROS_PER_SECOND + micros);
  }

  private static boolean hasForm(String text) {
    for (int i = 0; i < FORM.length(); i++) {
      char wanted = FORM.charAt(i);
      char given = text.charAt(i);
      if (wanted == 'd' ? !isDigit(given) : given != wanted) {
        return false;
      }
    }
    return true;
  }

  /** The decimals as microseconds, −1 if they are none. */
  private static int micros(String text, int end) {
    int decimals = end - FORM.length() - 1;
    if (decimals == -1) {
      return 0;
    }
    if (text.charAt(FORM.length()) != '.' || decimals < 1 || decimals > MAX_DECIMALS) {
      return -1;
    }
    int micros = 0;
    for (int i = 0; i < MAX_DECIMALS; i++) {
      int at = FORM.length() + 1 + i;
      if (at < end && !isDigit(text.charAt(at))) {
        return -1;
      }
      micros = 10 * micros + (at < end ? text.charAt(at) - '0' : 0);
    }
    return micros;
  }

  /** Whole seconds since the Unix epoch, negative if there is no such day or time, or before it. */
  private static long seconds(String text) {
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, 19);
    if (hour > 23 || minute > 59 || second > 59) {
      return -1;
    }
    try {
      long day =
          LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10)).toEpochDay();
      return ((day * 24 + hour) * 60 + minute) * 60 + second;
    } catch (DateTimeException e) {
      return -1; // well formed, but no such day
    }
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = 10 * number + text.charAt(i) - '0';
    }
    return number;
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }
}

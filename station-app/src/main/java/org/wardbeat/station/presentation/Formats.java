package org.wardbeat.station.presentation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.language.Language;
import org.wardbeat.station.language.TemperatureUnit;
import org.wardbeat.station.language.Words;
import org.wardbeat.wire.ward.Reading;
import org.wardbeat.wire.ward.VitalSign;

/** How numbers, times, durations and ages are written on every screen. */
public final class Formats {
  /** Stands for a value that is not valid. */
  public static final String INVALID = "---";

  private static final int THOUSAND = 1_000;
  private static final char THIN_SPACE = '\u2009';
  private static final char MINUS = '\u2212';
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final DateTimeFormatter HOUR_MINUTE = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter CLOCK_12 =
      DateTimeFormatter.ofPattern("h:mm:ss a", Locale.ENGLISH);
  private static final DateTimeFormatter HOUR_MINUTE_12 =
      DateTimeFormatter.ofPattern("h:mm a", Locale.ENGLISH);
  private static final DateTimeFormatter BRIEF_12 = DateTimeFormatter.ofPattern("h:mm");
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE d MMM uuuu");
  private static final DateTimeFormatter DAY_MONTH = DateTimeFormatter.ofPattern("d MMM");
  private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE d");
  private static final DateTimeFormatter GERMAN_DATE =
      DateTimeFormatter.ofPattern("ccc d. MMM uuuu", Locale.GERMAN);
  private static final DateTimeFormatter GERMAN_DAY_MONTH =
      DateTimeFormatter.ofPattern("d. MMM", Locale.GERMAN);
  private static final DateTimeFormatter GERMAN_WEEKDAY =
      DateTimeFormatter.ofPattern("ccc d.", Locale.GERMAN);

  private Formats() {}

  /** A reading in its own steps, or {@value #INVALID}. */
  public static String value(@Nullable Reading reading) {
    if (reading == null || !reading.available()) {
      return INVALID;
    }
    boolean plain =
        reading.sign().decimals() == 0 && reading.fixed() >= 0 && reading.fixed() < THOUSAND;
    return plain
        ? Integer.toString(reading.fixed())
        : decimal(reading.sign().toDecimal(reading.fixed()));
  }

  /** A temperature in the unit that is wanted, or {@value #INVALID}. */
  static String temperature(@Nullable Reading reading, Words words) {
    return reading == null || !reading.available()
        ? INVALID
        : value(reading.sign(), reading.fixed(), words);
  }

  /** A value of a vital sign, a temperature in the unit that is wanted. */
  public static String value(VitalSign sign, int fixed, Words words) {
    BigDecimal value = sign.toDecimal(fixed);
    return decimal(sign == VitalSign.TEMP ? words.temperature().of(value) : value);
  }

  /**
   * What the bridge writes of a vital sign, always in °C: with that unit behind it where other
   * temperatures are in another one.
   */
  public static String told(String text, @Nullable VitalSign sign, Words words) {
    boolean inOtherUnit = sign == VitalSign.TEMP && words.temperature() != TemperatureUnit.CELSIUS;
    boolean endsInNumber = !text.isEmpty() && Character.isDigit(text.charAt(text.length() - 1));
    return inOtherUnit && endsInNumber ? text + " " + TemperatureUnit.CELSIUS.symbol() : text;
  }

  /** A number as it is, with a thin space between thousands and a true minus sign. */
  public static String decimal(BigDecimal value) {
    String plain = value.abs().toPlainString();
    int point = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
    if (point <= 3 && value.signum() >= 0) {
      return plain;
    }
    StringBuilder text = new StringBuilder(plain);
    for (int at = point - 3; at > 0; at -= 3) {
      text.insert(at, THIN_SPACE);
    }
    return value.signum() < 0 ? text.insert(0, MINUS).toString() : text.toString();
  }

  /** Whole milliseconds, below 10 with one decimal; {@value #INVALID} if not known. */
  public static String millis(double millis) {
    if (!Double.isFinite(millis)) {
      return INVALID;
    }
    int decimals = Math.abs(millis) < 9.95 ? 1 : 0;
    return decimal(BigDecimal.valueOf(millis).setScale(decimals, RoundingMode.HALF_UP));
  }

  /** Seconds with one decimal, rounded half up: {@code 1.1}. */
  static String tenths(BigDecimal seconds) {
    return decimal(seconds.setScale(1, RoundingMode.HALF_UP));
  }

  /** Seconds with one decimal, of a time in microseconds; 0 if it is negative. */
  public static String tenthsOfSeconds(long micros) {
    return tenths(BigDecimal.valueOf(Math.max(0, micros), 6));
  }

  /** Time of day as records have it, 24 h: {@code 09:41:08}. */
  public static String clock(long micros, ZoneId zone) {
    return CLOCK.format(at(micros, zone));
  }

  /** Time of day as the user wants it: {@code 09:41:08} or {@code 9:41:08 AM}. */
  public static String clock(long micros, ZoneId zone, Words words) {
    return switch (words.clock()) {
      case HOURS_24 -> clock(micros, zone);
      case HOURS_12 -> CLOCK_12.format(at(micros, zone));
    };
  }

  /** The same without seconds: {@code 09:41} or {@code 9:41 AM}. */
  public static String hourMinute(long micros, ZoneId zone, Words words) {
    return switch (words.clock()) {
      case HOURS_24 -> HOUR_MINUTE.format(at(micros, zone));
      case HOURS_12 -> HOUR_MINUTE_12.format(at(micros, zone));
    };
  }

  /** Date in a language: {@code Tue 10 Mar 2026}. */
  public static String date(long micros, ZoneId zone, Words words) {
    return in(words, DATE, GERMAN_DATE).format(at(micros, zone));
  }

  /** Day and month in a language: {@code 10 Mar}. */
  public static String dayMonth(long micros, ZoneId zone, Words words) {
    return in(words, DAY_MONTH, GERMAN_DAY_MONTH).format(at(micros, zone));
  }

  /** Day of the week and of the month in a language: {@code Tue 10}. */
  public static String weekday(LocalDate date, Words words) {
    String day = in(words, WEEKDAY, GERMAN_WEEKDAY).format(date);
    return words.language() == Language.FRENCH ? day.replace(".", "") : day;
  }

  /** German has a full stop after the number of a day. */
  private static DateTimeFormatter in(
      Words words, DateTimeFormatter others, DateTimeFormatter german) {
    return switch (words.language()) {
      case GERMAN -> german;
      case ENGLISH, FRENCH -> others.withLocale(words.locale());
    };
  }

  /** A duration: {@code 0:14}, {@code 18:42}, {@code 1:02:10}. */
  public static String duration(long seconds) {
    long whole = Math.max(0, seconds);
    return whole < 3_600
        ? "%d:%02d".formatted(whole / 60, whole % 60)
        : "%d:%02d:%02d".formatted(whole / 3_600, whole / 60 % 60, whole % 60);
  }

  /** The whole seconds that are left of a time: {@code 1:42}; the last one counts to its end. */
  static String timeLeft(long micros) {
    return duration(Math.ceilDiv(Math.max(0, micros), 1_000_000L));
  }

  /** How long ago something was: {@code 00:23}, {@code 1:02:10}. */
  static String ago(long seconds) {
    long whole = Math.max(0, seconds);
    return whole < 3_600 ? "%02d:%02d".formatted(whole / 60, whole % 60) : duration(whole);
  }

  /** An age: {@code 7 s}, from a minute on as a duration. */
  public static String age(long seconds) {
    return seconds < 60 ? Math.max(0, seconds) + " s" : duration(seconds);
  }

  /** Whole seconds of a time in microseconds, rounded down; 0 if it is negative. */
  public static long wholeSeconds(long micros) {
    return Math.floorDiv(Math.max(0, micros), 1_000_000L);
  }

  /**
   * The time of something of the last twelve hours, where there is little room: {@code 09:41} or
   * {@code 9:41}, of which only one has been in that time.
   */
  static String briefHourMinute(long micros, ZoneId zone, Words words) {
    return switch (words.clock()) {
      case HOURS_24 -> HOUR_MINUTE.format(at(micros, zone));
      case HOURS_12 -> BRIEF_12.format(at(micros, zone));
    };
  }

  private static ZonedDateTime at(long micros, ZoneId zone) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atZone(zone);
  }
}

package org.wardbeat.station.review;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.OptionalLong;
import org.wardbeat.station.presentation.Formats;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.Acknowledgement;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmKind;
import org.wardbeat.wire.ward.AlarmPriority;

/**
 * What is said of alarms at one moment.
 *
 * @param zone of the times of day
 * @param nowMicros the bridge's present time, UTC microseconds
 * @param live whether the state of alarms that are not over is known to be that of now
 */
record AlarmWords(ZoneId zone, long nowMicros, boolean live) {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final DateTimeFormatter DAY_CLOCK =
      DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH);
  private static final DateTimeFormatter DATE_CLOCK =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm:ss", Locale.ENGLISH);

  /** What a column of the list says of an alarm; the priority by its sign. */
  String cell(Column column, Frame.AlarmRecord record) {
    Alarm alarm = record.alarm();
    return switch (column) {
      case ONSET -> time(alarm.onsetMicros());
      case BED -> record.bed().bed();
      case PRIORITY -> prefix(alarm);
      case ALARM -> text(alarm);
      case VALUE -> Breach.valueOf(alarm);
      case KIND -> kind(alarm);
      case STATE -> state(alarm);
      case DURATION -> duration(alarm);
      case SEEN_BY -> alarm.acknowledged() ? user(alarm) : "–";
      case SEEN_AT -> seenAt(alarm);
      case RESPONSE -> response(alarm);
      case ESCALATED -> alarm.escalated() ? "yes" : "";
    };
  }

  /** {@code ***} of a patient alarm, {@code !!!} of a technical one. */
  static String prefix(Alarm alarm) {
    String sign = alarm.kind() == AlarmKind.PHYSIOLOGICAL ? "*" : "!";
    return sign.repeat(rank(alarm.priority()));
  }

  /** {@code ***} of the highest priority. */
  static String stars(AlarmPriority priority) {
    return "*".repeat(rank(priority));
  }

  private static int rank(AlarmPriority priority) {
    return switch (priority) {
      case HIGH -> 3;
      case MEDIUM -> 2;
      case LOW -> 1;
    };
  }

  static String text(Alarm alarm) {
    return alarm.text().isBlank() ? alarm.condition() : alarm.text().strip();
  }

  static String kind(Alarm alarm) {
    return alarm.kind() == AlarmKind.PHYSIOLOGICAL ? "Patient" : "Technical";
  }

  /** As one reads it: {@code HR HIGH}. */
  static String condition(String code) {
    return code.replace('_', ' ');
  }

  String state(Alarm alarm) {
    if (!live && !alarm.over()) {
      return "Was open";
    }
    return switch (alarm.state()) {
      case ACTIVE -> alarm.acknowledged() ? "Active, seen" : "Active";
      case LATCHED -> "Latched";
      case ENDED -> "Ended";
    };
  }

  /** How long it lasted; of one whose end nobody could tell of nothing. */
  String duration(Alarm alarm) {
    if (!live && alarm.active()) {
      return "";
    }
    return span(OptionalLong.of(Spans.duration(alarm, nowMicros)));
  }

  static String user(Alarm alarm) {
    Acknowledgement seen = alarm.acknowledgement();
    return seen == null ? "" : seen.user();
  }

  private String seenAt(Alarm alarm) {
    Acknowledgement seen = alarm.acknowledgement();
    return seen == null ? "" : time(seen.micros());
  }

  static String response(Alarm alarm) {
    return span(Spans.response(alarm));
  }

  /** {@code 1:05}; empty if there is none. */
  static String span(OptionalLong micros) {
    return micros.isPresent() ? Formats.duration(Formats.wholeSeconds(micros.getAsLong())) : "";
  }

  /** {@code 09:41:08} of today, else {@code 9 Mar 23:50:12}. */
  String time(long micros) {
    ZonedDateTime then = at(micros);
    boolean today = then.toLocalDate().equals(at(nowMicros).toLocalDate());
    return (today ? CLOCK : DAY_CLOCK).format(then);
  }

  /** {@code Mon 9 Mar 2026 23:50:12}. */
  String dateAndTime(long micros) {
    return DATE_CLOCK.format(at(micros));
  }

  private ZonedDateTime at(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atZone(zone);
  }
}

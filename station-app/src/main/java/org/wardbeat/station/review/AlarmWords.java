package org.wardbeat.station.review;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.presentation.Formats;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.Acknowledgement;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmKind;
import org.wardbeat.wire.ward.AlarmPriority;

/**
 * What is said of alarms at one moment.
 *
 * @param words in which language
 * @param zone of the times of day
 * @param nowMicros the bridge's present time, UTC microseconds
 * @param live whether the state of alarms that are not over is known to be that of now
 */
record AlarmWords(Words words, ZoneId zone, long nowMicros, boolean live) {
  /** What a column of the list says of an alarm; the priority by its sign. */
  String cell(Column column, Frame.AlarmRecord record) {
    Alarm alarm = record.alarm();
    return switch (column) {
      case ONSET -> time(alarm.onsetMicros());
      case BED -> record.bed().bed();
      case PRIORITY -> prefix(alarm);
      case ALARM -> text(alarm, words);
      case VALUE -> Formats.told(Breach.valueOf(alarm), alarm.sign(), words);
      case KIND -> kind(alarm);
      case STATE -> state(alarm);
      case DURATION -> duration(alarm);
      case SEEN_BY -> alarm.acknowledged() ? user(alarm) : "–";
      case SEEN_AT -> seenAt(alarm);
      case RESPONSE -> response(alarm);
      case ESCALATED -> alarm.escalated() ? words.text("review.yes") : "";
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

  /** In words: {@code high}. */
  static String priority(AlarmPriority priority, Words words) {
    return words.text(
        switch (priority) {
          case HIGH -> "severity.high";
          case MEDIUM -> "severity.medium";
          case LOW -> "severity.low";
        });
  }

  static String text(Alarm alarm, Words words) {
    return alarm.text().isBlank()
        ? alarm.condition()
        : Formats.told(alarm.text().strip(), alarm.sign(), words);
  }

  String kind(Alarm alarm) {
    return kind(alarm, words);
  }

  static String kind(Alarm alarm, Words words) {
    return words.text(
        alarm.kind() == AlarmKind.PHYSIOLOGICAL ? "review.kind.patient" : "review.kind.technical");
  }

  /** As one reads it: {@code HR HIGH}. */
  static String condition(String code) {
    return code.replace('_', ' ');
  }

  String state(Alarm alarm) {
    if (!live && !alarm.over()) {
      return words.text("review.alarm.was-open");
    }
    return words.text(
        switch (alarm.state()) {
          case ACTIVE -> alarm.acknowledged() ? "review.alarm.active-seen" : "review.alarm.active";
          case LATCHED -> "review.alarm.latched";
          case ENDED -> "review.alarm.ended";
        });
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
    String clock = Formats.clock(micros, zone, words);
    return date(micros).equals(date(nowMicros))
        ? clock
        : Formats.dayMonth(micros, zone, words) + " " + clock;
  }

  /** {@code Mon 9 Mar 2026 23:50:12}. */
  String dateAndTime(long micros) {
    return Formats.date(micros, zone, words) + " " + Formats.clock(micros, zone, words);
  }

  private LocalDate date(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atZone(zone).toLocalDate();
  }
}

package org.wardbeat.station.review;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.Acknowledgement;
import org.wardbeat.wire.ward.Alarm;

/**
 * Alarms as a table, one record each. No names of patients: only beds, and who acknowledged.
 * Instants in UTC, durations in seconds; what lasts has no end, and no duration.
 */
final class AlarmCsv {
  static final List<String> HEADER =
      List.of(
          "onset_utc",
          "unit",
          "bed",
          "priority",
          "condition",
          "text",
          "kind",
          "state",
          "ended_utc",
          "duration_s",
          "value_at_onset",
          "acknowledged_by",
          "acknowledged_utc",
          "response_s",
          "escalated",
          "period_complete");

  private AlarmCsv() {}

  /**
   * The whole file.
   *
   * @param complete whether these are all alarms of the period that were wanted
   */
  static String of(List<Frame.AlarmRecord> records, boolean complete) {
    Csv csv = new Csv();
    HEADER.forEach(csv::text);
    csv.end();
    for (Frame.AlarmRecord each : records) {
      write(csv, each, complete);
    }
    return csv.toString();
  }

  private static void write(Csv csv, Frame.AlarmRecord each, boolean complete) {
    Alarm alarm = each.alarm();
    Acknowledgement seen = alarm.acknowledgement();
    csv.instant(alarm.onsetMicros())
        .text(each.bed().unit())
        .text(each.bed().bed())
        .text(lower(alarm.priority()))
        .text(alarm.condition())
        .text(alarm.text())
        .text(lower(alarm.kind()))
        .text(lower(alarm.state()))
        .instant(alarm.endedMicros())
        .seconds(alarm.active() ? OptionalLong.empty() : OptionalLong.of(Spans.duration(alarm, 0)))
        .text(Breach.valueOf(alarm))
        .text(seen == null ? "" : seen.user())
        .instant(seen == null ? 0 : seen.micros())
        .seconds(Spans.response(alarm))
        .text(alarm.escalated() ? "yes" : "no")
        .text(complete ? "yes" : "no")
        .end();
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}

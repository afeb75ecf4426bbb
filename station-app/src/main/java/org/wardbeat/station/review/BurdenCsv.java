package org.wardbeat.station.review;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.wardbeat.wire.ward.AlarmKind;

/**
 * The burden as one table: what each record sums up stands in its first column, and what does not
 * apply to it is empty. Durations are in seconds, instants in UTC; days and hours are those of the
 * zone that each record names.
 */
final class BurdenCsv {
  static final List<String> HEADER =
      List.of(
          "group",
          "period_from_utc",
          "period_to_utc",
          "zone",
          "complete",
          "unit",
          "bed",
          "day",
          "day_from_utc",
          "day_to_utc",
          "hour_of_day",
          "hour_covered_s",
          "condition",
          "kind",
          "alarms_count",
          "alarms_per_bed_and_day",
          "duration_total_s",
          "duration_median_s",
          "duration_p90_s",
          "response_median_s",
          "never_acknowledged_count",
          "never_acknowledged_share");

  private static final int BEFORE_CONDITION = 7;
  private static final int AFTER_COUNT = 7;

  private final Burden burden;
  private final ZoneId zone;
  private final boolean complete;
  private final Csv csv = new Csv();

  private BurdenCsv(Burden burden, ZoneId zone, boolean complete) {
    this.burden = burden;
    this.zone = zone;
    this.complete = complete;
  }

  /**
   * The whole file.
   *
   * @param zone whose days and hours they are
   * @param complete whether all alarms of the period are counted
   */
  static String of(Burden burden, ZoneId zone, boolean complete) {
    return new BurdenCsv(burden, zone, complete).write();
  }

  private String write() {
    HEADER.forEach(csv::text);
    csv.end();
    begin("all").none(BEFORE_CONDITION + 2);
    figures(burden.all(), burden.perBedAndDay());
    for (Burden.OfBed bed : burden.byBed()) {
      for (int i = 0; i < burden.days().size(); i++) {
        day(bed, burden.days().get(i), bed.byDay().get(i));
      }
      begin("bed").text(bed.bed().unit()).text(bed.bed().bed()).none(BEFORE_CONDITION);
      figures(bed.all(), OptionalDouble.empty());
    }
    for (Burden.OfCondition each : burden.byCondition()) {
      begin("condition").none(BEFORE_CONDITION);
      condition(each.condition(), each.kind());
      figures(each.figures(), OptionalDouble.empty());
    }
    for (Burden.Source each : burden.sources()) {
      begin("source").text(each.bed().unit()).text(each.bed().bed()).none(BEFORE_CONDITION - 2);
      condition(each.condition(), each.kind());
      figures(each.figures(), OptionalDouble.empty());
    }
    burden.hours().forEach(this::hour);
    return csv.toString();
  }

  private void day(Burden.OfBed bed, Burden.Day day, Figures figures) {
    begin("bed_and_day").text(bed.bed().unit()).text(bed.bed().bed()).text(day.date().toString());
    csv.instant(day.fromMicros()).instant(day.toMicros()).none(BEFORE_CONDITION - 3);
    figures(figures, OptionalDouble.empty());
  }

  private void hour(Burden.Hour hour) {
    begin("hour_of_day").none(BEFORE_CONDITION - 2).number(hour.hour());
    csv.number(OptionalDouble.of(hour.micros() / 1e6)).none(2);
    csv.number(hour.count()).none(AFTER_COUNT).end();
  }

  private Csv begin(String group) {
    return csv.text(group)
        .instant(burden.fromMicros())
        .instant(burden.toMicros())
        .text(zone.getId())
        .text(complete ? "yes" : "no");
  }

  private void condition(String condition, AlarmKind kind) {
    csv.text(condition).text(kind.name().toLowerCase(Locale.ROOT));
  }

  private void figures(Figures figures, OptionalDouble perBedAndDay) {
    csv.number(figures.count())
        .number(perBedAndDay)
        .number(OptionalDouble.of(figures.totalMicros() / 1e6))
        .seconds(figures.medianMicros())
        .seconds(figures.p90Micros())
        .seconds(figures.responseMicros())
        .number(figures.unseen())
        .number(figures.unseenShare())
        .end();
  }
}

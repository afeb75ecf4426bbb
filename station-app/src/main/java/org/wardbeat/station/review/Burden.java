package org.wardbeat.station.review;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.wardbeat.station.ward.NaturalOrder;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmKind;
import org.wardbeat.wire.ward.BedId;

/**
 * What alarms burden a ward with in a period, as the management of alarms asks for it (IEC
 * 60601-1-8 and AAMI's recommendations on alarm management): how many come to each bed a day, from
 * which conditions, how long they last, how long they wait, and which sources cause most of them.
 *
 * <p>An alarm counts where it began: in the period, on the day, in the hour. Its duration is that
 * of its condition, also of one that is latched; one that lasts is counted as if it ended now. Time
 * in alarm is shared between the days it lies in. Days and hours are those of a time zone, so that
 * a day may have 23 or 25 hours.
 *
 * @param fromMicros the period's begin, UTC microseconds
 * @param toMicros its end
 * @param beds how many beds the rate is for
 * @param all of all alarms
 * @param days the period's days, the first and the last maybe in part
 * @param byBed of each bed that had any, most alarms first
 * @param byCondition of each condition, most alarms first
 * @param sources of each condition of each bed, most alarms first
 * @param hours of each hour of the day, from 0
 */
record Burden(
    long fromMicros,
    long toMicros,
    int beds,
    Figures all,
    List<Day> days,
    List<OfBed> byBed,
    List<OfCondition> byCondition,
    List<Source> sources,
    List<Hour> hours) {
  private static final int HOURS = 24;
  private static final double DAY_MICROS = 86_400e6;
  private static final long HOUR_NANOS = 3_600_000_000_000L;

  Burden {
    days = List.copyOf(days);
    byBed = List.copyOf(byBed);
    byCondition = List.copyOf(byCondition);
    sources = List.copyOf(sources);
    hours = List.copyOf(hours);
  }

  /**
   * A day, as far as it lies in the period.
   *
   * @param date which
   * @param fromMicros where it begins, UTC microseconds
   * @param toMicros where it ends
   */
  record Day(LocalDate date, long fromMicros, long toMicros) {}

  /**
   * A bed.
   *
   * @param byDay its figures of each of {@link Burden#days()}
   * @param all of all days
   */
  record OfBed(BedId bed, List<Figures> byDay, Figures all) {
    OfBed {
      byDay = List.copyOf(byDay);
    }
  }

  /** A condition. */
  record OfCondition(String condition, AlarmKind kind, Figures figures) {}

  /** A condition of a bed. */
  record Source(BedId bed, String condition, AlarmKind kind, Figures figures) {}

  /**
   * An hour of the day.
   *
   * @param hour 0 to 23
   * @param count alarms that began in it, on any day
   * @param micros how much of the period lies in it
   */
  record Hour(int hour, int count, long micros) {}

  private record ConditionKey(String condition, AlarmKind kind) {}

  private record SourceKey(BedId bed, String condition, AlarmKind kind) {}

  /** Alarms a bed and 24 h of the period; empty if there are no beds. */
  OptionalDouble perBedAndDay() {
    double bedDays = beds * (toMicros - fromMicros) / DAY_MICROS;
    return bedDays > 0 ? OptionalDouble.of(all.count() / bedDays) : OptionalDouble.empty();
  }

  /**
   * Works it out.
   *
   * @param records alarms, also such as lie outside the period
   * @param fromMicros the period's begin, UTC microseconds
   * @param toMicros its end, which is now
   * @param zone whose days and hours count
   * @param watched beds that are watched, whether or not they had alarms
   */
  static Burden of(
      Collection<Frame.AlarmRecord> records,
      long fromMicros,
      long toMicros,
      ZoneId zone,
      Collection<BedId> watched) {
    List<Day> days = days(fromMicros, toMicros, zone);
    List<Frame.AlarmRecord> lasting =
        records.stream()
            .filter(each -> each.alarm().onsetMicros() < toMicros)
            .filter(each -> Spans.end(each.alarm(), toMicros) >= fromMicros)
            .toList();
    Summing in = new Summing(fromMicros, toMicros);
    List<OfBed> byBed =
        grouped(
            lasting,
            Frame.AlarmRecord::bed,
            (bed, ofBed) -> new OfBed(bed, byDay(ofBed, days, toMicros), in.figures(ofBed)),
            OfBed::all,
            Comparator.comparing(OfBed::bed, NaturalOrder.OF_BEDS));
    Map<BedId, Boolean> beds = new HashMap<>();
    watched.forEach(bed -> beds.put(bed, true));
    byBed.forEach(each -> beds.put(each.bed(), true));
    return new Burden(
        fromMicros,
        toMicros,
        beds.size(),
        in.figures(lasting),
        days,
        byBed,
        conditions(lasting, in),
        sources(lasting, in),
        hours(lasting, fromMicros, toMicros, zone));
  }

  private static List<OfCondition> conditions(List<Frame.AlarmRecord> lasting, Summing in) {
    return grouped(
        lasting,
        each -> new ConditionKey(each.alarm().condition(), each.alarm().kind()),
        (key, some) -> new OfCondition(key.condition(), key.kind(), in.figures(some)),
        OfCondition::figures,
        Comparator.comparing(OfCondition::condition).thenComparing(OfCondition::kind));
  }

  private static List<Source> sources(List<Frame.AlarmRecord> lasting, Summing in) {
    return grouped(
        lasting,
        each -> new SourceKey(each.bed(), each.alarm().condition(), each.alarm().kind()),
        (key, some) -> new Source(key.bed(), key.condition(), key.kind(), in.figures(some)),
        Source::figures,
        Comparator.comparing(Source::bed, NaturalOrder.OF_BEDS)
            .thenComparing(Source::condition)
            .thenComparing(Source::kind));
  }

  /** Most alarms first, then most time. */
  private static <K, T> List<T> grouped(
      List<Frame.AlarmRecord> records,
      Function<Frame.AlarmRecord, K> key,
      BiFunction<K, List<Frame.AlarmRecord>, T> made,
      Function<T, Figures> figures,
      Comparator<T> names) {
    Map<K, List<Frame.AlarmRecord>> groups = new HashMap<>();
    for (Frame.AlarmRecord each : records) {
      groups.computeIfAbsent(key.apply(each), absent -> new ArrayList<>()).add(each);
    }
    Comparator<T> most =
        Comparator.comparingInt((T each) -> figures.apply(each).count())
            .thenComparingLong(each -> figures.apply(each).totalMicros())
            .reversed();
    return groups.entrySet().stream()
        .map(group -> made.apply(group.getKey(), group.getValue()))
        .sorted(most.thenComparing(names))
        .toList();
  }

  private static List<Figures> byDay(
      List<Frame.AlarmRecord> records, List<Day> days, long nowMicros) {
    return days.stream()
        .map(day -> figures(records, day.fromMicros(), day.toMicros(), nowMicros))
        .toList();
  }

  /** A period within which alarms are summed up; it ends now. */
  private record Summing(long fromMicros, long toMicros) {
    Figures figures(Collection<Frame.AlarmRecord> records) {
      return Burden.figures(records, fromMicros, toMicros, toMicros);
    }
  }

  private static Figures figures(
      Collection<Frame.AlarmRecord> records, long fromMicros, long toMicros, long nowMicros) {
    Figures.Builder builder = new Figures.Builder();
    for (Frame.AlarmRecord each : records) {
      Alarm alarm = each.alarm();
      builder.lasted(Spans.within(alarm, fromMicros, toMicros, nowMicros));
      if (alarm.onsetMicros() >= fromMicros && alarm.onsetMicros() < toMicros) {
        builder.began(Spans.duration(alarm, nowMicros), Spans.response(alarm));
      }
    }
    return builder.build();
  }

  private static List<Day> days(long fromMicros, long toMicros, ZoneId zone) {
    List<Day> days = new ArrayList<>();
    LocalDate date = at(fromMicros, zone).toLocalDate();
    for (long begin = fromMicros; begin < toMicros; date = date.plusDays(1)) {
      long end = Math.min(toMicros, micros(date.plusDays(1).atStartOfDay(zone)));
      if (end > begin) { // a zone may have left a day out
        days.add(new Day(date, begin, end));
      }
      begin = end;
    }
    return days;
  }

  private static List<Hour> hours(
      List<Frame.AlarmRecord> records, long fromMicros, long toMicros, ZoneId zone) {
    int[] counts = new int[HOURS];
    for (Frame.AlarmRecord each : records) {
      long onset = each.alarm().onsetMicros();
      if (onset >= fromMicros) {
        counts[at(onset, zone).getHour()]++;
      }
    }
    long[] micros = new long[HOURS];
    for (long begin = fromMicros; begin < toMicros; ) {
      ZonedDateTime now = at(begin, zone);
      long end = Math.min(toMicros, endOfHour(now));
      micros[now.getHour()] += end - begin;
      begin = end;
    }
    List<Hour> hours = new ArrayList<>();
    for (int hour = 0; hour < HOURS; hour++) {
      hours.add(new Hour(hour, counts[hour], micros[hour]));
    }
    return hours;
  }

  /** Where the hour on the clock face ends, or the clock is put forward or back before that. */
  private static long endOfHour(ZonedDateTime time) {
    long face = time.toLocalTime().toNanoOfDay() % HOUR_NANOS;
    long end = micros(time) + (HOUR_NANOS - face) / 1_000;
    ZoneOffsetTransition change = time.getZone().getRules().nextTransition(time.toInstant());
    return change == null
        ? end
        : Math.min(end, ChronoUnit.MICROS.between(Instant.EPOCH, change.getInstant()));
  }

  private static ZonedDateTime at(long micros, ZoneId zone) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atZone(zone);
  }

  private static long micros(ZonedDateTime time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time.toInstant());
  }
}

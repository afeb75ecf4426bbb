package org.wardbeat.station.review;

import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.BedId;

/**
 * What is to be worked out of the alarms that are known. Any thread: all it refers to stays as it
 * is.
 *
 * @param records alarms, also such as lie outside the period
 * @param period how far back
 * @param nowMicros from when, UTC microseconds on the bridge's clock
 * @param filter which of them
 * @param ordering in which order
 * @param zone whose days and hours count
 * @param beds that are watched
 */
record ReviewQuestion(
    Collection<Frame.AlarmRecord> records,
    Period period,
    long nowMicros,
    ReviewFilter filter,
    Ordering ordering,
    ZoneId zone,
    Set<BedId> beds) {
  ReviewQuestion {
    records = List.copyOf(records);
    beds = Set.copyOf(beds);
  }

  ReviewView answer() {
    long from = period.from(nowMicros);
    List<Frame.AlarmRecord> within = records.stream().filter(each -> isWithin(each, from)).toList();
    List<Frame.AlarmRecord> rows =
        within.stream().filter(filter::covers).sorted(ordering.comparator(nowMicros)).toList();
    Map<AlarmPriority, Integer> counts = new EnumMap<>(AlarmPriority.class);
    within.stream()
        .filter(filter::coversButPriority)
        .forEach(each -> counts.merge(each.alarm().priority(), 1, Integer::sum));
    List<BedId> watched = beds.stream().filter(filter.place()::covers).toList();
    Burden burden = Burden.of(rows, from, nowMicros, zone, watched);
    return new ReviewView(from, nowMicros, within.size(), rows, counts, burden);
  }

  private boolean isWithin(Frame.AlarmRecord each, long from) {
    boolean ended = each.alarm().over() && Spans.end(each.alarm(), nowMicros) < from;
    return !ended && each.alarm().onsetMicros() < nowMicros;
  }
}

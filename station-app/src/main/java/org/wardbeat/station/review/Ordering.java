package org.wardbeat.station.review;

import java.util.Comparator;
import org.wardbeat.station.ward.NaturalOrder;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.Acknowledgement;

/**
 * The order of the list.
 *
 * @param column by what
 * @param descending whether the greatest comes first
 */
record Ordering(Column column, boolean descending) {
  static final Ordering NEWEST_FIRST = new Ordering(Column.ONSET, true);

  private static final Comparator<Frame.AlarmRecord> NEWEST =
      Comparator.comparingLong((Frame.AlarmRecord each) -> each.alarm().onsetMicros())
          .thenComparingLong(each -> each.alarm().onsetDeviceMicros())
          .reversed()
          .thenComparing(Frame.AlarmRecord::bed, NaturalOrder.OF_BEDS)
          .thenComparing(each -> each.alarm().condition());

  /** Of equal ones the newest comes first; no two alarms are equal. */
  Comparator<Frame.AlarmRecord> comparator(long nowMicros) {
    Comparator<Frame.AlarmRecord> order = ascending(nowMicros);
    return (descending ? order.reversed() : order).thenComparing(NEWEST);
  }

  private Comparator<Frame.AlarmRecord> ascending(long nowMicros) {
    return switch (column) {
      case ONSET -> Comparator.comparingLong(each -> each.alarm().onsetMicros());
      case BED -> Comparator.comparing(Frame.AlarmRecord::bed, NaturalOrder.OF_BEDS);
      case PRIORITY -> Comparator.comparing(each -> each.alarm().priority());
      case ALARM -> Comparator.comparing(each -> each.alarm().text());
      case VALUE -> Comparator.comparingDouble(Ordering::value);
      case KIND -> Comparator.comparing(each -> each.alarm().kind());
      case STATE -> Comparator.comparing(each -> each.alarm().state());
      case DURATION -> Comparator.comparingLong(each -> Spans.duration(each.alarm(), nowMicros));
      case SEEN_BY -> Comparator.comparing(Ordering::user);
      case SEEN_AT -> Comparator.comparingLong(Ordering::seenAt);
      case RESPONSE ->
          Comparator.comparingLong(each -> Spans.response(each.alarm()).orElse(Long.MAX_VALUE));
      case ESCALATED -> Comparator.comparing(each -> each.alarm().escalated());
    };
  }

  private static double value(Frame.AlarmRecord each) {
    return Breach.of(each.alarm())
        .map(breach -> Double.parseDouble(breach.value()))
        .orElse(Double.NEGATIVE_INFINITY);
  }

  private static String user(Frame.AlarmRecord each) {
    Acknowledgement seen = each.alarm().acknowledgement();
    return seen == null ? "" : seen.user();
  }

  private static long seenAt(Frame.AlarmRecord each) {
    Acknowledgement seen = each.alarm().acknowledgement();
    return seen == null ? 0 : seen.micros();
  }
}

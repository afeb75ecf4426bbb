package org.wardbeat.station.review;

import java.util.List;
import java.util.Map;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.AlarmPriority;

/**
 * What the review shows of what it knows.
 *
 * @param fromMicros the period's begin, UTC microseconds
 * @param toMicros its end, which is now
 * @param known how many alarms of the period are known, whatever is filtered
 * @param rows the alarms that are wanted, in the order that is wanted
 * @param counts how many there are of each priority, were all priorities wanted
 * @param burden what the wanted ones come to
 */
record ReviewView(
    long fromMicros,
    long toMicros,
    int known,
    List<Frame.AlarmRecord> rows,
    Map<AlarmPriority, Integer> counts,
    Burden burden) {
  ReviewView {
    rows = List.copyOf(rows);
    counts = Map.copyOf(counts);
  }
}

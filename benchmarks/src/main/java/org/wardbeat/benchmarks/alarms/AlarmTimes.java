package org.wardbeat.benchmarks.alarms;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.HdrHistogram.Histogram;
import org.wardbeat.benchmarks.report.Figure;

/** How long alarms took to be seen and to be heard. */
final class AlarmTimes {
  static final String CASE = "alarms";
  static final String PAINTED = "painted";
  static final String HEARD = "heard";
  static final String MISSING = "missing";

  private static final long MOST_MICROS = 60_000_000;

  private final Histogram painted = new Histogram(MOST_MICROS, 3);
  private final Histogram heard = new Histogram(MOST_MICROS, 3);
  private long missing;

  /** An alarm was raised at the first time, seen and heard at the others, if it was. */
  void add(long raisedNanos, OptionalLong paintedNanos, OptionalLong heardNanos) {
    add(painted, raisedNanos, paintedNanos);
    add(heard, raisedNanos, heardNanos);
  }

  private void add(Histogram times, long raisedNanos, OptionalLong nanos) {
    if (nanos.isPresent()) {
      times.recordValue(Math.clamp((nanos.getAsLong() - raisedNanos) / 1_000, 0, MOST_MICROS));
    } else {
      missing++;
    }
  }

  List<Figure> figures(AlarmPath path) {
    List<Figure> figures = new ArrayList<>();
    add(figures, path, PAINTED, painted);
    add(figures, path, HEARD, heard);
    figures.add(new Figure(CASE, path.label(), MISSING, missing, "1"));
    return figures;
  }

  private static void add(List<Figure> figures, AlarmPath path, String what, Histogram times) {
    figures.add(new Figure(CASE, path.label(), what, times.getTotalCount(), "1"));
    figures.add(millis(path, what + "P50", times.getValueAtPercentile(50)));
    figures.add(millis(path, what + "P99", times.getValueAtPercentile(99)));
    figures.add(millis(path, what + "Max", times.getMaxValue()));
  }

  private static Figure millis(AlarmPath path, String metric, long micros) {
    return new Figure(CASE, path.label(), metric, micros / 1e3, "ms");
  }
}

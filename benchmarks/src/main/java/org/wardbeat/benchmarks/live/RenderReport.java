package org.wardbeat.benchmarks.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wardbeat.benchmarks.report.Expectation;
import org.wardbeat.benchmarks.report.Figure;
import org.wardbeat.benchmarks.report.Report;

/** The figures of the station's screens, and what is expected of them. */
final class RenderReport {
  private static final double FRAMES = 55;
  private static final double WALL_FRAMES = 30;
  private static final double FLOORS = 1.5;
  private static final double FX_P99_MILLIS = 8;
  private static final double MEGABYTES = 2;

  private static final List<String> NOTES =
      List.of(
          "The wall paints its waves in every second frame. The chart libraries show no numbers"
              + " anywhere.");

  private final Report bare;
  private final List<Expectation> expectations = new ArrayList<>();

  private RenderReport(Report bare) {
    this.bare = bare;
  }

  /**
   * @param judged whether so much was measured that it can be judged
   */
  static Report of(List<Figure> figures, List<LiveCase> cases, boolean judged) {
    RenderReport report = new RenderReport(Report.of("render", figures));
    List<String> notes = new ArrayList<>(NOTES);
    if (judged) {
      cases.stream().filter(one -> one.subject() == Subject.WARDBEAT).forEach(report::judge);
    } else {
      notes.add("Quick: a second each, on programs that are not warm; nothing is judged.");
    }
    return new Report(
        report.bare.name(),
        report.bare.machine(),
        notes,
        report.bare.results(),
        report.expectations);
  }

  private void judge(LiveCase one) {
    double frames = one.sight().screen() == Sight.Screen.WALL ? WALL_FRAMES : FRAMES;
    double got = value(one, LiveMetric.FRAMES);
    expect(one, "%s ≥ %.0f", LiveMetric.FRAMES.label(), frames, got, got >= frames);
    double floors = value(one, LiveMetric.CPU) / value(one.floor(), LiveMetric.CPU);
    expect(one, "%s ≤ %.1f x floor", LiveMetric.CPU.label(), FLOORS, floors, floors <= FLOORS);
    double fx = value(one, LiveMetric.FX_P99);
    expect(one, "%s ≤ %.0f ms", LiveMetric.FX_P99.label(), FX_P99_MILLIS, fx, fx <= FX_P99_MILLIS);
    double bytes = value(one, LiveMetric.ALLOCATION);
    expect(
        one, "%s ≤ %.0f MB/s", LiveMetric.ALLOCATION.label(), MEGABYTES, bytes, bytes <= MEGABYTES);
  }

  private double value(LiveCase one, LiveMetric metric) {
    return bare.value(one.name(), one.label(), metric.label()).orElse(Double.NaN);
  }

  /** What was not measured is not met. */
  private void expect(
      LiveCase one, String words, String metric, double limit, double got, boolean met) {
    expectations.add(
        new Expectation(
            one.name(),
            String.format(Locale.ROOT, words, metric, limit),
            String.format(Locale.ROOT, "%.2f", got),
            met));
  }
}

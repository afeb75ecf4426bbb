package org.wardbeat.benchmarks.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wardbeat.benchmarks.report.Expectation;
import org.wardbeat.benchmarks.report.Figure;
import org.wardbeat.benchmarks.report.Report;
import org.wardbeat.benchmarks.start.StartRun.Way;

/** What is expected of a start, and all figures in words. */
final class StartReport {
  static final String CASE = "start";

  private static final double MOST_MILLIS = 2_500;

  private StartReport() {}

  /**
   * @param judged whether so much was measured that times can be judged
   */
  static Report of(List<Figure> figures, boolean judged) {
    Report bare = Report.of(CASE, figures);
    List<Expectation> expectations = new ArrayList<>();
    if (judged) {
      bare.value(CASE, Way.CACHED.label(), "waveMedian")
          .ifPresent(
              millis ->
                  expectations.add(
                      new Expectation(
                          CASE,
                          "first wave with the cache within 2,500 ms, median",
                          String.format(Locale.ROOT, "%.0f ms", millis),
                          millis <= MOST_MILLIS)));
    }
    return new Report(
        bare.name(),
        bare.machine(),
        List.of(
            "From the start of the process to the first pulse of its window, and to the end of the"
                + " first pulse that had samples to draw; 16 beds, a bridge on the same machine."),
        bare.results(),
        expectations);
  }

  /** The figures side by side, then the expectation. */
  static String table(Report report) {
    StringBuilder text = new StringBuilder(report.machine()).append(System.lineSeparator());
    line(text, "", "window ms", "max", "wave ms", "max");
    for (Way way : Way.values()) {
      line(
          text,
          way.label(),
          cell(report, way, "windowMedian"),
          cell(report, way, "windowMax"),
          cell(report, way, "waveMedian"),
          cell(report, way, "waveMax"));
    }
    for (Expectation one : report.expectations()) {
      text.append(one.met() ? "met      " : "NOT MET  ")
          .append(one.expected())
          .append(": ")
          .append(one.measured())
          .append(System.lineSeparator());
    }
    report.notes().forEach(note -> text.append(note).append(System.lineSeparator()));
    return text.toString();
  }

  private static String cell(Report report, Way way, String metric) {
    return String.format(
        Locale.ROOT, "%.0f", report.value(CASE, way.label(), metric).orElse(Double.NaN));
  }

  private static void line(StringBuilder text, Object... cells) {
    text.append(String.format(Locale.ROOT, "%-14s %10s %8s %10s %8s", cells).stripTrailing())
        .append(System.lineSeparator());
  }
}

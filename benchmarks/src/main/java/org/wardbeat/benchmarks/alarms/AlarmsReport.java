package org.wardbeat.benchmarks.alarms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wardbeat.benchmarks.live.FloodMeasurement;
import org.wardbeat.benchmarks.report.Expectation;
import org.wardbeat.benchmarks.report.Figure;
import org.wardbeat.benchmarks.report.Report;

/** What is expected of the figures, and both in words. */
final class AlarmsReport {
  private static final double P99_MILLIS = 250;
  private static final double MAX_MILLIS = 1_000;

  private AlarmsReport() {}

  /**
   * @param judged whether so much was measured that times can be judged
   */
  static Report of(List<Figure> figures, boolean judged) {
    Report bare = Report.of("alarms", figures);
    List<Expectation> expectations = new ArrayList<>();
    for (String what : List.of(AlarmTimes.PAINTED, AlarmTimes.HEARD)) {
      if (judged) {
        limit(bare, what + "P99", P99_MILLIS, expectations);
        limit(bare, what + "Max", MAX_MILLIS, expectations);
      }
    }
    if (judged) {
      FloodMeasurement.expectation(figures).ifPresent(expectations::add);
    }
    bare.value(AlarmTimes.CASE, AlarmPath.WARDBEAT.label(), AlarmTimes.MISSING)
        .ifPresent(
            missing ->
                expectations.add(
                    new Expectation(
                        AlarmTimes.CASE,
                        "no alarm unseen or unheard",
                        String.format(Locale.ROOT, "%.0f", missing),
                        missing == 0)));
    return new Report(bare.name(), bare.machine(), notes(judged), bare.results(), expectations);
  }

  private static void limit(
      Report report, String metric, double millis, List<Expectation> expectations) {
    report
        .value(AlarmTimes.CASE, AlarmPath.WARDBEAT.label(), metric)
        .ifPresent(
            value ->
                expectations.add(
                    new Expectation(
                        AlarmTimes.CASE,
                        String.format(Locale.ROOT, "%s ≤ %.0f ms", metric, millis),
                        String.format(Locale.ROOT, "%.1f", value),
                        value <= millis)));
  }

  private static List<String> notes(boolean judged) {
    List<String> notes = new ArrayList<>();
    notes.add(
        "From handing the alarm to the broker's socket to the pulse after the one that laid it out,"
            + " and to the playing of the first sample, without the delay of a sound card.");
    notes.add(
        "flood: processor time of the JavaFX thread from frame to frame, with 32 beds that raise five alarms a second each.");
    notes.add("mqtt-to-screen shows alarms only: no bridge, no store, no waves, no numbers.");
    if (!judged) {
      notes.add("Quick: few alarms, on programs that are not warm; no time is judged.");
    }
    return notes;
  }

  /** The figures side by side, then the expectations. */
  static String table(Report report) {
    StringBuilder text = new StringBuilder(report.machine()).append(System.lineSeparator());
    line(text, "subject", "what", "alarms", "p50 ms", "p99 ms", "max ms");
    for (AlarmPath path : AlarmPath.values()) {
      for (String what : List.of(AlarmTimes.PAINTED, AlarmTimes.HEARD)) {
        if (report.value(AlarmTimes.CASE, path.label(), what).isPresent()) {
          line(
              text,
              path.label(),
              what,
              cell(report, path, what, 0),
              cell(report, path, what + "P50", 1),
              cell(report, path, what + "P99", 1),
              cell(report, path, what + "Max", 1));
        }
      }
    }
    report.results().stream()
        .filter(FloodMeasurement::isOfFlood)
        .forEach(
            figure ->
                text.append(
                        String.format(
                            Locale.ROOT,
                            "%s: %s %.2f %s",
                            figure.name(),
                            figure.metric(),
                            figure.value(),
                            figure.unit()))
                    .append(System.lineSeparator()));
    return text.append(report.verdict()).toString();
  }

  private static String cell(Report report, AlarmPath path, String metric, int decimals) {
    double value = report.value(AlarmTimes.CASE, path.label(), metric).orElse(Double.NaN);
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  private static void line(StringBuilder text, Object... cells) {
    text.append(String.format(Locale.ROOT, "%-15s %-8s %7s %8s %8s %8s", cells).strip())
        .append(System.lineSeparator());
  }
}

package org.wardbeat.benchmarks.live;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.wardbeat.benchmarks.report.Report;

/** The figures side by side, a line for each case. */
final class LiveTable {

  private final StringBuilder text = new StringBuilder();
  private final Report report;

  private LiveTable(Report report) {
    this.report = report;
  }

  static String of(Report report, List<LiveCase> cases) {
    return new LiveTable(report).write(cases);
  }

  private String write(List<LiveCase> cases) {
    text.append(report.machine()).append(System.lineSeparator());
    line("subject", "case", "frames/s", "CPU %", "ms/frame", "FX p50", "FX p99", "MB/s");
    for (LiveCase one : cases) {
      LiveMetric[] metrics = LiveMetric.values();
      Object[] cells = new Object[2 + metrics.length];
      cells[0] = one.subject().label();
      cells[1] = one.name();
      for (int i = 0; i < metrics.length; i++) {
        cells[2 + i] = cell(one, metrics[i]);
      }
      line(cells);
    }
    return text.append("CPU % is of one core, for the whole process; ms/frame the same per frame.")
        .append(System.lineSeparator())
        .append("FX is the processor time of the JavaFX thread from frame to frame, in ms.")
        .append(System.lineSeparator())
        .toString();
  }

  private void line(Object... cells) {
    text.append(String.format(Locale.ROOT, "%-17s %-13s %9s %7s %9s %7s %7s %7s", cells).strip())
        .append(System.lineSeparator());
  }

  private String cell(LiveCase one, LiveMetric metric) {
    OptionalDouble value = report.value(one.name(), one.subject().label(), metric.label());
    return value.isPresent() ? String.format(Locale.ROOT, "%.2f", value.getAsDouble()) : "-";
  }
}

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
    line("subject", "case", "frames/s", "CPU %", "ms/frame", "FX p50", "FX p99", "MB/s", "x floor");
    for (LiveCase one : cases) {
      LiveMetric[] metrics = LiveMetric.values();
      Object[] cells = new Object[3 + metrics.length];
      cells[0] = one.label();
      cells[1] = one.name();
      for (int i = 0; i < metrics.length; i++) {
        cells[2 + i] = cell(value(one, metrics[i]));
      }
      cells[2 + metrics.length] = cell(floors(one));
      line(cells);
    }
    return text.append("CPU % is of one core, for the whole process; ms/frame the same per frame.")
        .append(System.lineSeparator())
        .append(
            "x floor is CPU beside that of a blank window, the whole of which each frame renders.")
        .append(System.lineSeparator())
        .append("FX is the processor time of the JavaFX thread from frame to frame, in ms.")
        .append(System.lineSeparator())
        .toString();
  }

  private void line(Object... cells) {
    text.append(
            String.format(Locale.ROOT, "%-17s %-13s %9s %7s %9s %7s %7s %7s %7s", cells).strip())
        .append(System.lineSeparator());
  }

  private OptionalDouble value(LiveCase one, LiveMetric metric) {
    return report.value(one.name(), one.label(), metric.label());
  }

  private OptionalDouble floors(LiveCase one) {
    OptionalDouble cpu = value(one, LiveMetric.CPU);
    OptionalDouble floor = value(one.floor(), LiveMetric.CPU);
    return cpu.isPresent() && floor.isPresent()
        ? OptionalDouble.of(cpu.getAsDouble() / floor.getAsDouble())
        : OptionalDouble.empty();
  }

  private static String cell(OptionalDouble value) {
    return value.isPresent() ? String.format(Locale.ROOT, "%.2f", value.getAsDouble()) : "-";
  }
}

package org.wardbeat.benchmarks.live;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * All figures of a run.
 *
 * @param name of the benchmark
 * @param machine on which it ran
 * @param results a row for each figure
 */
record LiveReport(String name, String machine, List<Figure> results) {

  private static final List<String> METRICS =
      List.of(
          Figure.FRAMES,
          Figure.CPU,
          Figure.CPU_PER_FRAME,
          Figure.FX_P50,
          Figure.FX_P99,
          Figure.ALLOCATION);

  LiveReport {
    results = List.copyOf(results);
  }

  void write(Path file) throws IOException {
    new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), this);
  }

  /** The figures side by side, a line for each case. */
  String table(List<LiveCase> cases) {
    StringBuilder table = new StringBuilder(machine).append(System.lineSeparator());
    line(table, "subject", "case", "frames/s", "CPU %", "ms/frame", "FX p50", "FX p99", "MB/s");
    for (LiveCase one : cases) {
      Object[] cells = new Object[2 + METRICS.size()];
      cells[0] = one.subject().label();
      cells[1] = one.name();
      for (int i = 0; i < METRICS.size(); i++) {
        cells[2 + i] = cell(one, METRICS.get(i));
      }
      line(table, cells);
    }
    return table
        .append("CPU % is of one core, for the whole process; ms/frame the same per frame.")
        .append(System.lineSeparator())
        .append("FX is the processor time of the JavaFX thread from frame to frame, in ms.")
        .append(System.lineSeparator())
        .toString();
  }

  private static void line(StringBuilder table, Object... cells) {
    table
        .append(String.format(Locale.ROOT, "%-17s %-13s %9s %7s %9s %7s %7s %7s", cells).strip())
        .append(System.lineSeparator());
  }

  private String cell(LiveCase one, String metric) {
    return results.stream()
        .filter(figure -> figure.subject().equals(one.subject().label()))
        .filter(figure -> figure.name().equals(one.name()) && figure.metric().equals(metric))
        .map(figure -> String.format(Locale.ROOT, "%.2f", figure.value()))
        .findFirst()
        .orElse("-");
  }
}

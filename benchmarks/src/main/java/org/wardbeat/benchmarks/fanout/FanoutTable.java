package org.wardbeat.benchmarks.fanout;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.wardbeat.benchmarks.fanout.subject.Subject;
import org.wardbeat.benchmarks.report.Expectation;
import org.wardbeat.benchmarks.report.Report;

/** The figures side by side: a table for each case, then the expectations. */
final class FanoutTable {

  private static final int SUBJECT_WIDTH = 13;
  private static final int CELL_WIDTH = 11;

  /** A column of a table. */
  private record Column(String title, FanoutMetric metric, int decimals) {}

  private static final List<Column> STEADY =
      List.of(
          new Column("p50 ms", FanoutMetric.P50, 2),
          new Column("p99 ms", FanoutMetric.P99, 2),
          new Column("p99.9 ms", FanoutMetric.P999, 2),
          new Column("B/update", FanoutMetric.BYTES_PER_UPDATE, 1),
          new Column("B/s/sess.", FanoutMetric.BYTES_PER_SESSION, 0),
          new Column("CPU s/M", FanoutMetric.CPU_PER_MILLION, 2),
          new Column("RSS MB", FanoutMetric.RESIDENT, 0),
          new Column("heap MB", FanoutMetric.LIVE_HEAP, 1),
          new Column("deliv./s", FanoutMetric.DELIVERIES, 0),
          new Column("merged", FanoutMetric.MERGED, 0),
          new Column("lost", FanoutMetric.LOST, 0),
          new Column("client %", FanoutMetric.CLIENT_CPU, 0));

  private static final List<Column> SATURATION =
      List.of(
          new Column("messages/s", FanoutMetric.HELD_MESSAGES, 0),
          new Column("updates/s", FanoutMetric.HELD_UPDATES, 0),
          new Column("deliv./s", FanoutMetric.HELD_DELIVERIES, 0),
          new Column("p50 ms", FanoutMetric.P50, 2),
          new Column("p99 ms", FanoutMetric.P99, 2),
          new Column("CPU %", FanoutMetric.CPU, 0),
          new Column("CPU s/M", FanoutMetric.CPU_PER_MILLION, 2),
          new Column("client %", FanoutMetric.CLIENT_CPU, 0));

  private static final List<Column> NEVER_READING =
      List.of(
          new Column("seconds", FanoutMetric.MUTE_SECONDS, 0),
          new Column("p99 before", FanoutMetric.P99_BEFORE, 2),
          new Column("p99 during", FanoutMetric.P99, 2),
          new Column("RSS before", FanoutMetric.RESIDENT_BEFORE, 1),
          new Column("RSS early", FanoutMetric.RESIDENT_EARLY, 1),
          new Column("RSS most", FanoutMetric.RESIDENT_MOST, 1),
          new Column("RSS after", FanoutMetric.RESIDENT, 1),
          new Column("heap before", FanoutMetric.LIVE_HEAP_BEFORE, 1),
          new Column("heap after", FanoutMetric.LIVE_HEAP, 1),
          new Column("closed", FanoutMetric.GIVEN_UP, 0),
          new Column("lost", FanoutMetric.LOST, 0));

  private static final List<Column> SESSIONS =
      List.of(
          new Column("p50 ms", FanoutMetric.P50, 2),
          new Column("p99 ms", FanoutMetric.P99, 2),
          new Column("p99.9 ms", FanoutMetric.P999, 2),
          new Column("B/update", FanoutMetric.BYTES_PER_UPDATE, 1),
          new Column("CPU s/M", FanoutMetric.CPU_PER_MILLION, 2),
          new Column("RSS MB", FanoutMetric.RESIDENT, 0),
          new Column("RSS KB/s.", FanoutMetric.RESIDENT_PER_SESSION, 1),
          new Column("heap KB/s.", FanoutMetric.LIVE_HEAP_PER_SESSION, 1),
          new Column("deliv./s", FanoutMetric.DELIVERIES, 0),
          new Column("lost", FanoutMetric.LOST, 0));

  private final StringBuilder text = new StringBuilder();
  private final Report report;

  private FanoutTable(Report report) {
    this.report = report;
  }

  static String of(Report report, List<FanoutCase> cases) {
    FanoutTable table = new FanoutTable(report);
    table.line(report.machine());
    cases.forEach(table::table);
    table.line("");
    report.notes().forEach(table::line);
    table.explain();
    report.expectations().forEach(table::expectation);
    return table.text.toString();
  }

  private void table(FanoutCase one) {
    List<Column> columns =
        switch (one) {
          case VITALS, SELECTIVE, ECG -> STEADY;
          case SATURATION -> SATURATION;
          case NEVER_READING -> NEVER_READING;
          case SESSIONS -> SESSIONS;
        };
    line("");
    row(one.label(), columns.stream().map(Column::title).toList());
    for (Subject subject : Subject.values()) {
      List<String> cells = columns.stream().map(column -> cell(one, subject, column)).toList();
      if (cells.stream().anyMatch(cell -> !cell.equals("-"))) {
        row(subject.label(), cells);
      }
    }
  }

  private String cell(FanoutCase one, Subject subject, Column column) {
    OptionalDouble value = report.value(one.label(), subject.label(), column.metric.label());
    return value.isPresent()
        ? String.format(Locale.ROOT, "%." + column.decimals + "f", value.getAsDouble())
        : "-";
  }

  private void row(String head, List<String> cells) {
    StringBuilder row = new StringBuilder(pad(head, -SUBJECT_WIDTH));
    cells.forEach(cell -> row.append(pad(cell, CELL_WIDTH)));
    line(row.toString());
  }

  private static String pad(String word, int width) {
    return String.format(Locale.ROOT, "%" + width + "s", word);
  }

  private void explain() {
    for (String sentence :
        List.of(
            "Latency is from publishing to decoded, of each message, merged ones included.",
            "B/update are bytes on the socket, WebSocket framing and heartbeats included, per message"
                + " of a device.",
            "CPU s/M is the server's processor time per million deliveries; one that merges several"
                + " messages counts once.",
            "Mosquitto is broker and server in one; the others' broker is not counted.",
            "Each server is warmed up by the same load, up to 16 times as often, before it is"
                + " measured.")) {
      line(sentence);
    }
  }

  private void expectation(Expectation one) {
    line(
        "%-8s %-14s %s: %s"
            .formatted(one.met() ? "met" : "NOT MET", one.name(), one.expected(), one.measured()));
  }

  private void line(String words) {
    text.append(words).append(System.lineSeparator());
  }
}

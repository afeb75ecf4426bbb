package org.wardbeat.benchmarks.fanout;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.wardbeat.benchmarks.fanout.load.Tally;
import org.wardbeat.benchmarks.fanout.subject.Subject;
import org.wardbeat.benchmarks.report.Figure;

/** The figures of one subject in one case, as they come. */
final class Sheet {

  private final FanoutCase one;
  private final Subject subject;
  private final int sessions;
  private final List<Figure> figures = new ArrayList<>();

  Sheet(FanoutCase one, Subject subject, int sessions) {
    this.one = one;
    this.subject = subject;
    this.sessions = sessions;
  }

  List<Figure> figures() {
    return List.copyOf(figures);
  }

  void add(FanoutMetric metric, double value) {
    figures.add(metric.of(one, subject, value));
  }

  void add(FanoutMetric metric, OptionalDouble value) {
    value.ifPresent(known -> add(metric, known));
  }

  /** By how much a figure is above another measurement of the same, times a factor. */
  void addDifference(FanoutMetric metric, FanoutMetric of, OptionalDouble other, double factor) {
    figures.stream()
        .filter(figure -> figure.is(one.label(), subject.label(), of.label()))
        .findFirst()
        .filter(_ -> other.isPresent())
        .ifPresent(figure -> add(metric, (figure.value() - other.getAsDouble()) * factor));
  }

  /** What is told of each steady load. */
  void steady(Ward.Measurement measured, long missing) {
    Tally tally = measured.tally();
    double updates = Math.max(1, tally.deliveries() + tally.merged());
    add(FanoutMetric.UPDATES, measured.updatesPerSecond());
    add(FanoutMetric.DELIVERIES, measured.deliveriesPerSecond());
    add(FanoutMetric.P50, tally.latencyMillis(50));
    add(FanoutMetric.P99, tally.latencyMillis(99));
    add(FanoutMetric.P999, tally.latencyMillis(99.9));
    add(FanoutMetric.BYTES_PER_UPDATE, tally.bytes() / updates);
    add(FanoutMetric.BYTES_PER_SESSION, tally.bytes() / measured.seconds() / sessions);
    add(
        FanoutMetric.CPU_PER_MILLION,
        1e6 * measured.cpuSeconds() / Math.max(1, tally.deliveries()));
    add(FanoutMetric.CPU, 100 * measured.cpuSeconds() / measured.seconds());
    add(FanoutMetric.MERGED, (double) tally.merged());
    add(FanoutMetric.LOST, (double) (tally.lost() + missing));
    add(FanoutMetric.REPEATED, (double) tally.repeated());
    add(FanoutMetric.CLIENT_CPU, measured.clientCpuPercent());
  }
}

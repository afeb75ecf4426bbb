package org.wardbeat.benchmarks.fanout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.wardbeat.benchmarks.fanout.subject.Subject;
import org.wardbeat.benchmarks.report.Expectation;
import org.wardbeat.benchmarks.report.Figure;
import org.wardbeat.benchmarks.report.Report;

/** What is made of the figures: notes, and expectations as far as they can be told from them. */
final class FanoutReport {

  private static final double VITALS_BYTES = 0.06;
  private static final double ECG_BYTES = 0.40;
  private static final double HEAP_GROWTH_MB = 4;
  private static final double RESIDENT_GROWTH = 1.10;
  private static final double SAME_P99 = 1.25;
  private static final double SAME_P99_MILLIS = 0.5;
  private static final double CLIENT_SATURATED = 85;

  private final Report bare;
  private final boolean quick;
  private final List<Expectation> expectations = new ArrayList<>();

  FanoutReport(List<Figure> figures, boolean quick) {
    this.bare = Report.of("fanout", figures);
    this.quick = quick;
  }

  Report report() {
    compareBytes();
    if (!quick) {
      compareSteady();
      expectSaturation();
      expectNeverReading();
    }
    for (FanoutCase one : FanoutCase.values()) {
      expectNothingLost(one);
    }
    return new Report(bare.name(), bare.machine(), notes(), bare.results(), expectations);
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (quick) {
      notes.add(
          "Quick: smaller loads, about a second each; of the figures only bytes and losses count.");
    }
    OptionalDouble payload = value(FanoutCase.VITALS, Subject.WARDBEAT, FanoutMetric.PAYLOAD);
    payload.ifPresent(
        bytes ->
            notes.add(
                String.format(
                    Locale.ROOT,
                    "A message with vital signs has %.0f bytes of JSON on average.",
                    bytes)));
    bare.results().stream()
        .filter(figure -> figure.metric().equals(FanoutMetric.CLIENT_CPU.label()))
        .filter(figure -> figure.value() > CLIENT_SATURATED)
        .forEach(
            figure ->
                notes.add(
                    String.format(
                        Locale.ROOT,
                        "%s, %s: the clients' own thread took %.0f %% of a core, so the figure is"
                            + " theirs as much as the server's.",
                        figure.subject(),
                        figure.name(),
                        figure.value())));
    return notes;
  }

  private void compareBytes() {
    ratio(FanoutCase.VITALS, VITALS_BYTES, "bytes an update ≤ 6 % of Node's JSON");
    ratio(FanoutCase.ECG, ECG_BYTES, "bytes an update ≤ 40 % of packed int16 and JSON");
  }

  private void compareSteady() {
    for (FanoutCase one : List.of(FanoutCase.VITALS, FanoutCase.SELECTIVE, FanoutCase.ECG)) {
      notAbove(one, FanoutMetric.CPU_PER_MILLION, Subject.NODE, "CPU s a million ≤ Node's");
      notAbove(
          one,
          FanoutMetric.CPU_PER_MILLION,
          Subject.MOSQUITTO,
          "aim: CPU s a million ≤ Mosquitto's");
    }
    notAbove(FanoutCase.VITALS, FanoutMetric.P50, Subject.NODE, "p50 ms no worse than Node's");
    notAbove(FanoutCase.VITALS, FanoutMetric.P99, Subject.NODE, "p99 ms no worse than Node's");
  }

  private void ratio(FanoutCase one, double limit, String words) {
    both(
        one,
        FanoutMetric.BYTES_PER_UPDATE,
        Subject.NODE,
        (ours, peers) ->
            expect(
                one,
                words,
                String.format(
                    Locale.ROOT, "%.1f of %.1f B: %.1f %%", ours, peers, 100 * ours / peers),
                ours <= limit * peers));
  }

  private void notAbove(FanoutCase one, FanoutMetric metric, Subject peer, String words) {
    both(
        one,
        metric,
        peer,
        (ours, peers) ->
            expect(
                one, words, String.format(Locale.ROOT, "%.2f, %.2f", ours, peers), ours <= peers));
  }

  private void expectSaturation() {
    for (Subject peer : List.of(Subject.NODE, Subject.MOSQUITTO)) {
      both(
          FanoutCase.SATURATION,
          FanoutMetric.HELD_DELIVERIES,
          peer,
          (ours, peers) ->
              expect(
                  FanoutCase.SATURATION,
                  "deliveries/s held above those of " + peer.label(),
                  String.format(Locale.ROOT, "%,.0f, %,.0f", ours, peers),
                  ours > peers));
    }
  }

  private void expectNeverReading() {
    FanoutCase one = FanoutCase.NEVER_READING;
    grown(FanoutMetric.P99_BEFORE, FanoutMetric.P99)
        .accept(
            (before, during) ->
                expect(
                    one,
                    "p99 ms of the others unchanged (+ 25 % or 0.5 ms)",
                    String.format(Locale.ROOT, "%.2f before, %.2f during", before, during),
                    during <= Math.max(SAME_P99 * before, before + SAME_P99_MILLIS)));
    grown(FanoutMetric.LIVE_HEAP_BEFORE, FanoutMetric.LIVE_HEAP)
        .accept(
            (before, after) ->
                expect(
                    one,
                    "live heap flat (+ 4 MB)",
                    String.format(Locale.ROOT, "%.1f MB before, %.1f after", before, after),
                    after - before <= HEAP_GROWTH_MB));
    grown(FanoutMetric.RESIDENT_EARLY, FanoutMetric.RESIDENT_MOST)
        .accept(
            (early, most) ->
                expect(
                    one,
                    "resident memory flat after a tenth of the time (+ 10 %)",
                    String.format(Locale.ROOT, "%.0f MB then, %.0f at most", early, most),
                    most <= RESIDENT_GROWTH * early));
  }

  private void expectNothingLost(FanoutCase one) {
    value(one, Subject.WARDBEAT, FanoutMetric.LOST)
        .ifPresent(
            lost ->
                expect(
                    one,
                    "nothing lost",
                    String.format(Locale.ROOT, "%.0f messages", lost),
                    lost == 0));
  }

  /** What is done with two figures. */
  private interface Comparison {
    void of(double first, double second);
  }

  /** What is done with a comparison if there is something to compare. */
  private interface Compared {
    void accept(Comparison comparison);
  }

  private Compared grown(FanoutMetric before, FanoutMetric after) {
    OptionalDouble first = value(FanoutCase.NEVER_READING, Subject.WARDBEAT, before);
    OptionalDouble second = value(FanoutCase.NEVER_READING, Subject.WARDBEAT, after);
    return comparison -> {
      if (first.isPresent() && second.isPresent()) {
        comparison.of(first.getAsDouble(), second.getAsDouble());
      }
    };
  }

  private void both(FanoutCase one, FanoutMetric metric, Subject peer, Comparison comparison) {
    OptionalDouble ours = value(one, Subject.WARDBEAT, metric);
    OptionalDouble peers = value(one, peer, metric);
    if (ours.isPresent() && peers.isPresent()) {
      comparison.of(ours.getAsDouble(), peers.getAsDouble());
    }
  }

  private OptionalDouble value(FanoutCase one, Subject subject, FanoutMetric metric) {
    return bare.value(one.label(), subject.label(), metric.label());
  }

  private void expect(FanoutCase one, String expected, String measured, boolean met) {
    expectations.add(new Expectation(one.label(), expected, measured, met));
  }
}

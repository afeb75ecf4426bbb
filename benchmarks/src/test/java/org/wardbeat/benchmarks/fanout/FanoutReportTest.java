package org.wardbeat.benchmarks.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wardbeat.benchmarks.fanout.subject.Subject;
import org.wardbeat.benchmarks.report.Expectation;
import org.wardbeat.benchmarks.report.Figure;
import org.wardbeat.benchmarks.report.Report;

class FanoutReportTest {

  private static Figure figure(FanoutCase one, Subject subject, FanoutMetric metric, double value) {
    return metric.of(one, subject, value);
  }

  private static Report report(Figure... figures) {
    return new FanoutReport(List.of(figures), false).report();
  }

  @Test
  void comparesBytesWithThoseOfTheNodeBridge() {
    FanoutMetric metric = FanoutMetric.BYTES_PER_UPDATE;
    Figure node = figure(FanoutCase.VITALS, Subject.NODE, metric, 250);

    assertThat(report(node, figure(FanoutCase.VITALS, Subject.WARDBEAT, metric, 15)).expectations())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.met()).isTrue();
              assertThat(one.measured()).isEqualTo("15.0 of 250.0 B: 6.0 %");
            });
    assertThat(report(node, figure(FanoutCase.VITALS, Subject.WARDBEAT, metric, 16)).expectations())
        .singleElement()
        .matches(one -> !one.met());
  }

  @Test
  void expectsNothingOfWhatWasNotMeasured() {
    assertThat(report().expectations()).isEmpty();
    assertThat(
            report(figure(FanoutCase.VITALS, Subject.WARDBEAT, FanoutMetric.P50, 1)).expectations())
        .isEmpty();
  }

  @Test
  void expectsThatNothingIsLost() {
    assertThat(
            report(figure(FanoutCase.ECG, Subject.WARDBEAT, FanoutMetric.LOST, 1)).expectations())
        .extracting(Expectation::name, Expectation::met)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("ecg", false));
  }

  @Test
  void saysWhenTheClientsAreTheLimit() {
    assertThat(report(figure(FanoutCase.VITALS, Subject.NODE, FanoutMetric.CLIENT_CPU, 90)).notes())
        .singleElement()
        .asString()
        .contains("clients' own thread took 90 %");
  }

  @Test
  void doesNotJudgeSpeedByAQuickRun() {
    List<Figure> figures =
        List.of(
            figure(FanoutCase.VITALS, Subject.NODE, FanoutMetric.P50, 1),
            figure(FanoutCase.VITALS, Subject.WARDBEAT, FanoutMetric.P50, 2));

    assertThat(new FanoutReport(figures, true).report().expectations()).isEmpty();
    assertThat(new FanoutReport(figures, false).report().expectations()).hasSize(1);
  }

  @Test
  void printsATableForEachCaseAndTheExpectations() {
    Report report =
        report(
            figure(FanoutCase.VITALS, Subject.WARDBEAT, FanoutMetric.P50, 0.71),
            figure(FanoutCase.VITALS, Subject.NODE, FanoutMetric.P50, 0.9));

    List<String> lines = FanoutTable.of(report, List.of(FanoutCase.VITALS)).lines().toList();

    assertThat(lines).anyMatch(line -> line.startsWith("vitals ") && line.contains("p50 ms"));
    assertThat(lines).anyMatch(line -> line.matches("wardbeat +0\\.71 +-.*"));
    assertThat(lines).noneMatch(line -> line.startsWith("mosquitto"));
    assertThat(lines).anyMatch(line -> line.matches("met +vitals +p50 ms.*: 0\\.71, 0\\.90"));
  }

  @Test
  void namesItsCases() {
    for (FanoutCase one : FanoutCase.values()) {
      assertThat(FanoutCase.ofLabel(one.label())).isSameAs(one);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FanoutCase.ofLabel("vital"))
        .withMessageContaining("vitals, selective, ecg");
  }
}

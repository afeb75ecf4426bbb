package org.wardbeat.benchmarks.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wardbeat.benchmarks.SmokePrograms;
import org.wardbeat.benchmarks.fanout.subject.Subject;
import org.wardbeat.benchmarks.report.Figure;

/** Small runs against the bridge as a process of its own and against a real broker. */
class FanoutSmokeTest {

  private static final Path ROOT =
      Path.of(System.getProperty("wardbeat.root", "..")).toAbsolutePath().normalize();

  private final FanoutRunner runner = new FanoutRunner(ROOT, SmokePrograms::command, true);

  private static double value(List<Figure> figures, FanoutMetric metric) {
    return figures.stream()
        .filter(figure -> figure.metric().equals(metric.label()))
        .mapToDouble(Figure::value)
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(
      value = FanoutCase.class,
      names = {"VITALS", "SELECTIVE", "ECG"})
  void losesNothingOnTheWayThroughTheBridge(FanoutCase one) throws Exception {
    SmokePrograms.needMosquitto();

    List<Figure> figures = runner.run(one, Subject.WARDBEAT);

    assertThat(value(figures, FanoutMetric.LOST)).isZero();
    assertThat(value(figures, FanoutMetric.REPEATED)).isZero();
    assertThat(value(figures, FanoutMetric.DELIVERIES)).isPositive();
    assertThat(value(figures, FanoutMetric.BYTES_PER_UPDATE)).isBetween(5.0, 200.0);
  }

  @Test
  void deliversWholePayloadsThroughMosquitto() throws Exception {
    SmokePrograms.needMosquitto();

    List<Figure> figures = runner.run(FanoutCase.VITALS, Subject.MOSQUITTO);

    assertThat(value(figures, FanoutMetric.REPEATED)).isZero();
    assertThat(value(figures, FanoutMetric.BYTES_PER_UPDATE)).isBetween(200.0, 400.0);
  }
}

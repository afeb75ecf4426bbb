package org.wardbeat.benchmarks.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wardbeat.benchmarks.report.Expectation;
import org.wardbeat.benchmarks.report.Figure;
import org.wardbeat.benchmarks.report.Report;

class StartReportTest {
  private static List<Figure> figures(double cachedMillis) {
    return List.of(
        new Figure("start", "without-cache", "waveMedian", 4_100, "ms"),
        new Figure("start", "with-cache", "waveMedian", cachedMillis, "ms"));
  }

  @Test
  void judgesTheMedianWithTheCache() {
    assertThat(StartReport.of(figures(2_500), true).expectations())
        .singleElement()
        .matches(Expectation::met);
    assertThat(StartReport.of(figures(2_501), true).expectations())
        .singleElement()
        .matches(one -> !one.met());
  }

  @Test
  void judgesNothingAfterAQuickRun() {
    assertThat(StartReport.of(figures(9_000), false).expectations()).isEmpty();
  }

  @Test
  void showsBothWaysSideBySide() {
    Report report = StartReport.of(figures(2_000), true);
    assertThat(StartReport.table(report))
        .containsPattern("without-cache .*4100")
        .containsPattern("with-cache .*2000")
        .contains("met      first wave with the cache within 2,500 ms, median: 2000 ms");
  }
}

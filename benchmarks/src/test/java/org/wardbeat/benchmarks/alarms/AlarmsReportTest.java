package org.wardbeat.benchmarks.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.wardbeat.benchmarks.report.Expectation;
import org.wardbeat.benchmarks.report.Figure;
import org.wardbeat.benchmarks.report.Report;

class AlarmsReportTest {
  private static final long MILLI = 1_000_000;

  private static Report report(boolean judged, long paintedMillis, OptionalLong heardNanos) {
    AlarmTimes times = new AlarmTimes();
    times.add(5 * MILLI, OptionalLong.of((5 + paintedMillis) * MILLI), heardNanos);
    return AlarmsReport.of(times.figures(AlarmPath.WARDBEAT), judged);
  }

  @Test
  void timesAreCountedFromTheRaising() {
    Report report = report(true, 40, OptionalLong.of(105 * MILLI));

    assertThat(report.value(AlarmTimes.CASE, "wardbeat", "paintedP99").orElseThrow())
        .isBetween(40.0, 40.1);
    assertThat(report.value(AlarmTimes.CASE, "wardbeat", "heardMax").orElseThrow())
        .isBetween(100.0, 100.1);
    assertThat(report.expectations()).allMatch(Expectation::met).hasSize(5);
  }

  @Test
  void whatIsLateOrMissingIsNotMet() {
    Report report = report(true, 300, OptionalLong.empty());

    assertThat(report.expectations().stream().filter(one -> !one.met()).map(Expectation::expected))
        .containsExactly("paintedP99 ≤ 250 ms", "no alarm unseen or unheard");
  }

  @Test
  void aQuickRunJudgesNoTime() {
    assertThat(report(false, 3_000, OptionalLong.of(MILLI * 6)).expectations())
        .extracting(Expectation::expected)
        .isEqualTo(List.of("no alarm unseen or unheard"));
  }

  @Test
  void aFloodThatTakesTheScreensThreadTooLongIsNotMet() {
    Figure slow = new Figure("flood", "wardbeat", "fxThreadP99", 8.5, "ms");
    Figure quick = new Figure("flood", "wardbeat", "fxThreadP99", 5.6, "ms");

    assertThat(AlarmsReport.of(List.of(slow), true).expectations())
        .containsExactly(new Expectation("flood", "fxThreadP99 ≤ 8 ms", "8.50", false));
    assertThat(AlarmsReport.of(List.of(quick), true).expectations()).allMatch(Expectation::met);
    assertThat(AlarmsReport.of(List.of(slow), false).expectations()).isEmpty();
    assertThat(AlarmsReport.table(AlarmsReport.of(List.of(quick), true)))
        .contains("flood: fxThreadP99 5.60 ms");
  }

  @Test
  void theTableShowsWhatWasMeasured() {
    assertThat(AlarmsReport.table(report(true, 40, OptionalLong.of(105 * MILLI))))
        .contains("wardbeat        painted        1")
        .contains("met      " + AlarmTimes.CASE + ": heardP99 ≤ 250 ms")
        .doesNotContain("mqtt-to-screen  painted");
  }
}

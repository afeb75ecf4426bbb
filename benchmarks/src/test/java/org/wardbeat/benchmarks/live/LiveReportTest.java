package org.wardbeat.benchmarks.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardbeat.benchmarks.report.Figure;
import org.wardbeat.benchmarks.report.Report;

class LiveReportTest {

  private static final LiveCase CASE = LiveCase.ofKey("WARDBEAT/64 beds");
  private static final Figure FRAMES = LiveMetric.FRAMES.of(CASE, 59.94);
  private static final Report REPORT =
      new Report("live", "a machine", List.of(), List.of(FRAMES), List.of());

  @TempDir private Path folder;

  @Test
  void writesARowForEachFigure() throws IOException {
    REPORT.write(folder.resolve("live.json"));

    JsonNode json = new ObjectMapper().readTree(folder.resolve("live.json").toFile());
    assertThat(json.path("name").asText()).isEqualTo("live");
    assertThat(json.path("machine").asText()).isEqualTo("a machine");
    assertThat(json.has("expectations")).isFalse();
    assertThat(json.path("results")).hasSize(1);
    assertThat(json.path("results").get(0).toString())
        .isEqualTo(
            "{\"case\":\"64 beds\",\"subject\":\"wardbeat\",\"metric\":\"frames\","
                + "\"value\":59.94,\"unit\":\"1/s\"}");
  }

  @Test
  void printsFiguresSideBySideAndADashForWhatIsMissing() {
    assertThat(LiveTable.of(REPORT, List.of(CASE)).lines().toList().get(2))
        .matches("wardbeat +64 beds +59\\.94 +- +- +- +- +- +-");
  }

  @Test
  void findsTheFiguresAmongWhatAChildWrites() throws IOException {
    String line = LiveChild.FIGURES + new ObjectMapper().writeValueAsString(List.of(FRAMES));

    assertThat(CaseRunner.parse(List.of("a log line", line))).containsExactly(FRAMES);
    assertThat(CaseRunner.parse(List.of("a log line"))).isEmpty();
  }

  @Test
  void measuresWhatAProcessUses() {
    Meter meter = new Meter();
    meter.begin();
    for (int i = 0; i < 100; i++) {
      meter.frame();
    }

    List<Figure> figures = meter.end(CASE);
    assertThat(figures)
        .extracting(Figure::metric)
        .containsExactlyElementsOf(
            Arrays.stream(LiveMetric.values()).map(LiveMetric::label).toList());
    assertThat(figures).allSatisfy(figure -> assertThat(figure.value()).isNotNegative());
    assertThat(figures.getFirst().value()).isPositive();
  }

  @Test
  void namesEveryCaseOnce() {
    for (List<LiveCase> cases : List.of(LiveCase.ALL, LiveCase.SCREENS)) {
      assertThat(cases).extracting(LiveCase::key).doesNotHaveDuplicates();
      assertThat(cases).allSatisfy(one -> assertThat(LiveCase.ofKey(one.key())).isSameAs(one));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> LiveCase.ofKey("WARDBEAT/65 beds"));
  }

  @Test
  void everyCaseHasFiguresOfItsOwn() {
    assertThat(LiveCase.ALL).hasSize(8);
    assertThat(new Layout(Sight.overview(16, 1)).samples()).isEqualTo(1_150);
    assertThat(new Layout(Sight.overview(64, 1)).samples()).isEqualTo(1_105);
  }
}

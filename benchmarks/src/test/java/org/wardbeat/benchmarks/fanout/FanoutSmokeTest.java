package org.wardbeat.benchmarks.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wardbeat.benchmarks.fanout.subject.Subject;
import org.wardbeat.benchmarks.report.Figure;
import org.wardbeat.launcher.program.Program;

/** Small runs against the bridge as a process of its own and against a real broker. */
class FanoutSmokeTest {

  private static final Path ROOT =
      Path.of(System.getProperty("wardbeat.root", "..")).toAbsolutePath().normalize();

  private final FanoutRunner runner = new FanoutRunner(ROOT, FanoutSmokeTest::command, true);

  private static List<String> command(Program program, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(program.jvmOptions());
    command.addAll(
        List.of("--class-path", System.getProperty("java.class.path"), program.mainClass()));
    command.addAll(arguments);
    return command;
  }

  private static void needMosquitto() {
    boolean installed =
        Stream.concat(
                Stream.of(System.getenv("PATH").split(File.pathSeparator)),
                Stream.of("/usr/sbin", "/usr/local/sbin"))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "mosquitto")));
    if (!installed && "true".equals(System.getenv("CI"))) {
      throw new AssertionError("mosquitto is not installed, but CI needs it");
    }
    Assumptions.assumeTrue(installed, "mosquitto is not installed");
  }

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
    needMosquitto();

    List<Figure> figures = runner.run(one, Subject.WARDBEAT);

    assertThat(value(figures, FanoutMetric.LOST)).isZero();
    assertThat(value(figures, FanoutMetric.REPEATED)).isZero();
    assertThat(value(figures, FanoutMetric.DELIVERIES)).isPositive();
    assertThat(value(figures, FanoutMetric.BYTES_PER_UPDATE)).isBetween(5.0, 200.0);
  }

  @Test
  void deliversWholePayloadsThroughMosquitto() throws Exception {
    needMosquitto();

    List<Figure> figures = runner.run(FanoutCase.VITALS, Subject.MOSQUITTO);

    assertThat(value(figures, FanoutMetric.REPEATED)).isZero();
    assertThat(value(figures, FanoutMetric.BYTES_PER_UPDATE)).isBetween(200.0, 400.0);
  }
}

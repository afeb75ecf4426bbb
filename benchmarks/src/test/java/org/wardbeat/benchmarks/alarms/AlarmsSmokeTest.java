package org.wardbeat.benchmarks.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wardbeat.benchmarks.report.Report;
import org.wardbeat.launcher.program.Program;

/** A few alarms over a real broker, to a screen as a process of its own. */
class AlarmsSmokeTest {
  private static final Path ROOT =
      Path.of(System.getProperty("wardbeat.root", "..")).toAbsolutePath().normalize();
  private static final int ALARMS = 4;

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

  @ParameterizedTest
  @EnumSource(AlarmPath.class)
  void everyAlarmIsSeenAndHeard(AlarmPath path) throws Exception {
    needMosquitto();

    AlarmsRun run = new AlarmsRun(ROOT, AlarmsSmokeTest::command, 1, ALARMS);
    Report report = AlarmsReport.of(run.run(path), false);

    assertThat(report.value(AlarmTimes.CASE, path.label(), AlarmTimes.MISSING)).hasValue(0);
    assertThat(report.value(AlarmTimes.CASE, path.label(), AlarmTimes.PAINTED)).hasValue(ALARMS);
    assertThat(report.value(AlarmTimes.CASE, path.label(), AlarmTimes.HEARD)).hasValue(ALARMS);
  }
}

package org.wardbeat.benchmarks.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wardbeat.benchmarks.SmokePrograms;
import org.wardbeat.benchmarks.report.Report;

/** A few alarms over a real broker, to a screen as a process of its own. */
class AlarmsSmokeTest {
  private static final Path ROOT =
      Path.of(System.getProperty("wardbeat.root", "..")).toAbsolutePath().normalize();
  private static final int ALARMS = 4;

  @ParameterizedTest
  @EnumSource(AlarmPath.class)
  void everyAlarmIsSeenAndHeard(AlarmPath path) throws Exception {
    SmokePrograms.needMosquitto();

    AlarmsRun run = new AlarmsRun(ROOT, SmokePrograms::command, 1, ALARMS);
    Report report = AlarmsReport.of(run.run(path), false);

    assertThat(report.value(AlarmTimes.CASE, path.label(), AlarmTimes.MISSING)).hasValue(0);
    assertThat(report.value(AlarmTimes.CASE, path.label(), AlarmTimes.PAINTED)).hasValue(ALARMS);
    assertThat(report.value(AlarmTimes.CASE, path.label(), AlarmTimes.HEARD)).hasValue(ALARMS);
  }
}

package org.wardbeat.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardbeat.launcher.StandInCommands;
import org.wardbeat.launcher.program.Program;

class DemoTest {
  private static final DemoOptions OPTIONS = new DemoOptions(1, null, null, null, null, null, true);

  @TempDir Path logs;

  @Test
  void saysWhichProgramWasNotReadyInTime() {
    System.setProperty("standin." + Program.SIMULATOR, "NEVER_READY");
    Demo.Patience short_ =
        new Demo.Patience(Duration.ofMillis(300), Duration.ofSeconds(1), Duration.ofSeconds(4));
    StringWriter out = new StringWriter();
    try (Demo demo = new Demo(new StandInCommands(), OPTIONS, short_, logs, new PrintWriter(out))) {
      DemoFailure failure = catchThrowableOfType(DemoFailure.class, demo::run);
      assertThat(failure.sentence())
          .startsWith("The simulated ward was not ready after ")
          .contains(logs.resolve("simulate.log").toString());
      assertThat(failure.exitCode()).isEqualTo(1);
    } finally {
      System.clearProperty("standin." + Program.SIMULATOR);
    }
    assertThat(out.toString()).isEmpty();
    assertThat(ProcessHandle.current().children().filter(DemoTest::isStandIn).toList()).isEmpty();
  }

  private static boolean isStandIn(ProcessHandle child) {
    return child
        .info()
        .arguments()
        .map(List::of)
        .filter(words -> words.contains("org.wardbeat.launcher.StandIn"))
        .isPresent();
  }
}

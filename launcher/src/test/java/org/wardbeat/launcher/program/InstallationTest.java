package org.wardbeat.launcher.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InstallationTest {
  private static final Installation INSTALLATION =
      new Installation(Path.of("/wb"), Path.of("/jdk"));

  @Test
  void runsTheBridgeOnTheClassPath() {
    List<String> command = INSTALLATION.commandLine(Program.BRIDGE, List.of("--port", "0"));
    String app = Path.of("/wb/bridge-server/target/app") + File.separator + "*";
    assertThat(command.getFirst()).isEqualTo(Path.of("/jdk/bin/java").toString());
    assertThat(command)
        .containsAll(Program.BRIDGE.jvmOptions())
        .endsWith("--class-path", app, "org.wardbeat.bridge.BridgeMain", "--port", "0");
  }

  @Test
  void runsTheStationAsAModule() {
    String app = Path.of("/wb/station-app/target/app").toString();
    assertThat(INSTALLATION.commandLine(Program.STATION, List.of()))
        .endsWith(
            "--module-path",
            app,
            "--module",
            "org.wardbeat.station/org.wardbeat.station.StationMain");
  }

  @ParameterizedTest
  @EnumSource
  void boundsTheHeapOfEveryProgram(Program program) {
    assertThat(program.jvmOptions())
        .allMatch(option -> option.startsWith("-"))
        .anyMatch(option -> option.startsWith("-Xmx"));
  }
}

package org.wardbeat.launcher.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

  @Test
  void startsTheStationWithItsCacheAsLongAsNoJarIsNewer(@TempDir Path home) throws IOException {
    Installation built = new Installation(home, Path.of("/jdk"));
    Path app = Files.createDirectories(built.appFolder(Program.STATION));
    Path jar = Files.createFile(app.resolve("station-app-0.1.0.jar"));
    String option = "-XX:AOTCache=" + built.startCache(Program.STATION);
    assertThat(built.commandLine(Program.STATION, List.of())).doesNotContain(option);

    Files.createFile(built.startCache(Program.STATION));
    age(built.startCache(Program.STATION), 2_000);
    age(jar, 1_000);
    assertThat(built.commandLine(Program.STATION, List.of())).contains(option);
    assertThat(built.commandLine(Program.TAIL, List.of())).doesNotContain(option);

    age(jar, 3_000);
    assertThat(built.commandLine(Program.STATION, List.of())).doesNotContain(option);
  }

  private static void age(Path file, long millis) throws IOException {
    Files.setLastModifiedTime(file, FileTime.fromMillis(millis));
  }

  @Test
  void takesFurtherOptionsOfTheJvm() {
    assertThat(
            INSTALLATION.commandLine(
                Program.STATION, List.of("--headless"), List.of("-XX:AOTCacheOutput=x")))
        .contains("-XX:AOTCacheOutput=x")
        .endsWith("--headless");
  }

  @ParameterizedTest
  @EnumSource
  void boundsTheHeapOfEveryProgram(Program program) {
    assertThat(program.jvmOptions())
        .allMatch(option -> option.startsWith("-"))
        .anyMatch(option -> option.startsWith("-Xmx"));
  }
}

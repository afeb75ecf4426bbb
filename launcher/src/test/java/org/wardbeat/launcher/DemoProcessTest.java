package org.wardbeat.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wardbeat.launcher.StandIn.Behaviour;
import org.wardbeat.launcher.program.Program;

/** The demo over real processes and ports, with stand-ins for the programs. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "signals are those of POSIX")
class DemoProcessTest {
  private static final String SHOWING = "Station: ready";
  private static final Pattern LOG = Pattern.compile("Its log is (\\S+\\.log)\\.");

  @TempDir Path folder;

  private LauncherProcess demo(Map<Program, Behaviour> behaviours, String... more)
      throws IOException {
    String[] arguments = new String[more.length + 2];
    arguments[0] = "demo";
    arguments[1] = "--headless";
    System.arraycopy(more, 0, arguments, 2, more.length);
    return LauncherProcess.start(folder, behaviours, arguments);
  }

  @Test
  void endsByItselfWhenItsSecondsAreOver() throws Exception {
    Path report = folder.resolve("r.json");
    try (LauncherProcess demo =
        demo(Map.of(), "--seconds", "1", "--report", report.toString(), "--beds", "4")) {
      demo.awaitOutput(SHOWING);
      assertThat(demo.awaitExit()).as(demo.output()).isZero();
      assertThat(demo.output()).contains("Simulated ward: 4 beds at tcp://127.0.0.1:");
      assertThat(report).exists();
      assertThat(demo.logs()).isEmpty();
      demo.awaitNothingLeft();
    }
  }

  @Test
  void endsAllWhenTheWindowIsClosed() throws Exception {
    try (LauncherProcess demo = demo(Map.of(Program.STATION, Behaviour.CLOSES))) {
      assertThat(demo.awaitExit()).as(demo.output()).isZero();
      demo.awaitNothingLeft();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM", "HUP", "KILL"})
  void leavesNothingBehindWhenASignalEndsIt(String signal) throws Exception {
    try (LauncherProcess demo = demo(Map.of())) {
      demo.awaitOutput(SHOWING);
      assertThat(demo.children()).hasSize(3).allMatch(ProcessHandle::isAlive);
      send(signal, demo.handle());
      assertThat(demo.awaitExit()).as(demo.output()).isGreaterThan(128);
      demo.awaitNothingLeft();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SIMULATOR", "BRIDGE", "STATION"})
  void endsTheOthersWhenOneIsKilledAndSaysWhichAndWhere(Program victim) throws Exception {
    try (LauncherProcess demo = demo(Map.of())) {
      demo.awaitOutput(SHOWING);
      send("KILL", demo.child(victim));
      assertThat(demo.awaitExit()).isEqualTo(1);
      assertThat(demo.output())
          .contains("crashed (exit code 137)")
          .contains(victim.command() + ".log");
      Matcher log = LOG.matcher(demo.output());
      assertThat(log.find()).as(demo.output()).isTrue();
      assertThat(Files.readString(Path.of(log.group(1)))).contains("ready");
      demo.awaitNothingLeft();
    }
  }

  @Test
  void killsProgramsThatDoNotEndWhenAsked() throws Exception {
    Map<Program, Behaviour> stubborn =
        Map.of(Program.BRIDGE, Behaviour.STUBBORN, Program.SIMULATOR, Behaviour.STUBBORN);
    try (LauncherProcess demo = demo(stubborn)) {
      demo.awaitOutput(SHOWING);
      send("TERM", demo.handle());
      demo.awaitExit();
      demo.awaitNothingLeft();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SIMULATOR", "BRIDGE", "STATION"})
  void showsTheEndOfTheLogWhenAProgramCrashesBeforeItIsReady(Program victim) throws Exception {
    try (LauncherProcess demo = demo(Map.of(victim, Behaviour.CRASHES_AT_START))) {
      assertThat(demo.awaitExit()).isEqualTo(1);
      assertThat(demo.output()).contains("crashed (exit code 3)").contains("| The sky fell.");
      demo.awaitNothingLeft();
    }
  }

  @Test
  void passesOnWhatAProgramSaysOfWrongInput() throws Exception {
    try (LauncherProcess demo = demo(Map.of(Program.SIMULATOR, Behaviour.REFUSES_ITS_INPUT))) {
      assertThat(demo.awaitExit()).isEqualTo(2);
      assertThat(demo.output())
          .contains("The simulated ward says: There is no record in /nowhere.");
    }
  }

  private static void send(String signal, ProcessHandle process) throws Exception {
    int code = new ProcessBuilder("kill", "-" + signal, "" + process.pid()).start().waitFor();
    assertThat(code).isZero();
  }
}

package org.wardbeat.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wardbeat.launcher.StandIn.Behaviour;
import org.wardbeat.launcher.program.Program;

/** The commands that run one program, and what the launcher says of wrong ones. */
class ProgramProcessTest {
  @TempDir Path folder;

  @Test
  void handsArgumentsToTheProgramAsTheyAre() throws Exception {
    Map<Program, Behaviour> refuses = Map.of(Program.SIMULATOR, Behaviour.REFUSES_ITS_INPUT);
    try (LauncherProcess run =
        LauncherProcess.start(folder, refuses, "simulate", "--help", "--", "two words", "@file")) {
      assertThat(run.awaitExit()).isEqualTo(2);
      assertThat(run.output()).contains("[--end-with-stdin, --help, --, two words, @file]");
    }
  }

  @Test
  void passesOnTheExitCode() throws Exception {
    Map<Program, Behaviour> crashes = Map.of(Program.BENCHMARKS, Behaviour.CRASHES_AT_START);
    try (LauncherProcess run = LauncherProcess.start(folder, crashes, "bench", "live")) {
      assertThat(run.awaitExit()).isEqualTo(3);
      assertThat(run.output()).contains("arguments [live]");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "signals are those of POSIX")
  void endsTheProgramWithItself(boolean forcibly) throws Exception {
    try (LauncherProcess run = LauncherProcess.start(folder, Map.of(), "simulate", "--beds", "1")) {
      run.awaitOutput("ready broker=");
      assertThat(run.children()).hasSize(1);
      assertThat(forcibly ? run.handle().destroyForcibly() : run.handle().destroy()).isTrue();
      run.awaitExit();
      run.awaitNothingLeft();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          frobnicate           | Unknown command 'frobnicate'
          --frobnicate         | Unknown option '--frobnicate'
          demo --frobnicate    | Unknown option '--frobnicate'
          demo --beds 65       | --beds must be from 1 to 64, not 65
          demo --beds 0        | --beds must be from 1 to 64, not 0
          demo --beds many     | Invalid value for option '--beds': 'many' is not an int
          demo --seconds 0     | --seconds must be 1 or more, not 0
          demo --records none  | --records must name a folder of WFDB records, and none is none
          demo --report no/r   | --report must name a file in a folder that exists
          """)
  void answersWrongInputWithOneSentence(String arguments, String sentence) throws Exception {
    try (LauncherProcess run =
        LauncherProcess.start(folder, Map.of(), arguments.strip().split(" "))) {
      assertThat(run.awaitExit()).isEqualTo(2);
      assertThat(run.output()).startsWith(sentence).hasLineCount(1);
    }
  }

  @Test
  void listsItsCommands() throws Exception {
    try (LauncherProcess run = LauncherProcess.start(folder, Map.of())) {
      assertThat(run.awaitExit()).isZero();
      assertThat(run.output())
          .contains("  demo ", "  bridge ", "  station ", "  simulate ", "  bench ", "  package ");
    }
  }
}

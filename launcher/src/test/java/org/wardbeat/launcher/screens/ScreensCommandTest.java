package org.wardbeat.launcher.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wardbeat.launcher.program.Installation;

class ScreensCommandTest {
  private static final Path ROOT = Path.of(System.getProperty("wardbeat.root", ".."));

  @Test
  void runsATestThatExists() throws Exception {
    List<String> command =
        ScreensCommand.commandLine(
            new Installation(ROOT, Path.of("/jdk")), Path.of("docs", "screens"));
    String test =
        command.stream()
            .filter(word -> word.startsWith("-Dtest="))
            .map(word -> word.substring("-Dtest=".length()) + ".java")
            .findFirst()
            .orElseThrow();
    try (Stream<Path> tests = Files.walk(ROOT.resolve("station-app/src/test"))) {
      assertThat(tests.map(path -> path.getFileName().toString())).contains(test);
    }
    assertThat(command).contains("-Dwardbeat.screens=" + Path.of("docs", "screens"));
  }
}

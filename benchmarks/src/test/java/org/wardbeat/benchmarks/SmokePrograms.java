package org.wardbeat.benchmarks;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.wardbeat.launcher.program.Program;

/** The programs that small runs of the measurements need. */
public final class SmokePrograms {
  private SmokePrograms() {}

  /** How a program of Wardbeat is started from the classes under test. */
  public static List<String> command(Program program, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(program.jvmOptions());
    command.addAll(
        List.of("--class-path", System.getProperty("java.class.path"), program.mainClass()));
    command.addAll(arguments);
    return command;
  }

  /** Skips the test that needs Mosquitto where it is not installed; fails it where CI is. */
  public static void needMosquitto() {
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
}

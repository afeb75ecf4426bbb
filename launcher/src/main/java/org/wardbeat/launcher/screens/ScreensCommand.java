package org.wardbeat.launcher.screens;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.wardbeat.launcher.program.Installation;
import picocli.CommandLine.Command;

/**
 * The command {@code wardbeat screens}: runs the test that brings the station into each state of
 * the design, with real recordings, and has it leave its pictures in {@code docs/screens}.
 */
@Command(
    name = "screens",
    description = "Make the pictures in the documents anew (needs Maven and the recorded data).",
    mixinStandardHelpOptions = true)
public final class ScreensCommand implements Callable<Integer> {
  @Override
  public Integer call() throws IOException, InterruptedException {
    Installation installation = Installation.current();
    Path pictures = installation.home().resolve("docs").resolve("screens");
    ProcessBuilder maven = new ProcessBuilder(commandLine(installation, pictures)).inheritIO();
    maven.directory(installation.home().toFile());
    maven.environment().put("JAVA_HOME", installation.javaHome().toString());
    // Without the recorded data the test is to fail, not to be skipped.
    maven.environment().put("CI", "true");
    int code = maven.start().waitFor();
    if (code == 0) {
      System.out.println("The pictures are in " + pictures);
    }
    return code;
  }

  static List<String> commandLine(Installation installation, Path pictures) {
    boolean windows = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("win");
    return List.of(
        windows ? "mvn.cmd" : "mvn",
        "-B",
        "-q",
        "-pl",
        "station-app",
        "-am",
        "-Dspotless.check.skip=true",
        "-Dtest=DesignScreensTest",
        "-Dsurefire.failIfNoSpecifiedTests=false",
        "-Dwardbeat.screens=" + pictures,
        "test");
  }
}

package org.wardbeat.benchmarks.live;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.wardbeat.benchmarks.report.Figure;

/** Runs cases in processes of their own, on the software pipeline without a display. */
final class CaseRunner {

  private static final int START_SECONDS = 60;

  private final double warmSeconds;
  private final double measuredSeconds;

  CaseRunner(double warmSeconds, double measuredSeconds) {
    this.warmSeconds = warmSeconds;
    this.measuredSeconds = measuredSeconds;
  }

  /**
   * What a run of several cases told.
   *
   * @param complete whether each case told its figures
   */
  record Outcome(List<Figure> figures, boolean complete) {}

  /** Runs one case after the other, and tells which; those that fail are left out. */
  Outcome runAll(List<LiveCase> cases, PrintWriter progress) throws InterruptedException {
    List<Figure> figures = new ArrayList<>();
    boolean complete = true;
    for (LiveCase one : cases) {
      progress.println(one.label() + ", " + one.name() + " ...");
      try {
        figures.addAll(run(one));
      } catch (IOException e) {
        progress.println(e.getMessage());
        complete = false;
      }
    }
    return new Outcome(figures, complete);
  }

  /**
   * Runs one case.
   *
   * @throws IOException if the process cannot be started, takes too long or tells no figures
   */
  List<Figure> run(LiveCase one) throws IOException, InterruptedException {
    File errors = File.createTempFile("wardbeat-bench", ".log");
    Process process = new ProcessBuilder(command(one)).redirectError(errors).start();
    Thread watchdog = Thread.ofPlatform().daemon().start(() -> endInTime(process));
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      List<Figure> figures = parse(lines.lines().toList());
      process.waitFor();
      if (figures.isEmpty()) {
        throw new IOException(one.label() + ", " + one.name() + ": no figures; see " + errors);
      }
      if (!errors.delete()) {
        errors.deleteOnExit();
      }
      return figures;
    } finally {
      watchdog.interrupt();
      process.destroyForcibly();
    }
  }

  private void endInTime(Process process) {
    try {
      long seconds = (long) (START_SECONDS + warmSeconds + measuredSeconds);
      if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<String> command(LiveCase one) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx1g",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dglass.platform=Headless",
            "-Dprism.order=sw",
            "-cp",
            System.getProperty("java.class.path"),
            LiveChild.class.getName(),
            one.key(),
            String.valueOf(warmSeconds),
            String.valueOf(measuredSeconds)));
    return command;
  }

  /** The figures among the lines a child wrote; none if it did not get that far. */
  static List<Figure> parse(List<String> lines) throws IOException {
    for (String line : lines) {
      if (line.startsWith(LiveChild.FIGURES)) {
        return new ObjectMapper()
            .readValue(line.substring(LiveChild.FIGURES.length()), new TypeReference<>() {});
      }
    }
    return List.of();
  }
}

package org.wardbeat.benchmarks.live;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.wardbeat.benchmarks.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the station beside chart libraries and a blank scene, one after the other. */
@Command(
    name = "live",
    description = {
      "Shows 16 and 64 moving waves on a window of 1920 x 1080 without a GPU:",
      "the station, JavaFX LineChart, chart-fx, and a blank scene as the floor."
    },
    mixinStandardHelpOptions = true)
public final class LiveCommand implements Callable<Integer> {

  @Option(names = "--quick", description = "Measure for 2.5 s instead of 15 s a case.")
  private boolean quick;

  @Option(names = "--report", paramLabel = "FILE", description = "Write the figures as JSON.")
  private Optional<Path> report = Optional.empty();

  @Spec private CommandSpec spec;

  /** Returns 1 if a case told no figures; the others are reported all the same. */
  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    CaseRunner runner = quick ? new CaseRunner(1.5, 2.5) : new CaseRunner(6, 15);
    CaseRunner.Outcome outcome = runner.runAll(LiveCase.ALL, spec.commandLine().getErr());
    Report result = Report.of("live", outcome.figures());
    if (report.isPresent()) {
      result.write(report.get());
    }
    out.print(LiveTable.of(result, LiveCase.ALL));
    out.flush();
    return outcome.complete() ? 0 : 1;
  }
}

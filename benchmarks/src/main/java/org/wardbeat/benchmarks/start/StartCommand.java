package org.wardbeat.benchmarks.start;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.wardbeat.benchmarks.report.Figure;
import org.wardbeat.benchmarks.report.Report;
import org.wardbeat.launcher.program.Installation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures cold starts of the station, with and without the cache of what it loads. */
@Command(
    name = "start",
    description = {
      "Starts the station again and again beside a bridge with 16 beds, in turns with and without",
      "an ahead-of-time cache of JDK 25, and measures how long it takes to its first wave,"
          + " rendered",
      "without a display. Needs Mosquitto."
    },
    mixinStandardHelpOptions = true)
public final class StartCommand implements Callable<Integer> {
  private static final int STARTS = 10;
  private static final int QUICK_STARTS = 2;

  @Option(names = "--quick", description = "Start 2 times instead of 10 each.")
  private boolean quick;

  @Option(names = "--report", paramLabel = "FILE", description = "Write the figures as JSON.")
  private Optional<Path> report = Optional.empty();

  @Spec private CommandSpec spec;

  /** Returns 1 if the station did not start or showed no wave. */
  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    List<Figure> figures;
    try {
      figures =
          new StartRun(Installation.current(), quick ? QUICK_STARTS : STARTS, err::println).run();
    } catch (IOException e) {
      err.println("start: " + e.getMessage());
      return 1;
    }
    Report result = StartReport.of(figures, !quick);
    if (report.isPresent()) {
      result.write(report.get());
    }
    out.print(StartReport.table(result));
    out.flush();
    return 0;
  }
}

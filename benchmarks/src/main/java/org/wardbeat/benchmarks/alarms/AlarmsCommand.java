package org.wardbeat.benchmarks.alarms;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
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

/** Measures how long an alarm takes from its device to the screen and to the loudspeaker. */
@Command(
    name = "alarms",
    description = {
      "Raises alarms on a ward of 300 devices and 64 beds with an ECG, and measures how long each",
      "takes to be painted and to be heard at a station that shows the 64 beds, rendered without",
      "a display, beside a window that takes alarms from the broker directly. Needs Mosquitto."
    },
    mixinStandardHelpOptions = true)
public final class AlarmsCommand implements Callable<Integer> {

  private static final int WARM = 30;
  private static final int ALARMS = 1_000;
  private static final int QUICK_WARM = 3;
  private static final int QUICK_ALARMS = 25;

  @Option(names = "--quick", description = "Raise 25 alarms instead of 1,000.")
  private boolean quick;

  @Option(names = "--report", paramLabel = "FILE", description = "Write the figures as JSON.")
  private Optional<Path> report = Optional.empty();

  @Spec private CommandSpec spec;

  /** Returns 1 if a path told no figures; the other is reported all the same. */
  @Override
  public Integer call() throws IOException, InterruptedException {
    Installation installation = Installation.current();
    AlarmsRun run =
        new AlarmsRun(
            installation.home(),
            installation,
            quick ? QUICK_WARM : WARM,
            quick ? QUICK_ALARMS : ALARMS);
    List<Figure> figures = new ArrayList<>();
    int exitCode = 0;
    for (AlarmPath path : AlarmPath.values()) {
      spec.commandLine().getErr().println(path.label() + " ...");
      try {
        figures.addAll(run.run(path));
      } catch (IOException e) {
        spec.commandLine().getErr().println(path.label() + ": " + e.getMessage());
        exitCode = 1;
      }
    }
    Report result = AlarmsReport.of(figures, !quick);
    if (report.isPresent()) {
      result.write(report.get());
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(AlarmsReport.table(result));
    out.flush();
    return exitCode;
  }
}

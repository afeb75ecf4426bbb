package org.wardbeat.benchmarks.alarms;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.wardbeat.benchmarks.live.FloodMeasurement;
import org.wardbeat.benchmarks.report.Figure;
import org.wardbeat.benchmarks.report.Report;
import org.wardbeat.launcher.program.Installation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures how long an alarm takes from its device to the screen and to the loudspeaker. */
@Command(
    name = "alarms",
    description = {
      "Raises alarms on a ward of 300 devices and 64 beds with an ECG, and measures how long each",
      "takes to be painted and to be heard at a station that shows the 64 beds, rendered without",
      "a display, beside a window that takes alarms from the broker directly. Needs Mosquitto.",
      "Then measures the screen while 32 beds raise five alarms a second each."
    },
    mixinStandardHelpOptions = true)
public final class AlarmsCommand implements Callable<Integer> {

  private static final String PATH = "path";
  private static final String FLOOD = "flood";
  private static final int WARM = 30;
  private static final int ALARMS = 1_000;
  private static final int QUICK_WARM = 3;
  private static final int QUICK_ALARMS = 25;

  @Option(names = "--quick", description = "Raise 25 alarms instead of 1,000.")
  private boolean quick;

  @Option(
      names = "--case",
      paramLabel = "NAME",
      description = "Only this case; may be repeated: path, flood. Both without it.")
  private List<String> cases = List.of();

  @Option(
      names = "--without",
      paramLabel = "SUBJECT",
      description = "Leave a path out: wardbeat or mqtt-to-screen.")
  private List<String> without = List.of();

  @Option(names = "--report", paramLabel = "FILE", description = "Write the figures as JSON.")
  private Optional<Path> report = Optional.empty();

  @Spec private CommandSpec spec;

  /** Returns 1 if a path told no figures; the other is reported all the same. */
  @Override
  public Integer call() throws IOException, InterruptedException {
    check("--case", cases, List.of(PATH, FLOOD));
    check("--without", without, Stream.of(AlarmPath.values()).map(AlarmPath::label).toList());
    List<Figure> figures = new ArrayList<>();
    boolean complete = true;
    if (isWanted(PATH)) {
      Installation installation = Installation.current();
      AlarmsRun run =
          new AlarmsRun(
              installation.home(),
              installation,
              quick ? QUICK_WARM : WARM,
              quick ? QUICK_ALARMS : ALARMS);
      for (AlarmPath path : AlarmPath.values()) {
        if (!without.contains(path.label())) {
          complete &= measure(path.label(), () -> run.run(path), figures);
        }
      }
    }
    if (isWanted(FLOOD)) {
      complete &= measure("flood", () -> FloodMeasurement.run(quick), figures);
    }
    Report result = AlarmsReport.of(figures, !quick);
    if (report.isPresent()) {
      result.write(report.get());
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(AlarmsReport.table(result));
    out.flush();
    return complete ? 0 : 1;
  }

  private void check(String option, List<String> given, List<String> known) {
    for (String name : given) {
      if (!known.contains(name)) {
        throw new ParameterException(
            spec.commandLine(),
            "%s: expected %s, got %s".formatted(option, String.join(" or ", known), name));
      }
    }
  }

  private boolean isWanted(String name) {
    return cases.isEmpty() || cases.contains(name);
  }

  /** Something that takes its time and may fail. */
  private interface Measurement {
    List<Figure> run() throws IOException, InterruptedException;
  }

  private boolean measure(String name, Measurement measurement, List<Figure> figures)
      throws InterruptedException {
    spec.commandLine().getErr().println(name + " ...");
    try {
      figures.addAll(measurement.run());
      return true;
    } catch (IOException e) {
      spec.commandLine().getErr().println(name + ": " + e.getMessage());
      return false;
    }
  }
}

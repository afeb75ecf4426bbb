package org.wardbeat.benchmarks.live;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.wardbeat.benchmarks.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the station's screens beside chart libraries and a blank scene, one after the other. */
@Command(
    name = "render",
    description = {
      "Shows the station's screens without a GPU: 64 beds with a wave, 16 with three, a patient",
      "with eight, and 32 beds on a wall display of 3840 x 2160; beside JavaFX LineChart and",
      "chart-fx with as many waves, and a blank window of which each frame renders the whole."
    },
    mixinStandardHelpOptions = true)
public final class RenderCommand implements Callable<Integer> {

  @Option(names = "--quick", description = "Measure for 1 s instead of 15 s after 20 s a case.")
  private boolean quick;

  @Option(
      names = "--case",
      paramLabel = "NAME",
      description = "Only this case; may be repeated: 64 x 1, 16 x 3, patient, wall.")
  private List<String> cases = List.of();

  @Option(
      names = "--without",
      paramLabel = "SUBJECT",
      description = "Leave one out: wardbeat, javafx-linechart or chart-fx.")
  private List<String> without = List.of();

  @Option(names = "--report", paramLabel = "FILE", description = "Write the figures as JSON.")
  private Optional<Path> report = Optional.empty();

  @Spec private CommandSpec spec;

  /** Returns 1 if a case told no figures; the others are reported all the same. */
  @Override
  public Integer call() throws IOException, InterruptedException {
    check("--case", cases, LiveCase.SCREENS.stream().map(LiveCase::name).toList());
    check("--without", without, LiveCase.SCREENS.stream().map(LiveCase::label).toList());
    List<LiveCase> wanted = LiveCase.SCREENS.stream().filter(this::isWanted).toList();
    CaseRunner runner = quick ? new CaseRunner(1, 1) : new CaseRunner(20, 15);
    CaseRunner.Outcome outcome = runner.runAll(wanted, spec.commandLine().getErr());
    Report result = RenderReport.of(outcome.figures(), wanted, !quick);
    if (report.isPresent()) {
      result.write(report.get());
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(LiveTable.of(result, wanted));
    out.print(result.verdict());
    out.flush();
    return outcome.complete() ? 0 : 1;
  }

  private void check(String option, List<String> given, List<String> known) {
    for (String name : given) {
      if (!known.contains(name)) {
        throw new ParameterException(
            spec.commandLine(), "%s: there is no %s; see --help".formatted(option, name));
      }
    }
  }

  private boolean isWanted(LiveCase one) {
    if (one.subject() == Subject.BLANK_FLOOR) {
      return LiveCase.SCREENS.stream()
          .anyMatch(
              other ->
                  other.subject() != Subject.BLANK_FLOOR
                      && other.floor().equals(one)
                      && isWanted(other));
    }
    return (cases.isEmpty() || cases.contains(one.name())) && !without.contains(one.label());
  }
}

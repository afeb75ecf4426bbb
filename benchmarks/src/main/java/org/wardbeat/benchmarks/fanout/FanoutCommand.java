package org.wardbeat.benchmarks.fanout;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.wardbeat.benchmarks.fanout.subject.Subject;
import org.wardbeat.benchmarks.report.Figure;
import org.wardbeat.benchmarks.report.Report;
import org.wardbeat.launcher.program.Installation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the delivery to many stations beside Mosquitto's WebSockets and a Node bridge. */
@Command(
    name = "fanout",
    description = {
      "Delivers simulated devices to many stations over loopback, one server after the other:",
      "Wardbeat's bridge, Mosquitto's WebSocket listener with full payloads, and a Node bridge.",
      "Needs Mosquitto, Node.js and npm."
    },
    mixinStandardHelpOptions = true)
public final class FanoutCommand implements Callable<Integer> {

  @Option(names = "--quick", description = "Measure smaller loads for about a second each.")
  private boolean quick;

  @Option(names = "--report", paramLabel = "FILE", description = "Write the figures as JSON.")
  private Optional<Path> report = Optional.empty();

  @Option(
      names = "--case",
      paramLabel = "NAME",
      description = {
        "Only this case; may be repeated: vitals, selective, ecg, saturation, never-reading (which"
            + " takes 14 minutes), sessions. All of them without it."
      })
  private List<String> cases = List.of();

  @Option(
      names = "--without",
      paramLabel = "SUBJECT",
      description = "Leave one out; may be repeated: wardbeat, mosquitto, node, node-deflate.")
  private List<String> without = List.of();

  @Spec private CommandSpec spec;

  /** Returns 1 if a subject told no figures in a case; the others are reported all the same. */
  @Override
  public Integer call() throws IOException, InterruptedException {
    List<FanoutCase> chosen = chosen();
    checkSubjects();
    Installation installation = Installation.current();
    FanoutRunner runner = new FanoutRunner(installation.home(), installation, quick);
    List<Figure> figures = new ArrayList<>();
    int exitCode = 0;
    for (FanoutCase one : chosen) {
      for (Subject subject : one.subjects(quick)) {
        if (!without.contains(subject.label()) && !run(runner, one, subject, figures)) {
          exitCode = 1;
        }
      }
    }
    Report result = new FanoutReport(figures, quick).report();
    if (report.isPresent()) {
      result.write(report.get());
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(FanoutTable.of(result, chosen));
    out.flush();
    return exitCode;
  }

  private boolean run(FanoutRunner runner, FanoutCase one, Subject subject, List<Figure> figures)
      throws InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    err.println(subject.label() + ", " + one.label() + " ...");
    try {
      figures.addAll(runner.run(one, subject));
      return true;
    } catch (IOException e) {
      err.println("%s, %s: %s".formatted(subject.label(), one.label(), e.getMessage()));
      return false;
    }
  }

  private List<FanoutCase> chosen() {
    try {
      return cases.isEmpty()
          ? List.of(FanoutCase.values())
          : cases.stream().map(FanoutCase::ofLabel).toList();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private void checkSubjects() {
    List<String> labels = Arrays.stream(Subject.values()).map(Subject::label).toList();
    for (String label : without) {
      if (!labels.contains(label)) {
        throw new ParameterException(
            spec.commandLine(), "There is no subject %s; there are %s.".formatted(label, labels));
      }
    }
  }
}

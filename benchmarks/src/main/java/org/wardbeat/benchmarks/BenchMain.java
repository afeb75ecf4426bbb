package org.wardbeat.benchmarks;

import org.wardbeat.benchmarks.alarms.AlarmsCommand;
import org.wardbeat.benchmarks.fanout.FanoutCommand;
import org.wardbeat.benchmarks.live.LiveCommand;
import org.wardbeat.benchmarks.live.RenderCommand;
import org.wardbeat.benchmarks.start.StartCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The benchmarks' command line. */
@Command(
    name = "bench",
    description = "Measures Wardbeat beside its peers.",
    mixinStandardHelpOptions = true,
    subcommands = {
      LiveCommand.class,
      RenderCommand.class,
      FanoutCommand.class,
      AlarmsCommand.class,
      StartCommand.class
    })
public final class BenchMain {

  private BenchMain() {}

  /** Runs the command given, and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new BenchMain()).execute(args));
  }
}

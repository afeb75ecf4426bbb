package org.wardbeat.launcher;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.wardbeat.launcher.demo.CacheCommand;
import org.wardbeat.launcher.demo.DemoCommand;
import org.wardbeat.launcher.program.ForegroundRun;
import org.wardbeat.launcher.program.Installation;
import org.wardbeat.launcher.program.Program;
import org.wardbeat.launcher.program.ProgramCommands;
import org.wardbeat.launcher.screens.ScreensCommand;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code wardbeat} command. */
public final class LauncherMain {
  private LauncherMain() {}

  /** Runs the command and exits with its code: 0 done, 1 failed, 2 wrong options or input. */
  public static void main(String[] args) throws IOException, InterruptedException {
    System.exit(run(Installation.current(), args));
  }

  static int run(ProgramCommands programs, String[] args) throws IOException, InterruptedException {
    Optional<Program> program = args.length == 0 ? Optional.empty() : Program.ofCommand(args[0]);
    if (program.isPresent()) {
      List<String> arguments = Arrays.asList(args).subList(1, args.length);
      return new ForegroundRun(programs).run(program.get(), arguments);
    }
    return commandLine(programs).execute(args);
  }

  private static CommandLine commandLine(ProgramCommands programs) {
    CommandSpec spec = CommandSpec.create().name("wardbeat").mixinStandardHelpOptions(true);
    spec.version("wardbeat " + LauncherMain.class.getPackage().getImplementationVersion());
    spec.usageMessage()
        .description("A central monitoring station for hospital wards.")
        .footer("", "wardbeat COMMAND --help says what a command takes.");
    CommandLine line = new CommandLine(spec);
    line.addSubcommand("demo", new DemoCommand(programs));
    line.addSubcommand("cache", new CacheCommand());
    line.addSubcommand("screens", new ScreensCommand());
    for (Program program : Program.values()) {
      CommandSpec child = CommandSpec.create();
      child.usageMessage().description(program.description());
      line.addSubcommand(program.command(), child);
    }
    line.setExecutionStrategy(LauncherMain::listOrRun);
    line.setParameterExceptionHandler(LauncherMain::explain);
    return line;
  }

  private static int listOrRun(CommandLine.ParseResult parsed) {
    if (!parsed.hasSubcommand() && parsed.originalArgs().isEmpty()) {
      parsed.commandSpec().commandLine().usage(System.out);
      return CommandLine.ExitCode.OK;
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  private static int explain(ParameterException failure, String[] args) {
    CommandLine line = failure.getCommandLine();
    String message =
        failure instanceof UnmatchedArgumentException unmatched
            ? "Unknown "
                + (unmatched.isUnknownOption() ? "option" : "command")
                + " '"
                + unmatched.getUnmatched().getFirst()
                + "'"
            : failure.getMessage();
    line.getErr()
        .println(
            message + "; " + line.getCommandSpec().qualifiedName() + " --help says what there is.");
    return CommandLine.ExitCode.USAGE;
  }
}

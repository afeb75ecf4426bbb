package org.wardbeat.launcher.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import org.wardbeat.launcher.program.Installation;
import org.wardbeat.launcher.program.Program;
import org.wardbeat.launcher.program.ProgramCommands;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The command {@code wardbeat cache}: has the station show a simulated ward, and keeps what its JVM
 * loaded and linked for that, so that it starts faster from then on.
 */
@Command(
    name = "cache",
    description = {
      "Let the station start faster: show a simulated ward for 10 s without a display, and keep",
      "what Java loaded for it. To be run once after each build."
    },
    mixinStandardHelpOptions = true)
public final class CacheCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    Installation installation = Installation.current();
    Path cache = installation.startCache(Program.STATION);
    Path next = cache.resolveSibling(cache.getFileName() + ".new");
    Path logs = Files.createTempDirectory("wardbeat-cache-");
    try {
      Training.run(recording(installation, next), logs, out);
    } catch (DemoFailure failure) {
      spec.commandLine().getErr().println(failure.sentence());
      return failure.exitCode();
    }
    if (!Files.exists(next)) {
      spec.commandLine()
          .getErr()
          .println(
              "Java made no cache; what it said is in " + logs + ". The station works without.");
      return CommandLine.ExitCode.SOFTWARE;
    }
    Files.move(next, cache, StandardCopyOption.REPLACE_EXISTING);
    out.println("The station starts with " + cache + " from now on.");
    return CommandLine.ExitCode.OK;
  }

  private static ProgramCommands recording(Installation installation, Path cache) {
    return (program, arguments) ->
        program == Program.STATION
            ? installation.commandLine(program, arguments, List.of(Installation.MAKE_CACHE + cache))
            : installation.commandLine(program, arguments);
  }
}

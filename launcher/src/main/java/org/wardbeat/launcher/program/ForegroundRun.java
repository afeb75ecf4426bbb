package org.wardbeat.launcher.program;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs one program as a child that writes straight to this process's output. The child ends with
 * this process, however it ends.
 */
public final class ForegroundRun {
  private static final String END_WITH_STDIN = "--end-with-stdin";
  private static final long GRACE_SECONDS = 4;

  private final ProgramCommands commands;

  /** Creates a runner. */
  public ForegroundRun(ProgramCommands commands) {
    this.commands = commands;
  }

  /**
   * Runs a program to its end.
   *
   * @return the program's exit code
   * @throws IOException if it cannot be started
   */
  public int run(Program program, List<String> arguments) throws IOException, InterruptedException {
    // The pipe closes with this process, even if it is killed.
    boolean tied = program.canEndWithStdin() && !arguments.contains(END_WITH_STDIN);
    List<String> all = new ArrayList<>(arguments);
    if (tied) {
      all.addFirst(END_WITH_STDIN);
    }
    Process process =
        new ProcessBuilder(commands.commandLine(program, all))
            .redirectInput(tied ? Redirect.PIPE : Redirect.INHERIT)
            .redirectOutput(Redirect.INHERIT)
            .redirectError(Redirect.INHERIT)
            .start();
    Thread ending = Thread.ofPlatform().unstarted(() -> end(process));
    Runtime.getRuntime().addShutdownHook(ending);
    int code = process.waitFor();
    removeHook(ending);
    return code;
  }

  private static void end(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static void removeHook(Thread hook) throws InterruptedException {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      hook.join();
    }
  }
}

package org.wardbeat.station;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import org.wardbeat.station.tail.TailRun;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Prints what a bridge sends. Starts no JavaFX. */
public final class TailMain {
  private static final int FAILED = 1;
  private static final int USAGE = 2;
  private static final int UNREACHED = 3;
  private static final int TOO_FEW = 4;
  private static final String LOGGING = "logback.configurationFile";
  private static final String OWN_LOGGING = "wardbeat-tail-logback.xml";

  private TailMain() {}

  /**
   * Exit codes: 0 what was asked for was printed, 1 it could not be printed, 2 wrong command line,
   * 3 no bridge was reached in time, 4 time was up before there was enough.
   */
  public static void main(String[] args) throws InterruptedException {
    if (System.getProperty(LOGGING) == null) {
      System.setProperty(LOGGING, OWN_LOGGING);
    }
    // System.out keeps to itself that nobody reads any more.
    OutputStream lines = new FileOutputStream(FileDescriptor.out);
    System.exit(run(args, lines, System.out, System.err));
  }

  static int run(String[] args, OutputStream lines, PrintStream out, PrintStream err)
      throws InterruptedException {
    CommandLine command = new CommandLine(new TailCommand());
    try {
      command.parseArgs(args);
      if (command.isUsageHelpRequested()) {
        command.usage(out);
        return 0;
      }
      if (command.isVersionHelpRequested()) {
        command.printVersionHelp(out);
        return 0;
      }
      TailCommand parsed = command.getCommand();
      return run(parsed.run(), parsed.endsWithStdin(), lines, err);
    } catch (ParameterException e) {
      err.println(e.getMessage() + " See tail --help.");
      return USAGE;
    }
  }

  private static int run(TailRun run, boolean endWithStdin, OutputStream lines, PrintStream err)
      throws InterruptedException {
    if (endWithStdin) {
      InputEnd.then(run::end);
    }
    try {
      return switch (run.run(lines)) {
        case DONE -> 0;
        case UNREACHED -> {
          err.println("No bridge was reached in time: " + run.lastReason() + ".");
          yield UNREACHED;
        }
        case TOO_FEW -> {
          err.println("Only %d updates came in time.".formatted(run.printed()));
          yield TOO_FEW;
        }
      };
    } catch (IOException e) {
      err.println("The lines cannot be written: " + e.getMessage() + ".");
      return FAILED;
    }
  }
}

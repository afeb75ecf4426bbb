package org.wardbeat.station;

import java.io.PrintStream;
import org.wardbeat.render.toolkit.ToolkitSettings;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Runs the station: reads the command line and ends with its exit code. */
public final class StationMain {
  private static final int USAGE = 2;
  private static final String LOGGING = "logback.configurationFile";

  /** Outside any package: a module keeps those in its packages to itself, from Logback too. */
  private static final String OWN_LOGGING = "wardbeat-station-logback.xml";

  private StationMain() {}

  /**
   * Exit codes: 0 after an orderly end, 1 if the window could not be shown or the report not be
   * written, 2 for a wrong command line.
   */
  public static void main(String[] args) {
    ToolkitSettings.prepare();
    if (System.getProperty(LOGGING) == null) {
      System.setProperty(LOGGING, OWN_LOGGING);
    }
    System.exit(run(args, System.out, System.err));
  }

  static int run(String[] args, PrintStream out, PrintStream err) {
    CommandLine command = new CommandLine(new StationCommand());
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
      StationCommand parsed = command.getCommand();
      return new StationRun(parsed.options(), parsed.wall(), out, err).run();
    } catch (ParameterException e) {
      err.println(e.getMessage() + " See station --help.");
      return USAGE;
    }
  }
}

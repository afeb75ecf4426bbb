package org.wardbeat.station;

import java.io.IOException;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import org.wardbeat.render.toolkit.ToolkitSettings;
import org.wardbeat.station.instance.Guard;
import org.wardbeat.station.instance.GuardedChild;
import org.wardbeat.station.instance.OneStation;
import org.wardbeat.station.settings.ComputerName;
import org.wardbeat.station.settings.SettingsPlaces;
import org.wardbeat.station.settings.SettingsStore;
import org.wardbeat.station.wall.WallSettings;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Runs the station: reads the command line and ends with its exit code. */
public final class StationMain {
  private static final int FAILED = 1;
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
    System.exit(
        Guard.isFor(List.of(args)) && hasDisplay()
            ? guarded(List.of(args))
            : run(args, System.out, System.err));
  }

  private static boolean hasDisplay() {
    return DisplayMode.hasDisplay(System.getProperty("os.name", ""), System.getenv());
  }

  private static int guarded(List<String> args) {
    GuardedChild child =
        new GuardedChild(args, "org.wardbeat.station", StationMain.class.getName());
    try {
      return new Guard(
              child, Guard.Patience.with(args), System::nanoTime, Thread::sleep, System.err)
          .run();
    } catch (IOException e) {
      System.err.println("The station cannot be started: " + e.getMessage() + ".");
      return FAILED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return FAILED;
    }
  }

  private static int start(StationCommand parsed, PrintStream out, PrintStream err) {
    ComputerName computer = ComputerName.ofSystem();
    StationOptions options = parsed.options(computer);
    Optional<WallSettings> wall = parsed.wall();
    SettingsStore settings = settings(parsed, computer);
    if (parsed.isSoftware()) {
      System.setProperty("prism.order", "sw");
    }
    if (options.headless() || parsed.isNewInstance() || !hasDisplay()) {
      return new StationRun(options, wall, settings, Optional.empty(), out, err).run();
    }
    String name = computer.name(wall.isPresent() ? "wall" : "station");
    try {
      Optional<OneStation> one = OneStation.claim(UserFolder.ofSystem(), name);
      return one.isPresent()
          ? new StationRun(options, wall, settings, one, out, err).run()
          : showOther(name, out, err);
    } catch (IOException e) {
      LoggerFactory.getLogger(StationMain.class)
          .warn("Whether another station runs cannot be seen", e);
      return new StationRun(options, wall, settings, Optional.empty(), out, err).run();
    }
  }

  private static int showOther(String name, PrintStream out, PrintStream err) {
    if (OneStation.ask(UserFolder.ofSystem(), name)) {
      out.println(
          "A station of yours runs already, and is in front now. --new-instance opens another.");
      return 0;
    }
    err.println(
        "A station of yours runs already, but does not answer. End it, or open another with"
            + " --new-instance.");
    return FAILED;
  }

  private static SettingsStore settings(StationCommand parsed, ComputerName computer) {
    return new SettingsStore(
        SettingsPlaces.usual(
            UserFolder.ofSystem(), computer, System.getProperty("os.name", ""), System.getenv()),
        parsed.asked(),
        InstantSource.system());
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
      return start(parsed, out, err);
    } catch (ParameterException e) {
      err.println(e.getMessage() + " See station --help.");
      return USAGE;
    }
  }
}

package org.wardbeat.launcher.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wardbeat.launcher.program.ProgramCommands;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code wardbeat demo}. */
@Command(
    name = "demo",
    description = "Show a whole ward: a simulated one, a bridge and a station, as three processes.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class DemoCommand implements Callable<Integer> {
  private static final int MAX_BEDS = 64;
  private static final int DEFAULT_BEDS = 16;
  private static final Demo.Patience PATIENCE =
      new Demo.Patience(Duration.ofSeconds(60), Duration.ofSeconds(30), Duration.ofSeconds(4));

  private final ProgramCommands commands;

  @Spec private CommandSpec spec;

  @Option(
      names = "--beds",
      paramLabel = "N",
      description = "How many beds, 1 to 64 (default: 16, or one for each record).")
  private @Nullable Integer beds;

  @Option(
      names = "--records",
      paramLabel = "DIR",
      description = "Replay the WFDB records of this folder instead of simulated hearts.")
  private @Nullable Path records;

  @Option(
      names = "--broker",
      paramLabel = "URL",
      description =
          "Publish to and read from this broker, such as tcp://127.0.0.1:1883, instead of one of"
              + " the demo's own.")
  private @Nullable String broker;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "End after this many seconds (default: when the window is closed).")
  private @Nullable Integer seconds;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "At the end, write what the station measured to this JSON file.")
  private @Nullable Path report;

  @Option(
      names = "--snapshots",
      paramLabel = "DIR",
      description = "Write a picture of the window to this folder every 2 s.")
  private @Nullable Path snapshots;

  @Option(names = "--headless", description = "Render without a display, even if there is one.")
  private boolean headless;

  /** Creates the command. */
  public DemoCommand(ProgramCommands commands) {
    this.commands = commands;
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    DemoOptions options = options(out);
    Path logs = Files.createTempDirectory("wardbeat-demo-");
    Demo demo = new Demo(commands, options, PATIENCE, logs, out);
    AtomicBoolean failed = new AtomicBoolean();
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().unstarted(() -> end(demo, logs, failed.get())));
    try {
      demo.run();
      if (options.report() != null) {
        out.println("Report: " + options.report());
      }
      return CommandLine.ExitCode.OK;
    } catch (DemoFailure failure) {
      failed.set(true);
      err.println(failure.sentence());
      return failure.exitCode();
    }
  }

  private DemoOptions options(PrintWriter out) throws IOException {
    require(
        beds == null || (beds >= 1 && beds <= MAX_BEDS),
        "--beds must be from 1 to 64, not " + beds);
    require(seconds == null || seconds >= 1, "--seconds must be 1 or more, not " + seconds);
    require(
        records == null || Files.isDirectory(records),
        "--records must name a folder of WFDB records, and " + records + " is none");
    Path folder = report == null ? null : report.toAbsolutePath().getParent();
    require(
        folder == null || Files.isDirectory(folder),
        "--report must name a file in a folder that exists, and " + folder + " does not");
    Integer wanted = beds == null && records == null ? Integer.valueOf(DEFAULT_BEDS) : beds;
    if (headless || hasDisplay()) {
      return new DemoOptions(wanted, records, broker, seconds, report, snapshots, headless);
    }
    Path pictures = snapshots == null ? Path.of("snapshots").toAbsolutePath() : snapshots;
    Files.createDirectories(pictures);
    out.println("There is no display: rendering headless, pictures every 2 s in " + pictures);
    return new DemoOptions(wanted, records, broker, seconds, report, pictures, true);
  }

  private void require(boolean met, String otherwise) {
    if (!met) {
      throw new ParameterException(spec.commandLine(), otherwise);
    }
  }

  /** JavaFX opens its window through X11 wherever the system is neither Windows nor macOS. */
  private static boolean hasDisplay() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String display = System.getenv("DISPLAY");
    return system.startsWith("windows")
        || system.startsWith("mac")
        || (display != null && !display.isBlank());
  }

  private static void end(Demo demo, Path logs, boolean keepLogs) {
    demo.close();
    delete(Demo.store(logs));
    if (!keepLogs) {
      delete(logs);
    }
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + folder + " could not be deleted.", e);
    }
  }
}

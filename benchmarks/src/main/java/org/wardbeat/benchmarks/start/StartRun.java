package org.wardbeat.benchmarks.start;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.wardbeat.benchmarks.fanout.source.Publisher;
import org.wardbeat.benchmarks.fanout.source.Publisher.Rates;
import org.wardbeat.benchmarks.fanout.source.Stamps;
import org.wardbeat.benchmarks.fanout.source.WardPlan;
import org.wardbeat.benchmarks.fanout.subject.Rig;
import org.wardbeat.benchmarks.fanout.subject.Subject;
import org.wardbeat.benchmarks.report.Figure;
import org.wardbeat.launcher.program.Installation;
import org.wardbeat.launcher.program.Program;

/** Starts the station in turns with and without a cache, beside one bridge. */
final class StartRun {
  private static final WardPlan WARD = new WardPlan(16, 16, true);
  private static final Rates USUAL = Rates.of(Duration.ofSeconds(2));
  private static final int TRAINING_SECONDS = 8;
  private static final int SHOWN_SECONDS = 2;
  private static final long PATIENCE_SECONDS = 120;
  private static final long SETTLE_MILLIS = 3_000;

  private final Installation installation;
  private final int starts;
  private final Consumer<String> progress;

  /** How the station starts. */
  enum Way {
    PLAIN("without-cache"),
    CACHED("with-cache");

    private final String label;

    Way(String label) {
      this.label = label;
    }

    /** Its name in reports. */
    String label() {
      return label;
    }
  }

  /** What one start took, in milliseconds from the start of the process. */
  private record Start(double window, double wave) {}

  /**
   * @param starts how often each way
   * @param progress told what is being done
   */
  StartRun(Installation installation, int starts, Consumer<String> progress) {
    this.installation = installation;
    this.starts = starts;
    this.progress = progress;
  }

  /**
   * Runs it with processes of its own that end with it.
   *
   * @throws IOException in one sentence, if a process does not start or shows no wave
   */
  List<Figure> run() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("wardbeat-start");
    try (Rig rig = Rig.start(Subject.WARDBEAT, installation.home(), installation);
        Publisher devices = new Publisher(WARD, rig.brokerPort(), new Stamps(WARD.sources()))) {
      devices.announce();
      devices.pace(USUAL);
      Thread.sleep(SETTLE_MILLIS);
      Path cache = folder.resolve("station.aot");
      progress.accept("making the cache ...");
      start(rig, folder, TRAINING_SECONDS, List.of(Installation.MAKE_CACHE + cache));
      if (!Files.exists(cache)) {
        throw new IOException("Java made no cache");
      }
      return measure(rig, folder, cache);
    } finally {
      delete(folder);
    }
  }

  private List<Figure> measure(Rig rig, Path folder, Path cache)
      throws IOException, InterruptedException {
    Map<Way, List<Start>> measured = new EnumMap<>(Way.class);
    for (int i = 0; i < starts; i++) {
      for (Way way : Way.values()) {
        progress.accept("start " + (i + 1) + " " + way.label() + " ...");
        List<String> options =
            way == Way.CACHED ? List.of(Installation.USE_CACHE + cache) : List.of();
        measured
            .computeIfAbsent(way, _ -> new ArrayList<>())
            .add(start(rig, folder, SHOWN_SECONDS, options));
      }
    }
    List<Figure> figures = new ArrayList<>();
    measured.forEach(
        (way, all) -> {
          add(figures, way, "window", all.stream().map(Start::window).sorted().toList());
          add(figures, way, "wave", all.stream().map(Start::wave).sorted().toList());
        });
    figures.add(
        Figure.rounded(
            StartReport.CASE, Way.CACHED.label(), "cacheSize", Files.size(cache) / 1e6, "MB"));
    return figures;
  }

  private static void add(List<Figure> figures, Way way, String what, List<Double> sorted) {
    double median = sorted.get((sorted.size() - 1) / 2);
    figures.add(figure(way, what + "Median", median));
    figures.add(figure(way, what + "Max", sorted.getLast()));
  }

  private static Figure figure(Way way, String metric, double millis) {
    return Figure.rounded(StartReport.CASE, way.label(), metric, millis, "ms");
  }

  private Start start(Rig rig, Path folder, int seconds, List<String> options)
      throws IOException, InterruptedException {
    Path report = folder.resolve("report.json");
    Path log = folder.resolve("station.log");
    Files.deleteIfExists(report);
    List<String> arguments =
        List.of(
            "--headless",
            "--no-sound",
            "--bridge",
            rig.server().toString(),
            "--seconds",
            String.valueOf(seconds),
            "--snapshots",
            folder.resolve("pictures").toString(),
            "--report",
            report.toString());
    Process station =
        new ProcessBuilder(installation.commandLine(Program.STATION, arguments, options))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      if (!station.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException("the station did not end in time");
      }
    } finally {
      station.destroyForcibly();
    }
    if (station.exitValue() != 0 || !Files.exists(report)) {
      throw new IOException("the station did not start: " + Files.readString(log));
    }
    JsonNode told = new ObjectMapper().readTree(report.toFile());
    if (!told.has("firstWaveMillis")) {
      throw new IOException("the station showed no wave");
    }
    return new Start(
        told.path("firstPulseMillis").doubleValue(), told.path("firstWaveMillis").doubleValue());
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}

package org.wardbeat.launcher.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A program of Wardbeat: what starts it, and how its JVM is set. Immutable. */
public enum Program {
  /** MQTT in, stations out. */
  BRIDGE(
      "bridge",
      "bridge-server",
      "",
      "org.wardbeat.bridge.BridgeMain",
      "Run the bridge: from an MQTT broker to stations."),
  /** What nurses look at; its modules are named, so it runs from the module path. */
  STATION(
      "station",
      "station-app",
      "org.wardbeat.station",
      "org.wardbeat.station.StationMain",
      "Open a station that shows the beds of a bridge."),
  /** What a bridge sends, as lines of JSON; the station's jars without its screens. */
  TAIL(
      "tail",
      "station-app",
      "org.wardbeat.station",
      "org.wardbeat.station.TailMain",
      "Print what a bridge sends, one line of JSON for each update."),
  /** A ward to watch. */
  SIMULATOR(
      "simulate",
      "ward-simulator",
      "",
      "org.wardbeat.simulator.SimulatorMain",
      "Run a simulated ward that publishes to a broker."),
  /** Measurements beside peers. */
  BENCHMARKS(
      "bench",
      "benchmarks",
      "",
      "org.wardbeat.benchmarks.BenchMain",
      "Measure Wardbeat beside other ways to do the same."),
  /** Images and packages. */
  INSTALLERS(
      "package",
      "installers",
      "",
      "org.wardbeat.installers.PackageMain",
      "Make the packages of the station and the bridge.");

  private final String command;
  private final String folder;
  private final String module;
  private final String mainClass;
  private final String description;

  Program(String command, String folder, String module, String mainClass, String description) {
    this.command = command;
    this.folder = folder;
    this.module = module;
    this.mainClass = mainClass;
    this.description = description;
  }

  /** Returns the program that a command of {@code wardbeat} starts, if it starts one. */
  public static Optional<Program> ofCommand(String command) {
    return Arrays.stream(values()).filter(program -> program.command.equals(command)).findFirst();
  }

  /** The word after {@code wardbeat} on the command line. */
  public String command() {
    return command;
  }

  /** The folder of the Maven module; the program's jars are in {@code target/app} below it. */
  public String folder() {
    return folder;
  }

  /**
   * The Java module of the main class, or an empty string if the program runs on the class path.
   */
  public String module() {
    return module;
  }

  /** The binary name of the class with the main method. */
  public String mainClass() {
    return mainClass;
  }

  /** One sentence for the list of commands. */
  public String description() {
    return description;
  }

  /** Whether the program ends when its standard input closes if it is told to. */
  public boolean canEndWithStdin() {
    return this == BRIDGE || this == STATION || this == TAIL || this == SIMULATOR;
  }

  /**
   * The options of the program's JVM, wherever it runs: from the launcher or from a package. They
   * are in the resource {@code <command>.jvm} beside this class, one a line, with their reasons.
   */
  public List<String> jvmOptions() {
    String resource = command + ".jvm";
    try (InputStream in = Program.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(
            "The resource " + resource + " is missing from the launcher.");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.wardbeat.installers;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wardbeat.launcher.demo.DemoFailure;
import org.wardbeat.launcher.demo.Training;
import org.wardbeat.launcher.program.Installation;
import org.wardbeat.launcher.program.Program;
import org.wardbeat.launcher.program.ProgramCommands;

/**
 * Lets the station of an application image start faster: it shows a simulated ward, and what its
 * JVM loaded and linked for that goes into the image (JEP 483).
 *
 * <p>The JVM is told by the image's own settings, because a cache fits only the run-time image,
 * modules and options it was recorded with. The two steps of JEP 483 are used, as the one of JEP
 * 514 needs a {@code java} command, which the image does not have.
 */
final class StartCache {
  private static final String OPTIONS = "[JavaOptions]";
  private static final String OPTION = "java-options=";

  private final Installation installation;
  private final Path launcher;
  private final Path settings;
  private final Path cache;
  private final List<String> original;

  /**
   * @param installation what the simulated ward and its bridge are started from
   * @param system whose image it is
   * @param image an application image of the station
   * @throws IOException if its settings cannot be read
   */
  StartCache(Installation installation, TargetSystem system, Path image) throws IOException {
    String name = Product.STATION.packageName();
    this.installation = installation;
    this.launcher = system.launcher(image, name);
    this.settings = system.appFolder(image).resolve(name + ".cfg");
    this.cache = system.appFolder(image).resolve(name + ".aot");
    this.original = Files.readAllLines(settings);
  }

  /**
   * Makes the cache and has the image use it; without one the image stays as it was.
   *
   * @param work a folder for what is needed meanwhile
   * @return the cache
   * @throws PackagingException if there is none, with the reason
   */
  Path make(Path work, PrintWriter out)
      throws PackagingException, IOException, InterruptedException {
    Path recorded = work.resolve("station.aotconf");
    try {
      start(List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + recorded));
      Training.run(commands(), Files.createDirectories(work.resolve("logs")), out);
      start(
          List.of(
              "-XX:AOTMode=create",
              "-XX:AOTConfiguration=" + recorded,
              Installation.USE_CACHE + cache));
      new JdkTool(launcher, Map.of()).run(List.of());
    } catch (DemoFailure failure) {
      throw new PackagingException(failure.sentence());
    } finally {
      start(
          Files.exists(cache)
              ? List.of(Installation.USE_CACHE + "$APPDIR/" + cache.getFileName())
              : List.of());
    }
    if (!Files.exists(cache)) {
      throw new PackagingException("Java made no cache of what it recorded.");
    }
    return cache;
  }

  /** From now on the image starts with these options, before those it has. */
  private void start(List<String> options) throws IOException {
    List<String> lines = new ArrayList<>(original);
    int at = lines.indexOf(OPTIONS);
    if (at < 0) {
      throw new IOException(settings + " has no line " + OPTIONS);
    }
    lines.addAll(at + 1, options.stream().map(OPTION::concat).toList());
    Files.write(settings, lines);
  }

  private ProgramCommands commands() {
    return (program, arguments) -> {
      if (program != Program.STATION) {
        return installation.commandLine(program, arguments);
      }
      List<String> command = new ArrayList<>(List.of(launcher.toString()));
      command.addAll(arguments);
      return command;
    };
  }
}

package org.wardbeat.launcher.program;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A built Wardbeat and the JDK that runs it.
 *
 * @param home the folder that holds the modules
 * @param javaHome the JDK's folder
 */
public record Installation(Path home, Path javaHome) implements ProgramCommands {

  /** The option that takes classes from a cache (JEP 483); a JVM it does not fit goes without. */
  public static final String USE_CACHE = "-XX:AOTCache=";

  /** The option that makes a cache as the program ends (JEP 514). */
  public static final String MAKE_CACHE = "-XX:AOTCacheOutput=";

  /**
   * Returns the installation that the start script named in the system property {@code
   * wardbeat.home}, run by the JDK that runs this.
   *
   * @throws IllegalStateException if the property is missing
   */
  public static Installation current() {
    String home = System.getProperty("wardbeat.home");
    if (home == null) {
      throw new IllegalStateException(
          "The system property wardbeat.home is missing; start Wardbeat with ./wardbeat.");
    }
    return new Installation(Path.of(home), Path.of(System.getProperty("java.home")));
  }

  /** The folder with a program's jars. */
  public Path appFolder(Program program) {
    return home.resolve(program.folder()).resolve("target").resolve("app");
  }

  /** The file with what a program loads when it starts, prepared for the JVM; it may be missing. */
  public Path startCache(Program program) {
    return home.resolve(program.folder()).resolve("target").resolve(program.command() + ".aot");
  }

  /** Whether a program's cache is there and not older than the program. */
  private boolean hasStartCache(Program program) {
    long made = startCache(program).toFile().lastModified();
    File[] jars = appFolder(program).toFile().listFiles();
    return made != 0
        && jars != null
        && Arrays.stream(jars).allMatch(jar -> jar.lastModified() <= made);
  }

  @Override
  public List<String> commandLine(Program program, List<String> arguments) {
    return hasStartCache(program)
        ? commandLine(program, arguments, List.of(USE_CACHE + startCache(program)))
        : commandLine(program, arguments, List.of());
  }

  /**
   * The command line of a program with further options of its JVM, without its cache.
   *
   * @param more such as {@value #USE_CACHE} or {@value #MAKE_CACHE} and a file
   */
  public List<String> commandLine(Program program, List<String> arguments, List<String> more) {
    List<String> command = new ArrayList<>();
    command.add(javaHome.resolve("bin").resolve("java").toString());
    command.addAll(more);
    command.addAll(program.jvmOptions());
    command.add("-Dwardbeat.home=" + home);
    String app = appFolder(program).toString();
    if (program.module().isEmpty()) {
      command.addAll(List.of("--class-path", app + File.separator + "*", program.mainClass()));
    } else {
      command.addAll(
          List.of("--module-path", app, "--module", program.module() + "/" + program.mainClass()));
    }
    command.addAll(arguments);
    return List.copyOf(command);
  }
}

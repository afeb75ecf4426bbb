package org.wardbeat.launcher.program;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A built Wardbeat and the JDK that runs it.
 *
 * @param home the folder that holds the modules
 * @param javaHome the JDK's folder
 */
public record Installation(Path home, Path javaHome) implements ProgramCommands {

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

  @Override
  public List<String> commandLine(Program program, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(javaHome.resolve("bin").resolve("java").toString());
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

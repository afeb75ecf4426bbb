package org.wardbeat.station.instance;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** This program once more, with its own options, as a child that ends with it. */
public final class GuardedChild implements Guard.Child {
  private static final long GRACE_SECONDS = 4;
  private static final String PACKAGED = "jpackage.app-path";

  private final List<String> arguments;
  private final String module;
  private final String mainClass;

  /**
   * @param arguments of this program, for the child too
   * @param module the name of the module of the main class
   */
  public GuardedChild(List<String> arguments, String module, String mainClass) {
    this.arguments = List.copyOf(arguments);
    this.module = module;
    this.mainClass = mainClass;
  }

  @Override
  public int run(List<String> more) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(program());
    command.add(Guard.UNGUARDED);
    command.addAll(more);
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).inheritIO().start();
    Thread ending = Thread.ofPlatform().unstarted(() -> end(process));
    Runtime.getRuntime().addShutdownHook(ending);
    int code = process.waitFor();
    try {
      Runtime.getRuntime().removeShutdownHook(ending);
    } catch (IllegalStateException shuttingDown) {
      ending.join();
    }
    return code;
  }

  /** A package has a launcher of its own, and no {@code java}. */
  private List<String> program() {
    String packaged = System.getProperty(PACKAGED);
    if (packaged != null) {
      return List.of(packaged);
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    if (System.getProperty("jdk.module.main") == null) {
      command.addAll(List.of("--class-path", System.getProperty("java.class.path"), mainClass));
    } else {
      command.addAll(List.of("--module", module + "/" + mainClass));
    }
    return command;
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
}

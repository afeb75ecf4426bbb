package org.wardbeat.launcher.demo;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import org.wardbeat.launcher.program.ProgramCommands;

/**
 * A station that shows a simulated ward without a display, so that its JVM can record what it loads
 * for that (JEP 483).
 */
public final class Training {
  private static final int BEDS = 16;
  private static final int SECONDS = 10;

  /** The JVM writes what it recorded when the station has ended, which takes a while. */
  private static final Demo.Patience PATIENCE =
      new Demo.Patience(Duration.ofSeconds(60), Duration.ofSeconds(120), Duration.ofSeconds(4));

  private Training() {}

  /**
   * Runs it; returns when the station has ended. An interrupted program leaves nothing behind.
   *
   * @param commands how the programs are started, the station as one that records
   * @param logs where the programs write what they have to say
   * @param out told what runs
   * @throws DemoFailure if a program does not start, or ends early
   */
  public static void run(ProgramCommands commands, Path logs, PrintWriter out)
      throws DemoFailure, InterruptedException {
    DemoOptions options = new DemoOptions(BEDS, null, null, SECONDS, null, null, true);
    Demo demo = new Demo(commands, options, PATIENCE, logs, out);
    Thread end = Thread.ofPlatform().unstarted(demo::close);
    Runtime.getRuntime().addShutdownHook(end);
    try {
      demo.run();
    } finally {
      Runtime.getRuntime().removeShutdownHook(end);
    }
  }
}

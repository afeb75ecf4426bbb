package org.wardbeat.station.wall;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the display from sleeping, by what the system offers to a user without rights of an
 * administrator: inhibitors that last as long as a process of ours, and words that are said again
 * and again. What cannot be had is logged once and looked for again; the wall itself goes on.
 */
public final class ScreenAwake implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ScreenAwake.class);
  private static final long PERIOD_SECONDS = 50;
  private static final long STOP_MILLIS = 300;

  /**
   * A command of the system.
   *
   * @param line the program and its arguments
   * @param held whether it works as long as it runs, which is until its standard input ends, and
   *     not only once
   */
  record Inhibitor(List<String> line, boolean held) {
    String program() {
      return line.getFirst();
    }
  }

  /** Starts programs of the system. */
  @FunctionalInterface
  interface Starter {
    /**
     * Starts one.
     *
     * @throws IOException if there is no such program
     */
    Process start(List<String> line) throws IOException;
  }

  private static final class Watch {
    final Inhibitor inhibitor;
    @Nullable Process process;
    boolean complained;
    boolean worked;

    Watch(Inhibitor inhibitor) {
      this.inhibitor = inhibitor;
    }
  }

  private final List<Watch> watches = new ArrayList<>();
  private final Runnable nudge;
  private final Starter starter;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("wardbeat-awake").daemon().factory());

  /**
   * @param nudge what a user's hand would do, for systems that know nothing else; called on any
   *     thread every {@value #PERIOD_SECONDS} s
   */
  public ScreenAwake(Runnable nudge) {
    this(
        inhibitors(System.getProperty("os.name", ""), System.getenv()),
        needsNudge(System.getProperty("os.name", "")) ? nudge : () -> {},
        ScreenAwake::startProcess);
  }

  ScreenAwake(List<Inhibitor> inhibitors, Runnable nudge, Starter starter) {
    inhibitors.forEach(each -> watches.add(new Watch(each)));
    this.nudge = nudge;
    this.starter = starter;
  }

  /** What a system offers; the more of it there is, the better. */
  static List<Inhibitor> inhibitors(String osName, Map<String, String> environment) {
    String system = osName.toLowerCase(Locale.ROOT);
    if (system.startsWith("mac")) {
      return List.of(new Inhibitor(List.of("caffeinate", "-d", "-i", "-s", "cat"), true));
    }
    if (!system.contains("linux")) {
      return List.of();
    }
    List<Inhibitor> offers = new ArrayList<>();
    offers.add(
        new Inhibitor(
            List.of(
                "systemd-inhibit",
                "--what=idle:sleep",
                "--mode=block",
                "--who=Wardbeat",
                "--why=A wall display shows patients",
                "cat"),
            true));
    if (!environment.getOrDefault("XDG_CURRENT_DESKTOP", "").isEmpty()) {
      offers.add(
          new Inhibitor(
              List.of(
                  "gnome-session-inhibit",
                  "--inhibit",
                  "idle",
                  "--app-id",
                  "Wardbeat",
                  "--reason",
                  "A wall display shows patients",
                  "cat"),
              true));
    }
    if (!environment.getOrDefault("DISPLAY", "").isEmpty()) {
      offers.add(
          new Inhibitor(List.of("xset", "s", "off", "s", "noblank", "s", "reset", "-dpms"), false));
      offers.add(new Inhibitor(List.of("xdg-screensaver", "reset"), false));
    }
    return offers;
  }

  /** Whether a system has no command for it. */
  static boolean needsNudge(String osName) {
    return osName.toLowerCase(Locale.ROOT).startsWith("windows");
  }

  private static Process startProcess(List<String> line) throws IOException {
    return new ProcessBuilder(line)
        .redirectOutput(Redirect.DISCARD)
        .redirectError(Redirect.DISCARD)
        .start();
  }

  /** Begins, on a thread of its own. */
  public void start() {
    ScheduledFuture<?> _ =
        thread.scheduleWithFixedDelay(this::renew, 0, PERIOD_SECONDS, TimeUnit.SECONDS);
  }

  /** Does what has to be done again. */
  void renew() {
    watches.forEach(this::renew);
    try {
      nudge.run();
    } catch (RuntimeException e) {
      LOG.warn("The display could not be told that somebody looks: {}", e.toString());
    }
  }

  private void renew(Watch watch) {
    Process running = watch.process;
    if (running != null && running.isAlive()) {
      if (watch.inhibitor.held()) {
        tell(watch, true, "");
      }
      return;
    }
    boolean failed = running != null && (watch.inhibitor.held() || running.exitValue() != 0);
    if (running != null) {
      tell(watch, !failed, "it ended with " + running.exitValue());
    }
    try {
      watch.process = starter.start(watch.inhibitor.line());
    } catch (IOException e) {
      tell(watch, false, "it is not installed");
    }
  }

  private static void tell(Watch watch, boolean works, String why) {
    if (works && !watch.worked) {
      LOG.info("The display is kept awake by {}.", watch.inhibitor.program());
    } else if (!works && !watch.complained) {
      LOG.warn(
          "The display is not kept awake by {}: {}. If it sleeps, set the system's power settings.",
          watch.inhibitor.program(),
          why);
    }
    watch.worked = works;
    watch.complained = !works;
  }

  /** Lets the display sleep again. */
  @Override
  public void close() {
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(STOP_MILLIS, TimeUnit.MILLISECONDS)) {
        LOG.info("What keeps the display awake did not end in time.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (Watch watch : watches) {
      Process process = watch.process;
      if (process != null) {
        process.destroy();
      }
    }
  }
}

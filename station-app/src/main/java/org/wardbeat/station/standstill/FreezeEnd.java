package org.wardbeat.station.standstill;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardbeat.station.instance.Guard;

/**
 * Logs where a screen stands still, and ends the process of one that does not go on: its picture
 * looks live and is not.
 */
public final class FreezeEnd implements FreezeWatchdog.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(FreezeEnd.class);
  private static final String SCREEN_THREAD = "JavaFX Application Thread";

  /** How debuggers are asked for on the JVM's command line, today and formerly. */
  private static final List<String> DEBUGGERS = List.of("-agentlib:jdwp", "-Xrunjdwp");

  /** Whether this JVM was started for a debugger, which holds threads on purpose. */
  public static boolean isDebugged() {
    return isDebugged(ManagementFactory.getRuntimeMXBean().getInputArguments());
  }

  static boolean isDebugged(List<String> jvmArguments) {
    return jvmArguments.stream().anyMatch(each -> DEBUGGERS.stream().anyMatch(each::startsWith));
  }

  @Override
  public void standsStill() {
    LOG.error(
        "The screen's thread does not answer. Threads:{}{}",
        System.lineSeparator(),
        ThreadDump.startingWith(SCREEN_THREAD));
  }

  @Override
  public void goesOn(long stillNanos) {
    LOG.warn(
        "The screen's thread answers again; it did not for about {} s",
        Duration.ofNanos(stillNanos).toSeconds());
  }

  /** Ends at once: an orderly end would wait for that thread, and forget that it was none. */
  @Override
  public void isHopeless() {
    LOG.error(
        "The screen's thread has not answered for {} s: the station ends with exit code {}",
        Duration.ofNanos(FreezeWatchdog.HOPELESS_NANOS).toSeconds(),
        Guard.FROZEN);
    Runtime.getRuntime().halt(Guard.FROZEN);
  }
}

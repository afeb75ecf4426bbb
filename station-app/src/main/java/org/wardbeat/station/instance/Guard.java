package org.wardbeat.station.instance;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Runs the station as a child, and starts it again if it ends without being asked to: because a
 * driver took the process down, memory ran out, or its screen stood still. The station itself
 * tells, from when to when nobody saw the ward. One that keeps ending is not started for ever.
 */
public final class Guard {
  /** Runs the station to its end. */
  @FunctionalInterface
  public interface Child {
    /**
     * Runs it once.
     *
     * @param more arguments besides those it was started with
     * @return its exit code
     * @throws IOException if it cannot be started
     */
    int run(List<String> more) throws IOException, InterruptedException;
  }

  /** Restarts within {@value #WINDOW_MINUTES} minutes; one more is a station that cannot run. */
  static final int MOST_RESTARTS = 3;

  static final long WINDOW_MINUTES = 10;

  /** From the second on within that time the graphics card is not used. */
  static final int SOFTWARE_FROM = 2;

  /** Has the station draw without the graphics card, whose driver is what ends it most often. */
  public static final String SOFTWARE = "--software";

  /** Has the station not be guarded: it is the one that is, or nobody wants it. */
  public static final String UNGUARDED = "--unguarded";

  /** The exit code of a station whose screen stood still for too long: EX_SOFTWARE of sysexits. */
  public static final int FROZEN = 70;

  /** What has no window that could vanish. */
  private static final Set<String> WITHOUT =
      Set.of(UNGUARDED, "--headless", "--help", "-h", "--version", "-V");

  /** Done, failed at the start, wrong command line; ended by hang-up, interrupt or termination. */
  private static final Set<Integer> ON_PURPOSE = Set.of(0, 1, 2, 129, 130, 143);

  private final Child child;
  private final LongSupplier nanoTime;
  private final PrintStream err;

  /**
   * @param nanoTime the monotonic clock, in nanoseconds
   * @param err where it is said what happened
   */
  public Guard(Child child, LongSupplier nanoTime, PrintStream err) {
    this.child = child;
    this.nanoTime = nanoTime;
    this.err = err;
  }

  /** Whether a station with these arguments is to be guarded. */
  public static boolean isFor(List<String> arguments) {
    return arguments.stream().noneMatch(WITHOUT::contains);
  }

  /**
   * Runs the station until it ends on purpose, or too often without.
   *
   * @return its last exit code
   */
  public int run() throws IOException, InterruptedException {
    Deque<Long> restarts = new ArrayDeque<>();
    while (true) {
      int code = child.run(restarts.size() >= SOFTWARE_FROM ? List.of(SOFTWARE) : List.of());
      if (ON_PURPOSE.contains(code)) {
        return code;
      }
      long now = nanoTime.getAsLong();
      restarts.removeIf(then -> now - then > TimeUnit.MINUTES.toNanos(WINDOW_MINUTES));
      if (restarts.size() == MOST_RESTARTS) {
        err.println(
            "The station ended unexpectedly again (exit code "
                + code
                + "), for the fourth time within "
                + WINDOW_MINUTES
                + " minutes: it is not started any more. Use the bedside monitors.");
        return code;
      }
      restarts.add(now);
      err.println("The station ended unexpectedly (exit code " + code + ") and is started again.");
    }
  }
}

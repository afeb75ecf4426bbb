package org.wardbeat.station.instance;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Runs the station as a child, and starts it again if it ends without being asked to: because a
 * driver took the process down, memory ran out, or its screen stood still. The station itself
 * tells, from when to when nobody saw the ward. How often that is tried depends on whether somebody
 * sits before it.
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

  /** Waits for a time. */
  @FunctionalInterface
  public interface Pause {
    void sleep(Duration time) throws InterruptedException;
  }

  /** How much a station that keeps ending is borne with. */
  public enum Patience {
    /** Somebody sees that it is gone: it is started at once, but not for ever. */
    DESK,

    /** Nobody is there who could start it: never given up, tried again after growing waits. */
    WALL;

    /** That with a station of these arguments. */
    public static Patience with(List<String> arguments) {
      return arguments.contains("--wall") ? WALL : DESK;
    }
  }

  /** Restarts of a desk within {@value #WINDOW_MINUTES} minutes; one more, and it cannot run. */
  static final int MOST_RESTARTS = 3;

  static final long WINDOW_MINUTES = 10;

  /** The longest wait before a wall display is started again. */
  static final long LONGEST_WAIT_SECONDS = 60;

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

  private static final int FAILED = 1;

  private final Child child;
  private final Patience patience;
  private final LongSupplier nanoTime;
  private final Pause pause;
  private final PrintStream err;

  /**
   * @param nanoTime the monotonic clock, in nanoseconds
   * @param pause waits before a wall display is started again
   * @param err where it is said what happened
   */
  public Guard(
      Child child, Patience patience, LongSupplier nanoTime, Pause pause, PrintStream err) {
    this.child = child;
    this.patience = patience;
    this.nanoTime = nanoTime;
    this.pause = pause;
    this.err = err;
  }

  /** Whether a station with these arguments is to be guarded. */
  public static boolean isFor(List<String> arguments) {
    return arguments.stream().noneMatch(WITHOUT::contains);
  }

  /**
   * Runs the station until it ends on purpose, or a desk's too often without.
   *
   * @return its last exit code
   * @throws IOException if it cannot be started
   */
  public int run() throws IOException, InterruptedException {
    Deque<Long> restarts = new ArrayDeque<>();
    while (true) {
      int code = runChild(restarts.size());
      long now = nanoTime.getAsLong();
      restarts.removeIf(then -> now - then > TimeUnit.MINUTES.toNanos(WINDOW_MINUTES));
      if (isTheEnd(code, restarts.size())) {
        return code;
      }
      if (patience == Patience.DESK && restarts.size() == MOST_RESTARTS) {
        err.println(
            "The station ended unexpectedly again (exit code "
                + code
                + "), for the fourth time within "
                + WINDOW_MINUTES
                + " minutes: it is not started any more. Use the bedside monitors.");
        return code;
      }
      startAgain(code, restarts.size());
      restarts.add(now);
    }
  }

  private int runChild(int restarts) throws IOException, InterruptedException {
    try {
      return child.run(restarts >= SOFTWARE_FROM ? List.of(SOFTWARE) : List.of());
    } catch (IOException e) {
      if (patience == Patience.DESK || restarts == 0) {
        throw e;
      }
      err.println("The station cannot be started: " + e.getMessage() + ".");
      return FAILED;
    }
  }

  /** A wall display that ran before may fail at a start for the same reason it ended for. */
  private boolean isTheEnd(int code, int restarts) {
    boolean triesOn = patience == Patience.WALL && restarts > 0 && code == FAILED;
    return ON_PURPOSE.contains(code) && !triesOn;
  }

  private void startAgain(int code, int restarts) throws InterruptedException {
    String ended = "The station ended unexpectedly (exit code " + code + ") and is started again";
    if (patience == Patience.DESK) {
      err.println(ended + ".");
    } else {
      long seconds = Math.min(LONGEST_WAIT_SECONDS, 1L << restarts);
      err.println(ended + " in " + seconds + " s.");
      pause.sleep(Duration.ofSeconds(seconds));
    }
  }
}

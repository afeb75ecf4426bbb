package org.wardbeat.station.standstill;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the screen's thread once a second for an answer, on a daemon thread of its own, and tells
 * when there is none. At most one question waits.
 */
public final class FreezeWatchdog implements AutoCloseable {
  /** Is told what became of the screen's thread; on the watchdog's thread. */
  public interface Listener {
    /** It has not answered for {@link StillTime#STILL_NANOS}. Told once for each standstill. */
    void standsStill();

    /**
     * It answers again.
     *
     * @param stillNanos for how long it did not, to the second
     */
    void goesOn(long stillNanos);

    /** It has not answered for {@link #HOPELESS_NANOS}. Told once for each standstill. */
    void isHopeless();
  }

  /** A thread that has not answered for so long is not waited for any longer. */
  public static final long HOPELESS_NANOS = 60_000_000_000L;

  private static final Logger LOG = LoggerFactory.getLogger(FreezeWatchdog.class);
  private static final long PERIOD_NANOS = 1_000_000_000L;
  private static final long MOST_NANOS = PERIOD_NANOS * 3 / 2;

  private final Consumer<Runnable> screen;
  private final LongSupplier nanoTime;
  private final Listener listener;
  private final StillTime stillTime = new StillTime(MOST_NANOS);
  private long asked;
  private long stillNanos;
  private volatile long answered;
  private volatile boolean closed;
  private @Nullable Thread thread;

  /**
   * @param screen runs what it is given on the screen's thread, later, and does not wait for it
   * @param nanoTime the monotonic clock, in nanoseconds
   */
  public FreezeWatchdog(Consumer<Runnable> screen, LongSupplier nanoTime, Listener listener) {
    this.screen = screen;
    this.nanoTime = nanoTime;
    this.listener = listener;
  }

  /** Watches from now on; to be called once. */
  public void start() {
    thread = Thread.ofPlatform().daemon().name("wardbeat-freeze-watchdog").start(this::run);
  }

  private void run() {
    while (!closed) {
      try {
        look();
      } catch (RuntimeException | OutOfMemoryError e) {
        LOG.error("The screen's thread could not be looked at; it is tried again", e);
      }
      LockSupport.parkNanos(PERIOD_NANOS);
    }
  }

  /** What is done once a second. */
  void look() {
    long before = stillNanos;
    stillNanos = stillTime.look(answered, nanoTime.getAsLong());
    if (stillNanos == 0 && before >= StillTime.STILL_NANOS) {
      listener.goesOn(before);
    } else if (reaches(StillTime.STILL_NANOS, before)) {
      listener.standsStill();
    } else if (reaches(HOPELESS_NANOS, before)) {
      listener.isHopeless();
    }
    if (answered == asked) {
      long question = asked + 1;
      screen.accept(() -> answered = question);
      asked = question;
    }
  }

  private boolean reaches(long nanos, long before) {
    return before < nanos && stillNanos >= nanos;
  }

  /** Watches no longer. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
  }
}

package org.wardbeat.bridge.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what is refused by its reason, and keeps samples of it: of each reason at most {@value
 * #LINES_PER_WINDOW} lines in ten seconds go to the log, the last {@value #RECENT} stay in memory.
 * Safe for use by any thread.
 */
public final class Quarantine {
  private static final Logger LOG = LoggerFactory.getLogger("org.wardbeat.bridge.quarantine");
  private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final int LINES_PER_WINDOW = 3;
  private static final int RECENT = 50;

  private final LongSupplier nanos;
  private final Map<Reason, Tally> tallies = new EnumMap<>(Reason.class);
  private final Deque<Refusal> recent = new ArrayDeque<>();

  /**
   * @param nanos monotonic nanoseconds
   */
  public Quarantine(LongSupplier nanos) {
    this.nanos = nanos;
    for (Reason reason : Reason.values()) {
      tallies.put(reason, new Tally(nanos.getAsLong() - WINDOW_NANOS));
    }
  }

  /** Counts a refusal without a word: for what a sound network does all the time. */
  public void count(Reason reason) {
    tally(reason).count.increment();
  }

  /** Counts a refusal and, if its reason is not too frequent, logs it. */
  public void refuse(Refusal refusal) {
    Tally tally = tally(refusal.reason());
    tally.count.increment();
    long unlogged = tally.admit(nanos.getAsLong());
    if (unlogged < 0) {
      return;
    }
    keep(refusal);
    if (unlogged == 0) {
      LOG.warn("Refused ({}) {}", refusal.reason(), refusal);
    } else {
      LOG.warn(
          "Refused ({}) {} ({} more since the last line)", refusal.reason(), refusal, unlogged);
    }
  }

  /** Counts a failure of the bridge itself at a message, which is lost. */
  void failed(String place, RuntimeException failure) {
    refuse(
        new Refusal(
            Reason.INTERNAL,
            place,
            "the bridge failed at the message, which is lost; the log has the cause"));
    LOG.debug("Failed at {}", place, failure);
  }

  /** How often something was refused for a reason since the start. */
  public long refused(Reason reason) {
    return tally(reason).count.sum();
  }

  /** The last refusals that were logged, oldest first. */
  public List<Refusal> recent() {
    synchronized (recent) {
      return new ArrayList<>(recent);
    }
  }

  private Tally tally(Reason reason) {
    return Objects.requireNonNull(tallies.get(reason));
  }

  private void keep(Refusal refusal) {
    synchronized (recent) {
      if (recent.size() == RECENT) {
        recent.removeFirst();
      }
      recent.addLast(refusal);
    }
  }

  private static final class Tally {
    private final LongAdder count = new LongAdder();
    private long windowNanos;
    private int lines;
    private long unlogged;

    private Tally(long windowNanos) {
      this.windowNanos = windowNanos;
    }

    /** Returns how many were not logged since the last line, or -1 if this one is not either. */
    private synchronized long admit(long now) {
      if (now - windowNanos >= WINDOW_NANOS) {
        windowNanos = now;
        lines = 0;
      }
      if (lines == LINES_PER_WINDOW) {
        unlogged++;
        return -1;
      }
      lines++;
      long skipped = unlogged;
      unlogged = 0;
      return skipped;
    }
  }
}

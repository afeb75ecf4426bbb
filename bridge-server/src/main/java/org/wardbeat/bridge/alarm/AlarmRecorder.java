package org.wardbeat.bridge.alarm;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardbeat.bridge.clock.BridgeClock;

/**
 * Writes facts into the store. What cannot be written now is kept, within bounds, and written first
 * once it can be. Confined to one thread, but for {@link #recording()}.
 */
final class AlarmRecorder {
  private static final Logger LOG = LoggerFactory.getLogger(AlarmRecorder.class);

  /** Most facts kept while nothing can be stored. */
  static final int MAX_WAITING = 100_000;

  /** So long after storing failed it is tried again; at once for what an operator wants. */
  private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** So often what was kept long enough is dropped. */
  private static final long PRUNED_NANOS = TimeUnit.DAYS.toNanos(1);

  private final AlarmStore store;
  private final BridgeClock clock;
  private final List<AlarmFact> waiting = new ArrayList<>();
  private long triedNanos;
  private long prunedNanos;
  private volatile Recording recording = Recording.ON;

  AlarmRecorder(AlarmStore store, BridgeClock clock) {
    this.store = store;
    this.clock = clock;
    prunedNanos = clock.nanos(); // opening the store prunes it, too
  }

  Recording recording() {
    return recording;
  }

  /**
   * Stores facts, at the latest when that works again. While it does not, it is tried seldom: each
   * time may take long, and what is told of alarms waits for it.
   */
  void record(List<AlarmFact> facts) {
    boolean nothing = facts.isEmpty() && waiting.isEmpty();
    boolean tooSoon = !recording.on() && clock.nanos() - triedNanos < RETRY_NANOS;
    if (!nothing && (tooSoon || !write(facts))) {
      waiting.addAll(facts);
      int excess = waiting.size() - MAX_WAITING;
      if (excess > 0) {
        waiting.subList(0, excess).clear();
        LOG.error("{} changes of alarms will never be recorded.", excess);
      }
    }
  }

  /**
   * Nothing waits to be stored: once a day is the time to drop a little of what was kept long
   * enough, each time this is called until there is no more.
   */
  void idle() {
    boolean due = clock.nanos() - prunedNanos >= PRUNED_NANOS;
    if (!due || !recording.on() || !waiting.isEmpty()) {
      return;
    }
    boolean more = false;
    try {
      more = store.prune();
    } catch (IOException e) {
      LOG.warn("What was kept long enough is kept for another day: {}", e.getMessage(), e);
    }
    if (!more) {
      prunedNanos = clock.nanos();
    }
  }

  /** Stores facts now; answers whether they are. */
  boolean recordOrRefuse(List<AlarmFact> facts) {
    return facts.isEmpty() || write(facts);
  }

  private boolean write(List<AlarmFact> facts) {
    List<AlarmFact> all = new ArrayList<>(waiting);
    all.addAll(facts);
    try {
      store.commit(all);
    } catch (IOException e) {
      triedNanos = clock.nanos();
      if (recording.on()) {
        String reason = String.valueOf(e.getMessage());
        recording = new Recording(false, clock.micros(), reason);
        LOG.error("Alarms are not recorded: {}", reason, e);
      }
      return false;
    }
    waiting.clear();
    if (!recording.on()) {
      recording = new Recording(true, clock.micros(), "");
      LOG.warn("Alarms are recorded again.");
    }
    return true;
  }
}

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

  private final AlarmStore store;
  private final BridgeClock clock;
  private final List<AlarmFact> waiting = new ArrayList<>();
  private long triedNanos;
  private volatile Recording recording = Recording.ON;

  AlarmRecorder(AlarmStore store, BridgeClock clock) {
    this.store = store;
    this.clock = clock;
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

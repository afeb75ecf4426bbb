package org.wardbeat.bridge.alarm;

import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardbeat.bridge.clock.BridgeClock;
import org.wardbeat.wire.frame.Frame;

/**
 * Looks up alarms of the past, one question at a time, beside the thread that writes. An answer
 * that is not whole says so: nobody may take a store that cannot be read for a quiet night.
 */
final class AlarmQueries {
  private static final Logger LOG = LoggerFactory.getLogger(AlarmQueries.class);

  /** Questions that may wait. */
  private static final int MAX_WAITING = 64;

  /** Records of one frame: far below the longest frame, whatever the texts. */
  private static final int RECORDS = 256;

  private static final String BUSY = "The bridge is too busy to look up alarms: try again.";
  private static final String UNREADABLE = "The bridge cannot read its store of alarms.";

  private final AlarmStore store;
  private final Supplier<Recording> recording;
  private final BridgeClock clock;
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          30,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MAX_WAITING),
          Thread.ofPlatform().daemon().name("alarm-queries").factory());

  AlarmQueries(AlarmStore store, Supplier<Recording> recording, BridgeClock clock) {
    this.store = store;
    this.recording = recording;
    this.clock = clock;
    thread.allowCoreThreadTimeOut(true);
  }

  void ask(Frame.AlarmQuery query, Consumer<Frame.AlarmRecords> answer) {
    try {
      thread.execute(() -> answer(query, answer));
    } catch (RejectedExecutionException e) {
      LOG.warn("A question for alarms of the past is not answered: too many wait.", e);
      answer.accept(new Frame.AlarmRecords(query.number(), true, BUSY, List.of()));
    }
  }

  private void answer(Frame.AlarmQuery query, Consumer<Frame.AlarmRecords> answer) {
    List<Frame.AlarmRecord> part = new ArrayList<>(RECORDS);
    String missing = unrecorded();
    try {
      store.query(
          query,
          each -> {
            if (part.size() == RECORDS) {
              answer.accept(new Frame.AlarmRecords(query.number(), false, part));
              part.clear();
            }
            return part.add(each);
          });
    } catch (IOException e) {
      LOG.error("Alarms of the past cannot be looked up: {}", e.getMessage(), e);
      missing = UNREADABLE;
    }
    String since = missing.isEmpty() ? unrecorded() : missing;
    answer.accept(new Frame.AlarmRecords(query.number(), true, since, part));
  }

  /** What waits to be recorded is in no store. */
  private String unrecorded() {
    Recording now = recording.get();
    if (now.on()) {
      return "";
    }
    Duration lasting = Duration.of(clock.micros() - now.sinceMicros(), ChronoUnit.MICROS);
    String words =
        lasting.toMinutes() > 0 ? lasting.toMinutes() + " min" : lasting.toSeconds() + " s";
    return "The bridge could not record alarms in the last %s: those are missing.".formatted(words);
  }

  void close() {
    thread.shutdownNow();
  }
}

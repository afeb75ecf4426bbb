package org.wardbeat.bridge.alarm;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardbeat.wire.frame.Frame;

/** Looks up alarms of the past, one question at a time, beside the thread that writes. */
final class AlarmQueries {
  private static final Logger LOG = LoggerFactory.getLogger(AlarmQueries.class);

  /** Questions that may wait. */
  private static final int MAX_WAITING = 64;

  /** Records of one frame: far below the longest frame, whatever the texts. */
  private static final int RECORDS = 256;

  private final AlarmStore store;
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          30,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MAX_WAITING),
          Thread.ofPlatform().daemon().name("alarm-queries").factory());

  AlarmQueries(AlarmStore store) {
    this.store = store;
    thread.allowCoreThreadTimeOut(true);
  }

  void ask(Frame.AlarmQuery query, Consumer<Frame.AlarmRecords> answer) {
    try {
      thread.execute(() -> answer(query, answer));
    } catch (RejectedExecutionException e) {
      LOG.warn("A question for alarms of the past is not answered: too many wait.", e);
      answer.accept(new Frame.AlarmRecords(query.number(), true, List.of()));
    }
  }

  private void answer(Frame.AlarmQuery query, Consumer<Frame.AlarmRecords> answer) {
    List<Frame.AlarmRecord> part = new ArrayList<>(RECORDS);
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
    }
    answer.accept(new Frame.AlarmRecords(query.number(), true, part));
  }

  void close() {
    thread.shutdownNow();
  }
}

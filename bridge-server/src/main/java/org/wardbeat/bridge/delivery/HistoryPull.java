package org.wardbeat.bridge.delivery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.wardbeat.bridge.alarm.AlarmDesk;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.frame.FrameCodec;
import org.wardbeat.wire.ward.Acknowledgement;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.BedId;

/**
 * Answers one session's questions for alarms of the past: one at a time, looked up a page at a
 * time, and sent in small parts when vital signs might be sent, too. So alarms and heartbeats never
 * wait behind it, and it costs little memory however much is asked for and however slow the station
 * is.
 *
 * <p>Confined to the session's event loop.
 */
final class HistoryPull {
  /** Most questions that wait for their answer. */
  static final int MAX_WAITING = 16;

  /** Records looked up at once. */
  static final int PAGE = 1_024;

  /** Bytes of a frame, about: less than even the slowest line takes in a second. */
  private static final int PART_BYTES = 1_400;

  /** Bytes of a record beside its texts, at most. */
  private static final int RECORD_BYTES = 48;

  private final AlarmDesk desk;
  private final FrameCodec codec;
  private final CountingOutlet outlet;
  private final Executor eventLoop;
  private final Runnable wake;
  private final Deque<Frame.AlarmQuery> waiting = new ArrayDeque<>();
  private @Nullable Answer current;

  /** What tells a record from others. */
  private record Identity(BedId bed, String condition, long onsetDeviceMicros) {
    private static Identity of(Frame.AlarmRecord each) {
      return new Identity(each.bed(), each.alarm().condition(), each.alarm().onsetDeviceMicros());
    }
  }

  /** An answer that is being given. */
  private static final class Answer {
    private final Frame.AlarmQuery query;
    private long toMicros;
    private int left;
    private List<Frame.AlarmRecord> page = List.of();
    private int sent;

    /** What was looked up already of the onset that the next page begins with. */
    private Set<Identity> known = Set.of();

    private boolean lookingUp;
    private boolean lastPage;
    private String missing = "";

    private Answer(Frame.AlarmQuery query) {
      this.query = query;
      toMicros = query.toMicros();
      left = query.most();
    }
  }

  /**
   * @param eventLoop the session's
   * @param wake has the session send what it can
   */
  HistoryPull(DeliveryContext context, CountingOutlet outlet, Executor eventLoop, Runnable wake) {
    desk = context.desk();
    codec = context.codec();
    this.outlet = outlet;
    this.eventLoop = eventLoop;
    this.wake = wake;
  }

  /** Takes a question; false if too many wait. */
  boolean ask(Frame.AlarmQuery query) {
    if (waiting.size() >= MAX_WAITING) {
      return false;
    }
    waiting.add(query);
    next();
    return true;
  }

  /** Forgets all questions. */
  void close() {
    waiting.clear();
    current = null;
  }

  private void next() {
    if (current == null && !waiting.isEmpty()) {
      Answer answer = new Answer(waiting.remove());
      current = answer;
      lookUp(answer);
    }
  }

  private void lookUp(Answer answer) {
    answer.lookingUp = true;
    int most =
        Math.min(Math.min(PAGE, answer.left) + answer.known.size(), Frame.AlarmQuery.MAX_RECORDS);
    Frame.AlarmQuery query = answer.query;
    List<Frame.AlarmRecord> found = new ArrayList<>();
    desk.query(
        new Frame.AlarmQuery(
            query.number(), query.unit(), query.bed(), query.fromMicros(), answer.toMicros, most),
        part -> {
          found.addAll(part.records());
          if (part.last()) {
            boolean all = found.size() < most;
            eventLoop.execute(() -> found(answer, found, all, part.missing()));
          }
        });
  }

  private void found(Answer answer, List<Frame.AlarmRecord> found, boolean all, String missing) {
    if (answer != current) {
      return; // the session has ended
    }
    List<Frame.AlarmRecord> news =
        found.stream()
            .filter(each -> !answer.known.contains(Identity.of(each)))
            .limit(answer.left)
            .toList();
    answer.lookingUp = false;
    answer.missing = missing.isEmpty() ? answer.missing : missing;
    answer.page = news;
    answer.sent = 0;
    answer.left -= news.size();
    answer.lastPage = all || news.isEmpty() || answer.left == 0;
    if (!answer.lastPage) {
      goOnAfter(answer, news);
    }
    wake.run();
  }

  /** Has the next page begin with the last onset of this one, of which there may be more. */
  private static void goOnAfter(Answer answer, List<Frame.AlarmRecord> news) {
    long onset = news.getLast().alarm().onsetMicros();
    Set<Identity> known = new HashSet<>(answer.toMicros == onset + 1 ? answer.known : Set.of());
    news.stream()
        .filter(each -> each.alarm().onsetMicros() == onset)
        .map(Identity::of)
        .forEach(known::add);
    answer.toMicros = onset + 1;
    answer.known = known;
  }

  /** Sends what was found, as far as the connection takes it. Does not flush. */
  void drain() {
    Answer answer = current;
    while (answer != null && !answer.lookingUp && outlet.takesUpdates()) {
      int end = endOfPart(answer);
      boolean pageSent = end == answer.page.size();
      boolean last = pageSent && answer.lastPage;
      outlet.sendUpdate(
          codec.encode(
              new Frame.AlarmRecords(
                  answer.query.number(),
                  last,
                  last ? answer.missing : "",
                  answer.page.subList(answer.sent, end))));
      answer.sent = end;
      if (last) {
        current = null;
        next();
        answer = current;
      } else if (pageSent) {
        lookUp(answer);
      }
    }
  }

  /** After the records that make the next frame: as many as fit, but one at least. */
  private static int endOfPart(Answer answer) {
    int bytes = 0;
    int end = answer.sent;
    while (end < answer.page.size() && end - answer.sent < Frame.AlarmRecords.MAX_RECORDS) {
      bytes += bytes(answer.page.get(end));
      if (end > answer.sent && bytes > PART_BYTES) {
        break;
      }
      end++;
    }
    return end;
  }

  private static int bytes(Frame.AlarmRecord each) {
    Alarm alarm = each.alarm();
    Acknowledgement seenBy = alarm.acknowledgement();
    return RECORD_BYTES
        + each.bed().unit().length()
        + each.bed().bed().length()
        + alarm.condition().length()
        + alarm.text().length()
        + (seenBy == null ? 0 : seenBy.user().length());
  }
}

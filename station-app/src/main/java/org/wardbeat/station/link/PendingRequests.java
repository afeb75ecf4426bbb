package org.wardbeat.station.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.wardbeat.station.ward.ActResult;
import org.wardbeat.station.ward.AlarmHistory;
import org.wardbeat.wire.frame.Frame;

/**
 * What was asked of the bridge and is not answered yet. Each belongs to the session it was sent in:
 * it ends with it, and is never sent again. Confined to the link's thread.
 */
final class PendingRequests {
  static final long ACT_NANOS = TimeUnit.SECONDS.toNanos(3);
  static final long HISTORY_NANOS = TimeUnit.SECONDS.toNanos(10);

  private record SentAct(long session, long sentNanos, CompletableFuture<ActResult> answer) {
    void unanswered(String reason) {
      answer.complete(new ActResult(ActResult.Status.UNANSWERED, reason));
    }
  }

  private static final class SentQuery {
    final long session;
    final CompletableFuture<AlarmHistory> answer;
    final List<Frame.AlarmRecord> records = new ArrayList<>();
    long heardNanos;

    SentQuery(long session, long sentNanos, CompletableFuture<AlarmHistory> answer) {
      this.session = session;
      this.heardNanos = sentNanos;
      this.answer = answer;
    }

    void end(String missing) {
      answer.complete(new AlarmHistory(missing, records));
    }
  }

  private final Map<Long, SentAct> acts = new HashMap<>();
  private final Map<Long, SentQuery> queries = new HashMap<>();
  private long newest;

  /** An act is sent in a session. Returns its number. */
  long act(long session, CompletableFuture<ActResult> answer, long nowNanos) {
    acts.put(++newest, new SentAct(session, nowNanos, answer));
    return newest;
  }

  /** A query is sent in a session. Returns its number. */
  long query(long session, CompletableFuture<AlarmHistory> answer, long nowNanos) {
    queries.put(++newest, new SentQuery(session, nowNanos, answer));
    return newest;
  }

  /** An answer to an act came; one that is too late says nothing. */
  void answered(Frame.ActAnswer answer) {
    SentAct sent = acts.remove(answer.number());
    if (sent != null) {
      sent.answer().complete(new ActResult(status(answer.outcome()), answer.reason()));
    }
  }

  private static ActResult.Status status(Frame.Outcome outcome) {
    return switch (outcome) {
      case DONE -> ActResult.Status.DONE;
      case REFUSED -> ActResult.Status.REFUSED;
      case FAILED -> ActResult.Status.FAILED;
      case CONFLICT -> ActResult.Status.CONFLICT;
    };
  }

  /** A part of the answer to a query came. */
  void answered(Frame.AlarmRecords part, long nowNanos) {
    SentQuery sent = queries.get(part.number());
    if (sent == null) {
      return;
    }
    sent.heardNanos = nowNanos;
    sent.records.addAll(part.records());
    if (part.last()) {
      queries.remove(part.number());
      sent.end(part.missing());
    }
  }

  /** Gives up what has waited for too long. */
  void expire(long nowNanos) {
    for (Iterator<SentAct> left = acts.values().iterator(); left.hasNext(); ) {
      SentAct sent = left.next();
      if (nowNanos - sent.sentNanos() >= ACT_NANOS) {
        left.remove();
        sent.unanswered("The bridge has not answered");
      }
    }
    for (Iterator<SentQuery> left = queries.values().iterator(); left.hasNext(); ) {
      SentQuery sent = left.next();
      if (nowNanos - sent.heardNanos >= HISTORY_NANOS) {
        left.remove();
        sent.end("The bridge has not answered.");
      }
    }
  }

  /** A session has ended, and with it what was asked in it. */
  void ended(long session) {
    for (Iterator<SentAct> left = acts.values().iterator(); left.hasNext(); ) {
      SentAct sent = left.next();
      if (sent.session() == session) {
        left.remove();
        sent.unanswered("The link was lost before the bridge answered");
      }
    }
    for (Iterator<SentQuery> left = queries.values().iterator(); left.hasNext(); ) {
      SentQuery sent = left.next();
      if (sent.session == session) {
        left.remove();
        sent.end("The link was lost.");
      }
    }
  }
}

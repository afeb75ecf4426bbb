package org.wardbeat.bridge.delivery;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wardbeat.bridge.ward.AlarmEntry;
import org.wardbeat.bridge.ward.AlarmLog;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.Alarm;

/**
 * Pulls one session's alarms out of the ward's log, in the log's order and each once. What happens
 * now is written at once, whether or not the connection takes more; only what a snapshot repeats
 * waits for it. Nothing is left out: where that cannot be kept, the session has to end.
 *
 * <p>Confined to the session's event loop.
 */
final class AlarmPull {
  /** Most alarms on their way that no receipt has come for. */
  static final int MAX_UNCONFIRMED = 1_024;

  /** Of these, the most that repeat what was. */
  static final int MAX_REPEATED = 256;

  /** By how much the clocks of two bridges may differ when a station goes from one to the other. */
  static final long HANDOVER_MICROS = 60_000_000;

  private final DeliveryContext context;
  private final AlarmLog log;
  private final CountingOutlet outlet;
  private final WardPull ward;
  private Frame.@Nullable AlarmPosition resume;
  private List<AlarmEntry> repeated = List.of();
  private int repeatedSent;
  private long next;
  private boolean subscribed;
  private long sent;
  private long confirmed;

  AlarmPull(DeliveryContext context, CountingOutlet outlet, WardPull ward) {
    this.context = context;
    this.log = context.ward().alarms();
    this.outlet = outlet;
    this.ward = ward;
  }

  /** Takes note of up to where the station has the alarms, null if it has none. */
  void resumeFrom(Frame.@Nullable AlarmPosition position) {
    resume = position;
  }

  /**
   * A snapshot begins: all alarms that are not over will be sent, and what happened since the
   * station heard of alarms last.
   */
  void subscribe() {
    AlarmLog.Snapshot now = log.snapshot();
    SortedMap<Long, AlarmEntry> due = new TreeMap<>();
    put(due, repeated.subList(repeatedSent, repeated.size()));
    put(due, now.open());
    Frame.AlarmPosition foreign = resume == null || isOurs(resume) ? null : resume;
    long horizon = foreign == null ? Long.MIN_VALUE : foreign.micros() - HANDOVER_MICROS;
    for (long sequence = firstMissed(now.sequence()); sequence <= now.sequence(); sequence++) {
      AlarmEntry entry = log.entry(sequence);
      if (entry != null && entry.alarm().changedMicros() >= horizon) {
        due.put(sequence, entry);
      }
    }
    if (resume != null) {
      leaveOutReplaced(due.values());
    }
    repeated = List.copyOf(due.values());
    repeatedSent = 0;
    next = now.sequence() + 1;
    subscribed = true;
    resume = null;
  }

  private static void put(SortedMap<Long, AlarmEntry> due, Collection<AlarmEntry> entries) {
    entries.forEach(entry -> due.put(entry.sequence(), entry));
  }

  private long firstMissed(long newest) {
    if (subscribed) {
      return next;
    }
    Frame.AlarmPosition position = resume;
    if (position == null) {
      return newest + 1;
    }
    return isOurs(position) ? Math.max(log.oldest(), position.sequence() + 1) : log.oldest();
  }

  private boolean isOurs(Frame.AlarmPosition position) {
    return position.instance() == context.instance();
  }

  /**
   * A station that comes back may have any of this already, but cannot tell a priority it had from
   * one that came back: of each alarm it gets the newest of what it was before it was over, and its
   * end.
   */
  private static void leaveOutReplaced(Collection<AlarmEntry> entries) {
    Map<Identity, AlarmEntry> newest = new HashMap<>();
    for (AlarmEntry entry : entries) {
      if (!entry.alarm().over()) {
        newest.put(Identity.of(entry), entry);
      }
    }
    entries.removeIf(
        entry -> !entry.alarm().over() && !entry.equals(newest.get(Identity.of(entry))));
  }

  /** What tells alarms apart. */
  private record Identity(int bed, String condition, long onsetDeviceMicros) {
    static Identity of(AlarmEntry entry) {
      Alarm alarm = entry.alarm();
      return new Identity(entry.bed().index(), alarm.condition(), alarm.onsetDeviceMicros());
    }
  }

  /**
   * Sends what there is. Does not flush.
   *
   * @return why the session has to end, null if it need not
   */
  @Nullable String drain() {
    if (!subscribed || !repeat()) {
      return null;
    }
    while (next <= log.newest()) {
      AlarmEntry entry = log.entry(next);
      if (entry == null) {
        return "more than %d alarms happened before they could be sent"
            .formatted(AlarmLog.CAPACITY);
      }
      if (unconfirmed() >= MAX_UNCONFIRMED) {
        return "no receipt came for %d alarms".formatted(MAX_UNCONFIRMED);
      }
      send(entry);
      next++;
    }
    return null;
  }

  /** Whether all was repeated that a snapshot has to repeat. */
  private boolean repeat() {
    while (repeatedSent < repeated.size()) {
      if (unconfirmed() >= MAX_REPEATED || !outlet.isWritable()) {
        return false;
      }
      send(repeated.get(repeatedSent));
      repeatedSent++;
    }
    repeated = List.of();
    repeatedSent = 0;
    return true;
  }

  private void send(AlarmEntry entry) {
    if (ward.introducesForAlarm(entry)) {
      sent++;
      outlet.send(
          context
              .codec()
              .encode(
                  new Frame.AlarmEvent(
                      entry.bed().index(), sent, entry.sequence(), entry.alarm())));
    }
  }

  /** Takes a receipt; false if it is for an alarm that was not sent. */
  boolean confirmed(long number) {
    if (number > sent) {
      return false;
    }
    confirmed = Math.max(confirmed, number);
    return true;
  }

  /** Whether all that a snapshot repeats was sent. */
  boolean snapshotSent() {
    return repeatedSent == repeated.size();
  }

  /** All alarms up to this one were sent, as far as they are wanted. */
  long sequence() {
    return next - 1;
  }

  /** Alarms sent in this session. */
  long sent() {
    return sent;
  }

  /** Of these, the ones whose receipt has come. */
  long confirmed() {
    return confirmed;
  }

  /** Alarms sent whose receipt has not come. */
  long unconfirmed() {
    return sent - confirmed;
  }
}

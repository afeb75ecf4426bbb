package org.wardbeat.station.link;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.Acknowledgement;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.AlarmState;
import org.wardbeat.wire.ward.BedId;

/**
 * What this station has of the alarms, over all sessions: up to where, so that any bridge sends the
 * rest, and which, so that what a bridge sends again is noticed. Confined to the link's thread.
 */
final class AlarmLane {
  /** Most alarms remembered. Forgetting one costs no more than hearing of its end twice. */
  private static final int CAPACITY = 8_192;

  /** What tells alarms apart. */
  private record Key(BedId bed, String condition, long onsetDeviceMicros) {}

  /** What of an alarm may change. */
  private record State(
      AlarmState state,
      AlarmPriority priority,
      String text,
      @Nullable Acknowledgement acknowledgement,
      boolean escalated) {
    static State of(Alarm alarm) {
      return new State(
          alarm.state(),
          alarm.priority(),
          alarm.text(),
          alarm.acknowledgement(),
          alarm.escalated());
    }

    boolean over() {
      return state == AlarmState.ENDED;
    }
  }

  /** What an alarm that comes says to this station. */
  enum News {
    /** What it did not know. */
    NEW,
    /** What it knows. */
    REPEATED,
    /**
     * That something lasts which has ended: its end may follow within the snapshot. If it does not,
     * the bridge is believed, as an alarm too many can be seen, and one too few cannot.
     */
    DOUBTFUL
  }

  private record Unconfirmed(long number, long sinceNanos) {}

  private final Map<Key, State> known =
      new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, State> eldest) {
          return size() > CAPACITY;
        }
      };

  private final Map<Key, Frame.AlarmEvent> doubtful = new LinkedHashMap<>();
  private final Deque<Unconfirmed> unconfirmed = new ArrayDeque<>();
  private Frame.@Nullable AlarmPosition position;
  private long instance;
  private long heardMicros;
  private boolean inSnapshot = true;

  /** Up to where this station has the alarms; null if it has to be told all that last. */
  Frame.@Nullable AlarmPosition position() {
    return position;
  }

  /** A session begins. */
  void begin(Frame.Welcome welcome) {
    unconfirmed.clear();
    doubtful.clear();
    inSnapshot = true;
    instance = welcome.instance();
    heardMicros = welcome.nowMicros();
  }

  /** The station has subscribed anew: until that is answered, the position stays where it is. */
  void subscribed() {
    inSnapshot = true;
  }

  /**
   * An alarm came.
   *
   * @return what it says to this station
   */
  News take(BedId bed, Frame.AlarmEvent event, long nowNanos) {
    unconfirmed.add(new Unconfirmed(event.number(), nowNanos));
    Frame.AlarmPosition last = position;
    if (!inSnapshot && last != null && event.sequence() > last.sequence()) {
      position = new Frame.AlarmPosition(instance, event.sequence(), heardMicros);
    }
    Alarm alarm = event.alarm();
    Key key = new Key(bed, alarm.condition(), alarm.onsetDeviceMicros());
    State before = known.get(key);
    doubtful.remove(key);
    if (inSnapshot && before != null && before.over() && !alarm.over()) {
      doubtful.put(key, event);
      return News.DOUBTFUL;
    }
    State state = State.of(alarm);
    known.put(key, state);
    return state.equals(before) ? News.REPEATED : News.NEW;
  }

  /** A bed is gone, and what is told of it. */
  void removed(int handle) {
    doubtful.values().removeIf(event -> event.handle() == handle);
  }

  /**
   * The station has all alarms up to a sequence.
   *
   * @return what was doubtful and lasts after all
   */
  List<Frame.AlarmEvent> endOfSnapshot(Frame.EndOfSnapshot end) {
    inSnapshot = false;
    List<Frame.AlarmEvent> lasting = List.copyOf(doubtful.values());
    doubtful.forEach((key, event) -> known.put(key, State.of(event.alarm())));
    doubtful.clear();
    Frame.AlarmPosition before = position;
    boolean behind =
        before == null || before.instance() != instance || end.alarmSequence() > before.sequence();
    if (behind) {
      position = new Frame.AlarmPosition(instance, end.alarmSequence(), heardMicros);
    }
    return lasting;
  }

  /** A heartbeat came: the position is as of then. */
  void heartbeat(Frame.Heartbeat heartbeat) {
    heardMicros = heartbeat.nowMicros();
    while (!unconfirmed.isEmpty()
        && unconfirmed.getFirst().number() <= heartbeat.alarmsConfirmed()) {
      unconfirmed.removeFirst();
    }
    Frame.AlarmPosition before = position;
    if (!inSnapshot && before != null) {
      position = new Frame.AlarmPosition(instance, before.sequence(), heardMicros);
    }
  }

  /**
   * Since when the oldest alarm waits for the bridge to know that it has come; 0 if none does for
   * longer than some time.
   */
  long unconfirmedSinceNanos(long nowNanos, long graceNanos) {
    Unconfirmed oldest = unconfirmed.peekFirst();
    return oldest != null && nowNanos - oldest.sinceNanos() >= graceNanos ? oldest.sinceNanos() : 0;
  }
}

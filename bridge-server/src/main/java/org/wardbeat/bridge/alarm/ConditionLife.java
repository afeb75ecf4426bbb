package org.wardbeat.bridge.alarm;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.ward.Acknowledgement;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.AlarmState;

/**
 * The newest alarm of one condition of a bed and what has to be known to go on with it. Immutable;
 * each step of its life makes another, or the same if nothing changes that anybody would see.
 *
 * <pre>
 * raised ──▶ ACTIVE ──▶ ENDED
 *              │          ▲
 *              └─▶ LATCHED┘   (too grave to go unseen, and not acknowledged)
 * </pre>
 *
 * @param alarm the alarm
 * @param occupancy of the bed as it was raised
 * @param latching whether it is too grave to go unseen
 * @param sources who says that it lasts, as {@link ConditionSource#bit() bits}
 * @param risenMicros when it became as urgent as it is, UTC microseconds; what was acknowledged
 *     before that does not count
 * @param unseenNanos since when it waits to be acknowledged, monotonic
 * @param confirmed whether a source spoke of it since the bridge started
 * @param formers onsets of the alarms of the condition before this one
 */
record ConditionLife(
    Alarm alarm,
    long occupancy,
    boolean latching,
    int sources,
    long risenMicros,
    long unseenNanos,
    boolean confirmed,
    Formers formers) {
  /**
   * Onsets by the device's clock that are taken: one that is over never lasts again.
   *
   * @param newest the newest of them, the oldest first
   * @param untilDeviceMicros up to this all are, as only the last one of before a restart is known
   */
  record Formers(List<Long> newest, long untilDeviceMicros) {
    private static final Formers NONE = new Formers(List.of(), Long.MIN_VALUE);
    private static final int REMEMBERED = 8;

    private Formers and(long onsetDeviceMicros) {
      List<Long> more = new ArrayList<>(newest);
      more.add(onsetDeviceMicros);
      return new Formers(
          List.copyOf(more.subList(Math.max(0, more.size() - REMEMBERED), more.size())),
          untilDeviceMicros);
    }

    private boolean holds(long onsetDeviceMicros) {
      return newest.contains(onsetDeviceMicros);
    }

    private boolean isTaken(long onsetDeviceMicros) {
      return holds(onsetDeviceMicros) || onsetDeviceMicros <= untilDeviceMicros;
    }
  }

  /** The condition begins to last, whatever was of it before. */
  static ConditionLife raised(
      ConditionChange change,
      ConditionSource source,
      long occupancy,
      Moment now,
      @Nullable ConditionLife before) {
    ConditionChange begun = before == null ? change : before.followedBy(change, now);
    Alarm raised =
        Alarm.raised(
            begun.condition(),
            begun.kind(),
            begun.priority(),
            begun.sign(),
            begun.text(),
            begun.onsetMicros(),
            begun.onsetDeviceMicros());
    long at = Math.max(begun.atMicros(), begun.onsetMicros());
    return new ConditionLife(
        raised.as(begun.priority(), begun.text(), at),
        occupancy,
        begun.latching(),
        source.bit(),
        begun.onsetMicros(),
        now.nanos(),
        true,
        before == null ? Formers.NONE : before.formers.and(before.alarm.onsetDeviceMicros()));
  }

  /** What begins after this one, with an onset that no alarm of the condition had. */
  private ConditionChange followedBy(ConditionChange change, Moment now) {
    long onset = change.onsetDeviceMicros();
    if (!isSame(onset) && !formers.isTaken(onset)) {
      return change;
    }
    long told = Math.max(change.atMicros(), Math.min(alarm.changedMicros(), now.micros()));
    long micros = Math.max(told, change.onsetMicros() + 1);
    long deviceMicros = onset + (micros - change.onsetMicros());
    return change.begunAt(micros, firstFree(deviceMicros));
  }

  private long firstFree(long onsetDeviceMicros) {
    long free = Math.max(onsetDeviceMicros, formers.untilDeviceMicros + 1);
    while (isSame(free) || formers.holds(free)) {
      free++;
    }
    return free;
  }

  /** What was stored of an alarm, of which no source has spoken yet. */
  static ConditionLife stored(AlarmFact.OfAlarm of, long unseenNanos) {
    return new ConditionLife(
        of.alarm(),
        0,
        of.latching(),
        of.sources(),
        of.risenMicros(),
        unseenNanos,
        false,
        new Formers(List.of(), of.alarm().onsetDeviceMicros()));
  }

  boolean isSame(long onsetDeviceMicros) {
    return alarm.onsetDeviceMicros() == onsetDeviceMicros;
  }

  /**
   * Whether the device alone said that it lasts, before the bridge started, and has since gone on
   * to a later one: by its onset a device tells its alarms apart.
   */
  boolean isReplacedBy(ConditionChange change, ConditionSource source) {
    return !confirmed
        && source == ConditionSource.DEVICE
        && sources == ConditionSource.DEVICE.bit()
        && change.onsetDeviceMicros() > alarm.onsetDeviceMicros();
  }

  /** A source says that what lasts lasts on, perhaps more or less urgently. */
  ConditionLife lastsOn(ConditionChange change, ConditionSource source, long nanos) {
    int both = sources | source.bit();
    boolean alone = both == source.bit();
    boolean counts = alone || !alarm.priority().isAbove(change.priority());
    Alarm next = alarm;
    boolean rises = change.priority().isAbove(alarm.priority());
    boolean other = change.priority() != alarm.priority() || !change.text().equals(alarm.text());
    if (counts && other) {
      next = alarm.as(change.priority(), change.text(), later(change.atMicros()));
    }
    return new ConditionLife(
        next,
        occupancy,
        latching || change.latching(),
        both,
        rises ? next.changedMicros() : risenMicros,
        rises ? nanos : unseenNanos,
        true,
        formers);
  }

  /** A source says that the condition does not last. */
  ConditionLife isNormal(ConditionSource source, long atMicros) {
    int others = sources & ~source.bit();
    if (others != 0 || !alarm.active()) {
      return new ConditionLife(
          alarm, occupancy, latching, others, risenMicros, unseenNanos, true, formers);
    }
    return ended(latching, atMicros);
  }

  /** The condition no longer lasts, or no longer matters. */
  ConditionLife ended(boolean latched, long atMicros) {
    long at = Math.max(later(atMicros), alarm.onsetMicros());
    return new ConditionLife(
        alarm.ended(latched, at), occupancy, latching, 0, risenMicros, unseenNanos, true, formers);
  }

  /**
   * Whether it is what somebody saw to, perhaps on another bridge: the same alarm, or the one that
   * lasted then if the other is not known here; and no less urgent then than now.
   */
  boolean isSeenToBy(SharedAct.Acknowledged act) {
    boolean same = isSame(act.onsetDeviceMicros());
    boolean lastedThen =
        !same
            && !formers.holds(act.onsetDeviceMicros())
            && !alarm.over()
            && alarm.onsetMicros() < act.by().micros()
            && risenMicros < act.by().micros();
    return (same || lastedThen)
        && act.by().micros() >= risenMicros
        && !alarm.priority().isAbove(act.priority());
  }

  /** Somebody saw to it. Of several who did, the first counts, so that all bridges agree. */
  ConditionLife acknowledged(Acknowledgement by) {
    Acknowledgement known = alarm.acknowledgement();
    if (known != null && !isBefore(by, known)) {
      return this;
    }
    Alarm seen =
        new Alarm(
            alarm.condition(),
            alarm.kind(),
            alarm.priority(),
            alarm.state() == AlarmState.LATCHED ? AlarmState.ENDED : alarm.state(),
            alarm.sign(),
            alarm.text(),
            alarm.onsetMicros(),
            alarm.onsetDeviceMicros(),
            later(by.micros()),
            alarm.endedMicros(),
            by,
            false);
    return with(seen);
  }

  private static boolean isBefore(Acknowledgement one, Acknowledgement other) {
    return one.micros() != other.micros()
        ? one.micros() < other.micros()
        : one.user().compareTo(other.user()) < 0;
  }

  /** Whether others are to be called as well. */
  boolean isToEscalate(long nanos, long patienceNanos) {
    return !alarm.over()
        && !alarm.acknowledged()
        && !alarm.escalated()
        && alarm.priority() == AlarmPriority.HIGH
        && nanos - unseenNanos >= patienceNanos;
  }

  ConditionLife escalated(long micros) {
    return with(alarm.escalated(later(micros)));
  }

  /** The same in another occupancy, of which no source has spoken since the bridge started. */
  ConditionLife restored(long newOccupancy) {
    return new ConditionLife(
        alarm, newOccupancy, latching, sources, risenMicros, unseenNanos, !alarm.active(), formers);
  }

  private ConditionLife with(Alarm next) {
    return new ConditionLife(
        next, occupancy, latching, sources, risenMicros, unseenNanos, confirmed, formers);
  }

  /** Whether the alarm is the same to who looks at it, and to what is stored. */
  boolean looksLike(@Nullable ConditionLife other) {
    return other != null
        && alarm.equals(other.alarm)
        && latching == other.latching
        && sources == other.sources
        && Objects.equals(alarm.acknowledgement(), other.alarm.acknowledgement());
  }

  private long later(long micros) {
    return Math.max(micros, alarm.changedMicros());
  }
}

package org.wardbeat.bridge.ward;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.wardbeat.bridge.alarm.BedConditions;
import org.wardbeat.bridge.alarm.ConditionChange;
import org.wardbeat.bridge.alarm.ConditionSource;
import org.wardbeat.bridge.alarm.LatchingConditions;
import org.wardbeat.bridge.intake.Observation;
import org.wardbeat.bridge.intake.Quarantine;
import org.wardbeat.bridge.intake.Reason;
import org.wardbeat.bridge.intake.Refusal;
import org.wardbeat.bridge.mqtt.InboundMessage;
import org.wardbeat.wire.ward.Alarm;

/**
 * A bed's alarms as its device tells them: tells news from what came twice or too late, and passes
 * the news on. An alarm is known by its condition and its onset by the device's clock; one that is
 * over never lasts again, so that what lasts again after all is told as another, which began when
 * the device said so. In doubt an alarm is told: one too many can be seen, one too few cannot. Used
 * by one thread.
 */
final class BedAlarms {
  /** Most conditions of a bed that are known at a time. */
  static final int MAX_CONDITIONS = 64;

  /** So long a device may take after a birth to tell again which alarms last. */
  static final long CONFIRMATION_NANOS = TimeUnit.SECONDS.toNanos(10);

  /** Within this after the device's clock was set back its vital signs tell so. */
  private static final long LATE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private static final int REMEMBERED_ONSETS = 8;

  private final PublishedBed bed;
  private final BedConditions conditionsOfBed;
  private final Quarantine quarantine;
  private final Map<String, Condition> conditions = new HashMap<>();
  private boolean unconfirmed;
  private long deadlineNanos;

  BedAlarms(PublishedBed bed, BedConditions conditionsOfBed, Quarantine quarantine) {
    this.bed = bed;
    this.conditionsOfBed = conditionsOfBed;
    this.quarantine = quarantine;
  }

  /** What looked as if it came late, and what carried it. */
  private record Late(Observation.AlarmChange seen, InboundMessage message) {}

  /** What was told last of one condition, and which earlier alarms of it are over. */
  private static final class Condition {
    private Observation.AlarmChange last;
    private Alarm alarm;
    private boolean confirmed = true;

    /** Whether the times of messages tell which of them is newer. */
    private boolean timed = true;

    /** What was taken for late since. */
    private @Nullable Late late;

    private final Deque<Long> over = new ArrayDeque<>();

    private Condition(Observation.AlarmChange last, Alarm alarm) {
      this.last = last;
      this.alarm = alarm;
    }

    private boolean isSame(Observation.AlarmChange seen) {
      return seen.onsetDeviceMicros() == last.onsetDeviceMicros();
    }

    private boolean knows(Observation.AlarmChange seen) {
      boolean mayBeLate = seen.birth() == last.birth(); // a newer birth tells what lasts now
      if (!isSame(seen)) {
        return mayBeLate && over.contains(seen.onsetDeviceMicros());
      }
      return isAsTold(seen) || (mayBeLate && isLate(seen));
    }

    private boolean isLate(Observation.AlarmChange seen) {
      return timed
          && (seen.deviceMicros() < last.deviceMicros()
              || (seen.deviceMicros() == last.deviceMicros() && seen.active() && !alarm.active()));
    }

    private boolean isAsTold(Observation.AlarmChange seen) {
      return seen.active() == alarm.active()
          && seen.priority() == alarm.priority()
          && seen.text().equals(alarm.text());
    }

    /**
     * When an alarm began, by the device's clock: its own, if that is not taken by one of before.
     */
    private long onset(Observation.AlarmChange seen) {
      if (isSame(seen) && (alarm.active() || !seen.active())) {
        return alarm.onsetDeviceMicros();
      }
      boolean taken = isSame(seen) || over.contains(seen.onsetDeviceMicros());
      return taken
          ? Math.max(seen.deviceMicros(), alarm.onsetDeviceMicros() + 1)
          : seen.onsetDeviceMicros();
    }

    private void moveOn(Observation.AlarmChange seen, Alarm now) {
      if (!isSame(seen)) {
        over.addLast(last.onsetDeviceMicros());
        if (over.size() > REMEMBERED_ONSETS) {
          over.removeFirst();
        }
      }
      last = seen;
      alarm = now;
      confirmed = true;
      timed = true;
      late = null;
    }
  }

  /** Takes what the device tells of an alarm. */
  void take(Observation.AlarmChange seen, InboundMessage message, DeviceClock clock) {
    Condition known = conditions.get(seen.condition());
    if (known != null && known.knows(seen)) {
      known.confirmed |= known.isSame(seen);
      if (known.isSame(seen) && !known.isAsTold(seen)) {
        known.late = new Late(seen, message);
      }
      quarantine.count(Reason.DUPLICATE);
      return;
    }
    long onset = known == null ? seen.onsetDeviceMicros() : known.onset(seen);
    Alarm now = alarm(seen, onset, clock);
    boolean another = known == null || onset != known.alarm.onsetDeviceMicros();
    if (known == null) {
      if (!makeRoom(message)) {
        return;
      }
      conditions.put(seen.condition(), new Condition(seen, now));
    } else {
      if (another) {
        end(known, now.changedMicros());
      }
      known.moveOn(seen, now);
    }
    report(now);
  }

  /**
   * The device's clock was set back: times of before say nothing of what is late, and what was just
   * taken for late was not.
   */
  void clockSetBack(InboundMessage message, DeviceClock clock) {
    for (Condition condition : List.copyOf(conditions.values())) {
      Late late = condition.late;
      condition.timed = false;
      condition.late = null;
      if (late != null && message.arrivedNanos() - late.message.arrivedNanos() < LATE_NANOS) {
        take(late.seen, late.message, clock);
      }
    }
  }

  private static Alarm alarm(Observation.AlarmChange seen, long onset, DeviceClock clock) {
    Alarm raised =
        Alarm.raised(
            seen.condition(),
            seen.kind(),
            seen.priority(),
            null,
            seen.text(),
            clock.toBridge(onset),
            onset);
    long micros = clock.toBridge(seen.deviceMicros());
    return seen.active()
        ? raised.as(seen.priority(), seen.text(), micros)
        : raised.ended(false, micros);
  }

  private boolean makeRoom(InboundMessage message) {
    if (conditions.size() < MAX_CONDITIONS) {
      return true;
    }
    for (Iterator<Condition> i = conditions.values().iterator(); i.hasNext(); ) {
      if (!i.next().alarm.active()) {
        i.remove();
        return true;
      }
    }
    quarantine.refuse(
        new Refusal(
            Reason.TOO_MANY_ALARMS,
            message.topic(),
            "expected at most %d conditions of a bed to last at a time; the alarm was refused"
                .formatted(MAX_CONDITIONS)));
    return false;
  }

  /** The device has taken back what it said of a condition. */
  void cleared(String condition, long micros) {
    Condition known = conditions.get(condition);
    if (known != null) {
      end(known, micros);
    }
  }

  /** The patient or the device is another, or the bed is gone: what was before is over. */
  void endAll(long micros) {
    for (Condition condition : conditions.values()) {
      end(condition, micros);
    }
  }

  /** The conditions that last now, by what their device says. */
  List<String> lasting() {
    return conditions.values().stream()
        .filter(condition -> condition.alarm.active())
        .map(condition -> condition.alarm.condition())
        .toList();
  }

  /**
   * Somebody else is said to lie there, with the same device: what it says goes on is told as other
   * alarms, which begin now, since it will not say so again.
   *
   * @param lasted what lasted before {@link #endAll}
   */
  void beginAnew(List<String> lasted, long micros, DeviceClock clock) {
    for (String code : lasted) {
      Condition condition = conditions.get(code);
      if (condition != null && !condition.alarm.active()) {
        Alarm before = condition.alarm;
        long onset = Math.max(micros + clock.aheadMicros(), before.onsetDeviceMicros() + 1);
        condition.alarm =
            Alarm.raised(
                before.condition(),
                before.kind(),
                before.priority(),
                null,
                before.text(),
                micros,
                onset);
        report(condition.alarm);
      }
    }
  }

  /** The device started or connected anew, and has to tell again which alarms last. */
  void expectConfirmation(long nowNanos) {
    unconfirmed = true;
    deadlineNanos = nowNanos + CONFIRMATION_NANOS;
    conditions.values().forEach(condition -> condition.confirmed = false);
  }

  /** The device was heard: what it does not tell any more is over once it had its time. */
  void heard(InboundMessage message) {
    if (!unconfirmed || message.arrivedNanos() - deadlineNanos < 0) {
      return;
    }
    unconfirmed = false;
    for (Condition condition : conditions.values()) {
      if (!condition.confirmed) {
        end(condition, message.arrivedMicros());
      }
    }
  }

  private void end(Condition condition, long micros) {
    Alarm lasting = condition.alarm;
    if (lasting.active()) {
      condition.alarm = lasting.ended(false, micros);
      report(condition.alarm);
    }
  }

  private void report(Alarm alarm) {
    conditionsOfBed.report(
        bed.definition().occupancy(),
        ConditionSource.DEVICE,
        new ConditionChange(
            alarm.condition(),
            alarm.kind(),
            alarm.priority(),
            alarm.sign(),
            alarm.text(),
            alarm.active(),
            LatchingConditions.contains(alarm.condition()),
            alarm.onsetMicros(),
            alarm.onsetDeviceMicros(),
            alarm.changedMicros()));
  }
}

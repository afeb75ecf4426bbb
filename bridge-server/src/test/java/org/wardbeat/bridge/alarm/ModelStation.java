package org.wardbeat.bridge.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmState;

/**
 * What one station knows of a bed, from one bridge, by the announcements alone: it checks that each
 * step is one that the life of an alarm has.
 */
final class ModelStation {
  private final Map<String, Alarm> shown = new TreeMap<>();
  private final Map<String, Alarm> known = new HashMap<>();
  private final Map<String, Alarm> unseen = new TreeMap<>();

  private static String identity(Alarm alarm) {
    return alarm.condition() + "@" + alarm.onsetDeviceMicros();
  }

  /** The bridge began anew: all that is not over comes again. */
  void connectAnew() {
    shown.clear();
  }

  /** Somebody else lies there: what went unseen of the former patient is so rightly. */
  void anotherPatient() {
    unseen.clear();
  }

  /** What is too grave to go unseen, and went though nobody acknowledged it. */
  Map<String, Alarm> unseen() {
    return unseen;
  }

  void take(Alarm alarm) {
    Alarm before = known.put(identity(alarm), alarm);
    if (before != null) {
      assertThat(before.state())
          .as("%s after %s", alarm, before)
          .isLessThanOrEqualTo(alarm.state());
      assertThat(alarm.onsetMicros()).isEqualTo(before.onsetMicros());
      assertThat(alarm.changedMicros()).isGreaterThanOrEqualTo(before.changedMicros());
      boolean rose = alarm.priority().isAbove(before.priority());
      assertThat(before.acknowledged() && !alarm.acknowledged() && !rose)
          .as("an acknowledgement is never taken back: %s after %s", alarm, before)
          .isFalse();
    }
    Alarm there = shown.get(alarm.condition());
    if (alarm.over()) {
      assertThat(there == null || identity(there).equals(identity(alarm))).isTrue();
      shown.remove(alarm.condition());
      if (LatchingConditions.contains(alarm.condition()) && !alarm.acknowledged()) {
        unseen.put(alarm.condition(), alarm);
      }
    } else {
      unseen.remove(alarm.condition());
      assertThat(there == null || identity(there).equals(identity(alarm)))
          .as("at most one alarm of a condition is not over: %s beside %s", alarm, there)
          .isTrue();
      shown.put(alarm.condition(), alarm);
    }
    if (alarm.state() == AlarmState.LATCHED) {
      assertThat(LatchingConditions.contains(alarm.condition())).isTrue();
    }
  }

  Map<String, Alarm> shown() {
    return shown;
  }
}

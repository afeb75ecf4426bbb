package org.wardbeat.station.review;

import java.util.OptionalLong;
import org.wardbeat.wire.ward.Acknowledgement;
import org.wardbeat.wire.ward.Alarm;

/** How long alarms last, and how long they wait. In microseconds. */
final class Spans {
  private Spans() {}

  /** When the condition ended; now, if it lasts. Never before it began. */
  static long end(Alarm alarm, long nowMicros) {
    return Math.max(alarm.onsetMicros(), alarm.active() ? nowMicros : alarm.endedMicros());
  }

  /** How long the condition lasted, or has lasted until now. */
  static long duration(Alarm alarm, long nowMicros) {
    return end(alarm, nowMicros) - alarm.onsetMicros();
  }

  /** From the onset to the acknowledgement; empty if nobody acknowledged it. */
  static OptionalLong response(Alarm alarm) {
    Acknowledgement seen = alarm.acknowledgement();
    return seen == null
        ? OptionalLong.empty()
        : OptionalLong.of(Math.max(0, seen.micros() - alarm.onsetMicros()));
  }

  /** How much of the condition's time lies in a period. */
  static long within(Alarm alarm, long fromMicros, long toMicros, long nowMicros) {
    long from = Math.max(alarm.onsetMicros(), fromMicros);
    long to = Math.min(end(alarm, nowMicros), toMicros);
    return Math.max(0, to - from);
  }
}

package org.wardbeat.bridge.alarm;

import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmKind;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.VitalSign;

/**
 * What a source says of an alarm condition of a bed: that it lasts, or that it does not. The latter
 * is said also of conditions that were never raised, so that what a restart brought back can end.
 *
 * @param condition code of the condition, 1 to {@value Alarm#MAX_CONDITION} characters
 * @param kind what it is about
 * @param priority how urgent it is
 * @param sign the vital sign whose value causes it, null if none does
 * @param text what is shown, at most {@value Alarm#MAX_TEXT} characters
 * @param active whether the condition lasts
 * @param latching whether it is too grave to go unseen once it has ended
 * @param onsetMicros when it began, UTC microseconds on the bridge's clock
 * @param onsetDeviceMicros the same by the device's clock, which identifies the alarm
 * @param atMicros when this came to be so, UTC microseconds on the bridge's clock
 */
public record ConditionChange(
    String condition,
    AlarmKind kind,
    AlarmPriority priority,
    @Nullable VitalSign sign,
    String text,
    boolean active,
    boolean latching,
    long onsetMicros,
    long onsetDeviceMicros,
    long atMicros) {

  /** A condition that does not last, whether or not it ever did. */
  public static ConditionChange normal(String condition, AlarmKind kind, long atMicros) {
    return new ConditionChange(
        condition, kind, AlarmPriority.LOW, null, "", false, false, atMicros, atMicros, atMicros);
  }

  /** The same, come to be so at another time. */
  ConditionChange at(long micros) {
    return timed(onsetMicros, onsetDeviceMicros, micros);
  }

  /**
   * The same, of which nothing is later than now: nobody tells what is to come, but a clock that is
   * ahead and not mapped yet says so. The onset by the device's clock stays: the alarm is known by
   * it.
   */
  ConditionChange notAfter(long nowMicros) {
    return onsetMicros <= nowMicros && atMicros <= nowMicros
        ? this
        : timed(Math.min(onsetMicros, nowMicros), onsetDeviceMicros, Math.min(atMicros, nowMicros));
  }

  /** The same, which began later: an alarm that is over never lasts again. */
  ConditionChange begunAt(long micros, long deviceMicros) {
    return timed(micros, deviceMicros, Math.max(atMicros, micros));
  }

  private ConditionChange timed(long onset, long onsetDevice, long at) {
    return new ConditionChange(
        condition, kind, priority, sign, text, active, latching, onset, onsetDevice, at);
  }
}

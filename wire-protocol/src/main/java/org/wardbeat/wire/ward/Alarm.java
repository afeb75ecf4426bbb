package org.wardbeat.wire.ward;

import org.jspecify.annotations.Nullable;

/**
 * An alarm of a bed at one moment. Within a bed it is identified by its condition and onset, so
 * that bridges which see the same data agree.
 *
 * @param condition code of the alarm condition, 1 to {@value #MAX_CONDITION} characters and not
 *     only white space
 * @param kind what it is about
 * @param priority how urgent it is
 * @param state where it is in its life
 * @param sign the vital sign whose value causes it, null if none does
 * @param text what is shown, at most {@value #MAX_TEXT} characters
 * @param onsetMicros when the condition began, UTC microseconds on the bridge's clock
 * @param onsetDeviceMicros the same by the device's own clock, which identifies the alarm
 * @param changedMicros when this state of it began, UTC microseconds on the bridge's clock
 * @param endedMicros when the condition ended, on the same clock; 0 while it lasts
 * @param acknowledgement who saw to it; null if nobody has yet
 * @param escalated whether it waits for so long that others than the bed's nurses are called
 */
public record Alarm(
    String condition,
    AlarmKind kind,
    AlarmPriority priority,
    AlarmState state,
    @Nullable VitalSign sign,
    String text,
    long onsetMicros,
    long onsetDeviceMicros,
    long changedMicros,
    long endedMicros,
    @Nullable Acknowledgement acknowledgement,
    boolean escalated) {
  /** Longest code of a condition, in characters. */
  public static final int MAX_CONDITION = 64;

  /** Longest text, in characters. */
  public static final int MAX_TEXT = 128;

  /**
   * @throws IllegalArgumentException if the condition's code is missing, a text is too long, or the
   *     state contradicts the end or the acknowledgement
   */
  public Alarm {
    requireCondition(condition);
    if (text.length() > MAX_TEXT) {
      throw new IllegalArgumentException(
          "text: expected at most %d characters, got %d".formatted(MAX_TEXT, text.length()));
    }
    if ((state == AlarmState.ACTIVE) != (endedMicros == 0)) {
      throw new IllegalArgumentException(
          "endedMicros: expected 0 just while the condition lasts, got %d of an alarm that is %s"
              .formatted(endedMicros, state));
    }
    if (state == AlarmState.LATCHED && acknowledgement != null) {
      throw new IllegalArgumentException(
          "state: expected no alarm to stay latched once it is acknowledged");
    }
  }

  static void requireCondition(String condition) {
    if (condition.isBlank() || condition.length() > MAX_CONDITION) {
      throw new IllegalArgumentException(
          "condition: expected 1 to %d characters, got %d"
              .formatted(MAX_CONDITION, condition.strip().length()));
    }
  }

  /** An alarm that begins: its condition lasts and nobody has seen to it. */
  public static Alarm raised(
      String condition,
      AlarmKind kind,
      AlarmPriority priority,
      @Nullable VitalSign sign,
      String text,
      long onsetMicros,
      long onsetDeviceMicros) {
    return new Alarm(
        condition,
        kind,
        priority,
        AlarmState.ACTIVE,
        sign,
        text,
        onsetMicros,
        onsetDeviceMicros,
        onsetMicros,
        0,
        null,
        false);
  }

  /** Whether its condition lasts. */
  public boolean active() {
    return state == AlarmState.ACTIVE;
  }

  /** Whether it is over: nothing of it is shown or waits for anybody. */
  public boolean over() {
    return state == AlarmState.ENDED;
  }

  /** Whether somebody saw to it. */
  public boolean acknowledged() {
    return acknowledgement != null;
  }

  /** The same of another priority or text. */
  public Alarm as(AlarmPriority newPriority, String newText, long micros) {
    return new Alarm(
        condition,
        kind,
        newPriority,
        state,
        sign,
        newText,
        onsetMicros,
        onsetDeviceMicros,
        micros,
        endedMicros,
        newPriority.isAbove(priority) ? null : acknowledgement,
        escalated);
  }

  /** The same, whose condition has ended. */
  public Alarm ended(boolean latched, long micros) {
    return new Alarm(
        condition,
        kind,
        priority,
        latched && acknowledgement == null ? AlarmState.LATCHED : AlarmState.ENDED,
        sign,
        text,
        onsetMicros,
        onsetDeviceMicros,
        micros,
        endedMicros == 0 ? micros : endedMicros,
        acknowledgement,
        escalated);
  }

  /**
   * The same, acknowledged; one that is latched is over with that. If it was acknowledged before,
   * it stays as it is.
   */
  public Alarm acknowledged(Acknowledgement by) {
    if (acknowledgement != null) {
      return this;
    }
    return new Alarm(
        condition,
        kind,
        priority,
        state == AlarmState.LATCHED ? AlarmState.ENDED : state,
        sign,
        text,
        onsetMicros,
        onsetDeviceMicros,
        by.micros(),
        endedMicros,
        by,
        false);
  }

  /** The same, for which others are called as well. */
  public Alarm escalated(long micros) {
    return new Alarm(
        condition,
        kind,
        priority,
        state,
        sign,
        text,
        onsetMicros,
        onsetDeviceMicros,
        micros,
        endedMicros,
        acknowledgement,
        true);
  }
}

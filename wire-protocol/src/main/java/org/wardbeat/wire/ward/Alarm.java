package org.wardbeat.wire.ward;

/**
 * An alarm of a bed at one moment. Within a bed it is identified by its condition and onset, so
 * that bridges which see the same data agree.
 *
 * @param condition code of the alarm condition, 1 to {@value #MAX_CONDITION} characters and not
 *     only white space
 * @param priority how urgent it is
 * @param active whether the condition lasts
 * @param text what is shown, at most {@value #MAX_TEXT} characters
 * @param onsetMicros when the condition began, UTC microseconds on the bridge's clock
 * @param onsetDeviceMicros the same by the device's own clock, which identifies the alarm
 * @param changedMicros when this state of it began, UTC microseconds on the bridge's clock
 */
public record Alarm(
    String condition,
    AlarmPriority priority,
    boolean active,
    String text,
    long onsetMicros,
    long onsetDeviceMicros,
    long changedMicros) {
  /** Longest code of a condition, in characters. */
  public static final int MAX_CONDITION = 64;

  /** Longest text, in characters. */
  public static final int MAX_TEXT = 128;

  /**
   * @throws IllegalArgumentException if the condition's code is missing or a text is too long
   */
  public Alarm {
    if (condition.isBlank() || condition.length() > MAX_CONDITION) {
      throw new IllegalArgumentException(
          "condition: expected 1 to %d characters, got %d"
              .formatted(MAX_CONDITION, condition.strip().length()));
    }
    if (text.length() > MAX_TEXT) {
      throw new IllegalArgumentException(
          "text: expected at most %d characters, got %d".formatted(MAX_TEXT, text.length()));
    }
  }
}

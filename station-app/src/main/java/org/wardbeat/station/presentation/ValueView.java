package org.wardbeat.station.presentation;

/**
 * One number of a sector.
 *
 * @param text as it is written, {@link Formats#INVALID} if there is none
 * @param tone how it is coloured
 * @param fill priority of the alarm that it causes, in whose colour its cell is filled; {@link
 *     Severity#NONE} if it causes none
 * @param limitOff whether its limits are not watched
 */
public record ValueView(String text, Tone tone, Severity fill, boolean limitOff) {
  /** How a number is coloured. */
  public enum Tone {
    /** In the colour of its parameter. */
    FRESH,
    /** Grey: no longer fresh, or not known. */
    DIM
  }

  /** A number that causes no alarm and whose limits are watched. */
  public ValueView(String text, Tone tone) {
    this(text, tone, Severity.NONE, false);
  }

  /** Not known: {@code ---} in grey. */
  static final ValueView UNKNOWN = new ValueView(Formats.INVALID, Tone.DIM);

  /** The source says that it has no valid value: {@code ---} in the parameter's colour. */
  static final ValueView NONE = new ValueView(Formats.INVALID, Tone.FRESH);

  /** The same as the cause of an alarm, or without limits. */
  ValueView marked(Severity cause, boolean withoutLimits) {
    return cause == fill && withoutLimits == limitOff
        ? this
        : new ValueView(text, tone, cause, withoutLimits);
  }

  ValueView dimmed() {
    return new ValueView(text, Tone.DIM, fill, limitOff);
  }
}

package org.wardbeat.station.presentation;

/**
 * One number of a sector.
 *
 * @param text as it is written, {@link Formats#INVALID} if there is none
 * @param tone how it is coloured
 */
public record ValueView(String text, Tone tone) {
  /** How a number is coloured. */
  public enum Tone {
    /** In the colour of its parameter. */
    FRESH,
    /** Grey: no longer fresh, or not known. */
    DIM
  }

  /** Not known: {@code ---} in grey. */
  static final ValueView UNKNOWN = new ValueView(Formats.INVALID, Tone.DIM);

  /** The source says that it has no valid value: {@code ---} in the parameter's colour. */
  static final ValueView NONE = new ValueView(Formats.INVALID, Tone.FRESH);

  ValueView dimmed() {
    return new ValueView(text, Tone.DIM);
  }
}

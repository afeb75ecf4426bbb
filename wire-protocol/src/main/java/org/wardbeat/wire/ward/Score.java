package org.wardbeat.wire.ward;

import java.util.List;

/**
 * An early warning score of a bed.
 *
 * @param kind which score
 * @param version which edition of it, for example {@code RCP 2017}; at most {@value #MAX_VERSION}
 *     characters
 * @param total its points; {@value #NO_TOTAL} unless all inputs are valid
 * @param band what the points mean; {@link Band#NONE} without a total
 * @param trend points above the total of about an hour before; 0 if there was none
 * @param sinceMicros when total or band became this, UTC microseconds on the bridge's clock
 * @param inputs what it is made of, in the order of {@link ScoreParameter}
 */
public record Score(
    Kind kind,
    String version,
    int total,
    Band band,
    int trend,
    long sinceMicros,
    List<ScoreInput> inputs) {
  /** Stands for no total. */
  public static final int NO_TOTAL = -1;

  /** Greatest total. */
  public static final int MAX_TOTAL = 100;

  /** Longest version, in characters. */
  public static final int MAX_VERSION = 32;

  /** The scores. Ordinal: wire number. */
  public enum Kind {
    /** National Early Warning Score 2, Royal College of Physicians. */
    NEWS2,
    /** Modified Early Warning Score. */
    MEWS
  }

  /** What the points call for. Ordinal: wire number. */
  public enum Band {
    /** Nothing is known. */
    NONE,
    /** Routine monitoring. */
    LOW,
    /** One input alone is far off. */
    LOW_MEDIUM,
    /** Urgent review. */
    MEDIUM,
    /** Emergency. */
    HIGH
  }

  public Score {
    inputs = List.copyOf(inputs);
  }

  /** Whether all inputs are valid. */
  public boolean hasTotal() {
    return total != NO_TOTAL;
  }
}

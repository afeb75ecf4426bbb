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

  /**
   * @throws IllegalArgumentException if a part is out of its range, there is a band without a total
   *     or a total without a band, or the inputs are out of order
   */
  public Score {
    inputs = List.copyOf(inputs);
    if (version.length() > MAX_VERSION) {
      throw new IllegalArgumentException(
          "version: expected at most %d characters, got %d"
              .formatted(MAX_VERSION, version.length()));
    }
    requireRange("total", total, NO_TOTAL);
    requireRange("trend", trend, -MAX_TOTAL);
    if ((total == NO_TOTAL) != (band == Band.NONE)) {
      throw new IllegalArgumentException(
          "band: expected NONE just without a total, got %s with %d".formatted(band, total));
    }
    requireOrder(inputs);
  }

  private static void requireRange(String name, int value, int least) {
    if (value < least || value > MAX_TOTAL) {
      throw new IllegalArgumentException(
          "%s: expected %d to %d, got %d".formatted(name, least, MAX_TOTAL, value));
    }
  }

  private static void requireOrder(List<ScoreInput> inputs) {
    for (int i = 1; i < inputs.size(); i++) {
      if (inputs.get(i).parameter().compareTo(inputs.get(i - 1).parameter()) <= 0) {
        throw new IllegalArgumentException(
            "inputs: expected each parameter at most once and in order, got %s again or late"
                .formatted(inputs.get(i).parameter()));
      }
    }
  }

  /** Whether all inputs are valid. */
  public boolean hasTotal() {
    return total != NO_TOTAL;
  }
}

package org.wardbeat.wire.ward;

/**
 * What somebody observed.
 *
 * @param parameter what it is of
 * @param value the number that stands for it, within the parameter's range
 */
public record ScoreEntry(ScoreParameter parameter, int value) {
  /**
   * @throws IllegalArgumentException if the value is out of range
   */
  public ScoreEntry {
    if (value < parameter.least() || value > parameter.most()) {
      throw new IllegalArgumentException(
          "%s: expected %d to %d, got %d"
              .formatted(parameter, parameter.least(), parameter.most(), value));
    }
  }
}

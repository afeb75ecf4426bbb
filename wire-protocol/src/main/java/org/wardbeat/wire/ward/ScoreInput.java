package org.wardbeat.wire.ward;

/**
 * One input of a score.
 *
 * @param parameter what it is of
 * @param state whether there is a value that still counts
 * @param source where the value is from; of a missing one, where it should be from
 * @param value the number that stands for it, at most {@value VitalSign#MAX_FIXED} either way,
 *     since a device may measure what nobody could enter; 0 if missing
 * @param points what it adds to the score, 0 to {@value Score#MAX_TOTAL}; 0 unless it is valid
 * @param measuredMicros when it was observed, UTC microseconds on the bridge's clock; 0 if missing
 * @param expiresMicros when it stops to count, on the same clock; 0 if it was measured by a device
 *     and counts as long as that goes on, or is missing
 * @param user who entered it, at most {@value Operator#MAX_USER} characters; empty for a device
 */
public record ScoreInput(
    ScoreParameter parameter,
    State state,
    Source source,
    int value,
    int points,
    long measuredMicros,
    long expiresMicros,
    String user) {
  /**
   * @throws IllegalArgumentException if a part is out of its range, or contradicts the state
   */
  public ScoreInput {
    if (Math.abs((long) value) > VitalSign.MAX_FIXED) {
      throw new IllegalArgumentException(
          "%s: expected a value of at most %d either way, got %d"
              .formatted(parameter, VitalSign.MAX_FIXED, value));
    }
    if (points < 0 || points > Score.MAX_TOTAL || (state != State.VALID && points != 0)) {
      throw new IllegalArgumentException(
          "%s: expected 0 to %d points, and 0 of an input that is %s, got %d"
              .formatted(parameter, Score.MAX_TOTAL, state, points));
    }
    if (state == State.MISSING && (value != 0 || measuredMicros != 0 || expiresMicros != 0)) {
      throw new IllegalArgumentException(
          "%s: expected neither value nor times of an input that is missing".formatted(parameter));
    }
    Operator.requireUserOrNobody(user);
  }

  /** Whether there is a value that still counts. Ordinal: wire number. */
  public enum State {
    /** It counts. */
    VALID,
    /** There is none. */
    MISSING,
    /** It is too old. */
    EXPIRED
  }

  /** Where a value is from. Ordinal: wire number. */
  public enum Source {
    /** Measured by a device. */
    DEVICE,
    /** Entered by somebody. */
    MANUAL
  }
}

package org.wardbeat.wire.ward;

/**
 * One input of a score.
 *
 * @param parameter what it is of
 * @param state whether there is a value that still counts
 * @param source where the value is from; of a missing one, where it should be from
 * @param value the number that stands for it; 0 if missing
 * @param points what it adds to the score; 0 unless it is valid
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

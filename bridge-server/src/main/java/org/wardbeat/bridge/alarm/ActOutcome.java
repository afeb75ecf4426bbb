package org.wardbeat.bridge.alarm;

import org.wardbeat.wire.frame.Frame.Outcome;

/**
 * What became of an act.
 *
 * @param outcome whether it is done and stored
 * @param reason why not, in words for the operator; empty if it is done
 */
public record ActOutcome(Outcome outcome, String reason) {
  /** It is done and stored. */
  static final ActOutcome DONE = new ActOutcome(Outcome.DONE, "");

  static ActOutcome refused(String reason) {
    return new ActOutcome(Outcome.REFUSED, reason);
  }

  static ActOutcome conflict(String reason) {
    return new ActOutcome(Outcome.CONFLICT, reason);
  }

  static ActOutcome failed(String reason) {
    return new ActOutcome(Outcome.FAILED, reason);
  }
}

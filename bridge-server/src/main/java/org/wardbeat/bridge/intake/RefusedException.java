package org.wardbeat.bridge.intake;

/** A message is refused. Carries no stack trace: it is about the message, not about the bridge. */
final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  RefusedException(Reason reason, String place, String sentence) {
    super(place + ": " + sentence, null, false, false);
    refusal = new Refusal(reason, place, sentence);
  }

  Refusal refusal() {
    return refusal;
  }
}

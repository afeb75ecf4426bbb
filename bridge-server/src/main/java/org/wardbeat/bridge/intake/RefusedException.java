package org.wardbeat.bridge.intake;

/** A message is refused. Carries no stack trace: it is about the message, not about the bridge. */
public final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  /**
   * @param place the topic, followed by the place in its payload if there is one
   * @param sentence what was expected instead; holds nothing of a patient
   */
  public RefusedException(Reason reason, String place, String sentence) {
    super(place + ": " + sentence, null, false, false);
    refusal = new Refusal(reason, place, sentence);
  }

  /** What is refused, and why. */
  public Refusal refusal() {
    return refusal;
  }
}

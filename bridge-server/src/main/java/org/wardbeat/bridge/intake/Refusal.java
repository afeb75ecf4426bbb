package org.wardbeat.bridge.intake;

/**
 * Something that was not taken.
 *
 * @param reason why, for counting
 * @param place the topic, followed by the place in its payload if there is one
 * @param sentence what was expected instead; holds nothing of a patient
 */
public record Refusal(Reason reason, String place, String sentence) {
  @Override
  public String toString() {
    return place + ": " + sentence;
  }
}

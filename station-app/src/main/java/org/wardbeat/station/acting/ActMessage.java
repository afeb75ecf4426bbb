package org.wardbeat.station.acting;

/**
 * What became of an act, shown next to its button for a few seconds.
 *
 * @param tone how it went
 * @param text in words for the operator; empty if there is nothing to say
 */
public record ActMessage(Tone tone, String text) {
  /** How an act went. */
  public enum Tone {
    /** The bridge has not answered yet. */
    WAITING,
    /** The bridge says that it is done. */
    DONE,
    /** It is not done, or not known to be. */
    NOT_DONE
  }

  /** Nothing to say. */
  public static final ActMessage NONE = new ActMessage(Tone.DONE, "");
}

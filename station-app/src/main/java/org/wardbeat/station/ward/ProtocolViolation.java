package org.wardbeat.station.ward;

/** A well-formed frame that must not come now. The message is one sentence. */
public final class ProtocolViolation extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param message one sentence
   */
  public ProtocolViolation(String message) {
    super(message, null, false, false);
  }
}

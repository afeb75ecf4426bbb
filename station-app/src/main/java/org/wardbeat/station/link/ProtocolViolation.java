package org.wardbeat.station.link;

/** A well-formed frame that must not come now. The message is one sentence. */
final class ProtocolViolation extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param message one sentence
   */
  ProtocolViolation(String message) {
    super(message, null, false, false);
  }
}

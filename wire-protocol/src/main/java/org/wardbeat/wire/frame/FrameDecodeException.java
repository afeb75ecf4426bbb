package org.wardbeat.wire.frame;

/**
 * Bytes are not a frame. The message is one sentence that names the frame type, the field and what
 * was expected there, and holds nothing of the bytes but numbers. It carries no stack trace.
 */
public final class FrameDecodeException extends Exception {
  private static final long serialVersionUID = 1L;

  private final DecodeError error;

  /**
   * @param error the kind of error
   * @param message one sentence
   */
  public FrameDecodeException(DecodeError error, String message) {
    super(message, null, false, false);
    this.error = error;
  }

  /** The kind of error. */
  public DecodeError error() {
    return error;
  }
}

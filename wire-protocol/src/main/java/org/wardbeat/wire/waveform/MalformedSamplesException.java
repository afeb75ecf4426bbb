package org.wardbeat.wire.waveform;

/** A block of samples is not what {@link WaveformCodec} writes. It carries no stack trace. */
public final class MalformedSamplesException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param message one sentence that says what was expected
   */
  public MalformedSamplesException(String message) {
    super(message, null, false, false);
  }
}

package org.wardbeat.station.sound;

/** A device that cannot be had or does not play any more; the message is told to the user. */
public final class SoundFailure extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param message why, one sentence without a full stop
   */
  public SoundFailure(String message) {
    super(message);
  }

  /**
   * @param message why, one sentence without a full stop
   * @param cause what was thrown
   */
  public SoundFailure(String message, Throwable cause) {
    super(message, cause);
  }
}

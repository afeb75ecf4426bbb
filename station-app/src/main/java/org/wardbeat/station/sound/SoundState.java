package org.wardbeat.station.sound;

/**
 * What of the alarms can be heard. Times are on the clock of {@link System#nanoTime()}.
 *
 * @param mode whether they can
 * @param sinceNanos since when it is so
 * @param pausedUntilNanos when the pause ends by itself; 0 unless it is one
 * @param toneHeardNanos when a device was last seen to play a burst; 0 if never
 * @param device the device in use, empty if there is none
 * @param problem why nothing can be heard, one sentence without a full stop; empty if it can
 */
public record SoundState(
    Mode mode,
    long sinceNanos,
    long pausedUntilNanos,
    long toneHeardNanos,
    String device,
    String problem) {
  /** Whether alarms can be heard. */
  public enum Mode {
    /** They can. */
    ON,
    /** They could, but are held back for a time. */
    PAUSED,
    /** The station was started without sound. */
    OFF,
    /** No device plays, or nobody could hear it. */
    NO_SOUND
  }
}

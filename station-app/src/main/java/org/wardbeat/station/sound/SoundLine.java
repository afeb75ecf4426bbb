package org.wardbeat.station.sound;

import java.util.Optional;

/**
 * An open line to a device, which plays what is written without pause. Used by one thread. A frame
 * is one signed 16-bit sample, played on all loudspeakers.
 */
public interface SoundLine extends AutoCloseable {
  /** The device's name. */
  String name();

  /** Frames played in a second. */
  int framesPerSecond();

  /**
   * How many frames a write takes now without waiting.
   *
   * @throws SoundFailure if the device is gone
   */
  int writable() throws SoundFailure;

  /**
   * Hands frames to the device.
   *
   * @param length at most {@link #writable()}
   * @throws SoundFailure if the device does not take them
   */
  void write(short[] frames, int offset, int length) throws SoundFailure;

  /**
   * How many frames the device has played since the line was opened.
   *
   * @throws SoundFailure if the device is gone
   */
  long playedFrames() throws SoundFailure;

  /** Why nobody can hear what the device plays; empty if nothing speaks against it. */
  Optional<String> problem();

  @Override
  void close();
}

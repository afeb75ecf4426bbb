package org.wardbeat.station.sound;

import java.util.Set;

/** Where lines come from. Used by one thread at a time. */
@FunctionalInterface
public interface SoundDevices {
  /** Those of the operating system, through the JDK: ALSA, PulseAudio, WASAPI, Core Audio. */
  static SoundDevices ofSystem() {
    return new JavaSoundDevices();
  }

  /**
   * Opens a line on a device that works.
   *
   * @param avoided names of lines that failed of late; taken only if there is no other
   * @throws SoundFailure if there is none
   */
  SoundLine open(Set<String> avoided) throws SoundFailure;
}

package org.wardbeat.station.sound;

/** What screens need of the sound. No method waits for a device. */
public interface SoundControl {
  /**
   * From now on this is to sound. To be said again and again, also while it stays the same: a
   * screen that falls silent for 6 s is taken for one that stands still, and sounds. Any thread.
   */
  void demand(SoundDemand demand);

  /**
   * Looks for a device at once, if there is none, and plays a test tone as soon as no alarm sounds.
   * That it was heard is told by {@link SoundState#toneHeardNanos()}. Any thread.
   */
  void test();

  /** What can be heard now. Any thread. */
  SoundState state();
}

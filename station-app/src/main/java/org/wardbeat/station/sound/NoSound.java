package org.wardbeat.station.sound;

import org.wardbeat.station.sound.SoundState.Mode;

/** A station that was started without sound, such as a second display beside one that sounds. */
public final class NoSound implements SoundControl {
  private final SoundState state;

  /**
   * @param nowNanos the present time on the clock of {@link System#nanoTime()}
   */
  public NoSound(long nowNanos) {
    state = new SoundState(Mode.OFF, nowNanos, 0, 0, "", "The station was started without sound");
  }

  @Override
  public void demand(SoundDemand demand) {}

  @Override
  public void test() {}

  @Override
  public SoundState state() {
    return state;
  }
}

package org.wardbeat.systemtests;

import org.wardbeat.station.sound.SoundControl;
import org.wardbeat.station.sound.SoundDemand;
import org.wardbeat.station.sound.SoundState;

/** A sound that works, so that the banner tells of what else is tested. */
final class WorkingSpeaker implements SoundControl {
  private final SoundState state =
      new SoundState(SoundState.Mode.ON, System.nanoTime(), 0, 0, "test", "");

  @Override
  public void demand(SoundDemand demand) {
    // Nobody listens.
  }

  @Override
  public void test() {
    // Nobody listens.
  }

  @Override
  public SoundState state() {
    return state;
  }
}

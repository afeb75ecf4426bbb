package org.wardbeat.station.overview;

import java.util.concurrent.atomic.AtomicInteger;
import org.wardbeat.station.sound.SoundControl;
import org.wardbeat.station.sound.SoundDemand;
import org.wardbeat.station.sound.SoundState;

/** A sound that a test hears. */
final class FakeSound implements SoundControl {
  private volatile SoundState state =
      new SoundState(SoundState.Mode.ON, Links.NANOS - 60_000_000_000L, 0, 0, "speaker", "");

  private final AtomicInteger tests = new AtomicInteger();
  private volatile SoundDemand demand = SoundDemand.NONE;

  /** What can be heard from now on. */
  void become(SoundState.Mode mode) {
    state = new SoundState(mode, Links.NANOS - 60_000_000_000L, 0, 0, "", "No device");
  }

  /** How often a tone was asked for. */
  int tests() {
    return tests.get();
  }

  /** What is to sound. */
  SoundDemand demanded() {
    return demand;
  }

  @Override
  public void demand(SoundDemand wanted) {
    demand = wanted;
  }

  @Override
  public void test() {
    tests.incrementAndGet();
  }

  @Override
  public SoundState state() {
    return state;
  }
}

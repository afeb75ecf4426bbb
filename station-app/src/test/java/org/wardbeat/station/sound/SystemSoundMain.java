package org.wardbeat.station.sound;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.wardbeat.station.sound.SoundState.Mode;
import org.wardbeat.wire.ward.AlarmPriority;

/**
 * Lets a high alarm sound on the system's device, as a process of its own, and says how it went.
 */
public final class SystemSoundMain {
  private static final long TICK_NANOS = 10_000_000;
  private static final int MOST_TICKS = 1_000;
  private static final int TICKS_OF_A_BURST = 100;

  private SystemSoundMain() {}

  /**
   * Writes what could be heard, as a line. The device is expected to play at once; time is counted
   * in ticks, so that the same is played on a slow computer.
   *
   * @param args none
   */
  public static void main(String[] args) throws InterruptedException {
    SoundState state = new SoundState(Mode.NO_SOUND, 0, 0, 0, "", SoundWorker.NOTHING_YET);
    SoundWorker worker =
        new SoundWorker(SoundDevices.ofSystem(), Volume.DEFAULT, Set.of(), state, 0);
    SoundDemand high =
        new SoundDemand(Set.of(new SoundingAlarm("test", AlarmPriority.HIGH)), 0, false);
    int left = MOST_TICKS;
    for (int tick = 1; left > 0; tick++, left--) {
      worker.tick(high, tick * TICK_NANOS);
      state = worker.state();
      boolean failed = !state.problem().isEmpty() && state.device().isEmpty();
      if (failed || state.toneHeardNanos() != 0) {
        left = Math.min(left, failed ? 1 : TICKS_OF_A_BURST);
      }
      TimeUnit.MILLISECONDS.sleep(1);
    }
    worker.close();
    System.out.println(state.mode() + "|" + state.problem());
  }
}

package org.wardbeat.station.sound;

import java.util.Set;

/**
 * What is to sound now.
 *
 * @param alarms those that nobody has acknowledged and whose sound is not paused at their bed
 * @param pausedUntilNanos until when all sound of the station is paused, on the clock of {@link
 *     System#nanoTime()}; 0 if it is not
 * @param cutOff whether no alarm can reach the station, which sounds by itself
 */
public record SoundDemand(Set<SoundingAlarm> alarms, long pausedUntilNanos, boolean cutOff) {
  /** Silence. */
  public static final SoundDemand NONE = new SoundDemand(Set.of(), 0, false);

  public SoundDemand {
    alarms = Set.copyOf(alarms);
  }

  /** The same while no alarm can reach the station. */
  SoundDemand whileCutOff() {
    return new SoundDemand(alarms, pausedUntilNanos, true);
  }

  boolean isPaused(long nowNanos) {
    return pausedUntilNanos != 0 && pausedUntilNanos - nowNanos > 0;
  }
}

package org.wardbeat.station.presentation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.sound.SoundDemand;
import org.wardbeat.station.sound.SoundingAlarm;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.InactivationState;

/**
 * Says what is to sound: what waits for somebody, unless the sound of its bed or unit is paused.
 * What latched goes on to sound, as IEC 60601-1-8 has it of latching alarm signals. Confined to one
 * thread.
 */
final class SoundPresenter {
  /** A station that has just been started is given so long to reach its bridge. */
  private static final long START_NANOS = 10_000_000_000L;

  private final Set<SoundingAlarm> alarms = new HashSet<>();
  private long startNanos;
  private boolean started;
  private long pausedUntilMicros;
  private long pausedUntilNanos;
  private SoundDemand last = SoundDemand.NONE;

  /**
   * @param conditions those of each bed, in the order of the beds
   * @param nowMicros the bridge's present time
   * @param nowNanos the local monotonic clock
   */
  SoundDemand present(
      List<BedSnapshot> beds,
      List<List<Condition>> conditions,
      BedHold.Board held,
      LinkPhase phase,
      long nowMicros,
      long nowNanos) {
    if (!started) {
      started = true;
      startNanos = nowNanos;
    }
    boolean starting = phase == LinkPhase.NEVER_CONNECTED && nowNanos - startNanos < START_NANOS;
    alarms.clear();
    for (int i = 0; !phase.isCutOff() && i < beds.size(); i++) {
      BedId bed = beds.get(i).id();
      if (held.audioOf(bed.unit()) == null && held.at(bed).audio() == null) {
        addWaiting(bed, conditions.get(i));
      }
    }
    SoundDemand demand =
        new SoundDemand(
            alarms,
            pausedUntilNanos(AudioView.pauseOfAll(beds, held), nowMicros, nowNanos),
            phase.isCutOff() && !starting);
    last = demand.equals(last) ? last : demand;
    return last;
  }

  private void addWaiting(BedId bed, List<Condition> conditions) {
    for (Condition condition : conditions) {
      AlarmPriority priority = priority(condition.severity());
      if (condition.look().waits() && priority != null) {
        Alarm alarm = condition.alarm();
        String id =
            alarm == null
                ? bed + " " + condition.kind()
                : bed + " " + alarm.condition() + " " + alarm.onsetDeviceMicros();
        alarms.add(new SoundingAlarm(id, priority));
      }
    }
  }

  private static @Nullable AlarmPriority priority(Severity severity) {
    return switch (severity) {
      case HIGH -> AlarmPriority.HIGH;
      case MEDIUM -> AlarmPriority.MEDIUM;
      case LOW -> AlarmPriority.LOW;
      case NONE -> null;
    };
  }

  /** Converted once for each pause, so that what is to sound stays the same while it lasts. */
  private long pausedUntilNanos(@Nullable InactivationState pause, long nowMicros, long nowNanos) {
    if (pause == null) {
      pausedUntilMicros = 0;
      return 0;
    }
    if (pause.untilMicros() != pausedUntilMicros) {
      pausedUntilMicros = pause.untilMicros();
      pausedUntilNanos = nowNanos + (pause.untilMicros() - nowMicros) * 1_000;
    }
    return pausedUntilNanos;
  }
}

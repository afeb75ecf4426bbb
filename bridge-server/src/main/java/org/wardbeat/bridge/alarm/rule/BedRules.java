package org.wardbeat.bridge.alarm.rule;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wardbeat.bridge.alarm.ConditionChange;
import org.wardbeat.bridge.alarm.score.BedScores;
import org.wardbeat.bridge.alarm.score.Entered;
import org.wardbeat.wire.ward.AlarmLimits;
import org.wardbeat.wire.ward.DeviceStatus;
import org.wardbeat.wire.ward.Limit;
import org.wardbeat.wire.ward.PatientCategory;
import org.wardbeat.wire.ward.Score;
import org.wardbeat.wire.ward.VitalSign;

/**
 * Decides which conditions of a bed last: of its vital signs, its equipment and its early warning
 * scores. What is said of vital signs depends on the source's messages and their times alone, so
 * that bridges which see the same data agree. Used by the bed's ward loop alone.
 *
 * <p>Evaluation begins from zero after a dropout, where electrodes come off, when alarms are no
 * longer held back, with other limits, and with another patient or device; what lasted ends then. A
 * bed without a patient is not watched.
 */
public final class BedRules {
  private static final VitalSign[] SIGNS = VitalSign.values();
  private static final long SCORES_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long STANDSTILL_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final DeviceTimes times;
  private final BedScores.Vitals vitals;
  private final Map<VitalSign, SignWatch> bySign = new EnumMap<>(VitalSign.class);
  private final SignWatch[] signs; // of the same, for walking through them without allocation
  private final SourceTime time;
  private final TechnicalWatch technical;
  private final BedScores scores;
  private final Map<Score.Kind, BandWatch> bands = new EnumMap<>(Score.Kind.class);
  private final DropOut dropOut = new DropOut();

  private PatientCategory profile = PatientCategory.ADULT;
  private boolean occupied;
  private boolean inhibited;
  private boolean watching;
  private long lastDeviceMicros;
  private long nowMicros;
  private long aheadMicros;
  private long tickNanos;
  private long scoredNanos;
  private boolean scoresDue = true;

  /**
   * Rules for a bed nobody lies in yet.
   *
   * @param times maps the clock of the bed's device
   * @param vitals the bed's last readings
   * @param told takes what changes, on the caller's thread, within the call that changes it
   * @param nowNanos monotonic nanoseconds
   */
  public BedRules(
      RuleSettings settings,
      DeviceTimes times,
      BedScores.Vitals vitals,
      Consumer<ConditionChange> told,
      long nowNanos) {
    this.times = times;
    this.vitals = vitals;
    time = new SourceTime(settings.technical().silence());
    for (VitalSign sign : SIGNS) {
      bySign.put(sign, new SignWatch(sign, settings, told));
    }
    signs = bySign.values().toArray(SignWatch[]::new);
    technical = new TechnicalWatch(settings.technical(), told, nowNanos);
    scores = new BedScores(settings.scores());
    for (Score.Kind kind : settings.scores().kinds()) {
      bands.put(kind, new BandWatch(kind, settings.scores().settled(), told));
    }
    tickNanos = nowNanos;
    scoredNanos = nowNanos;
  }

  private final class DropOut implements TechnicalWatch.Outcome {
    @Override
    public void droppedOut() {
      for (SignWatch sign : signs) {
        sign.dropOut(time, nowMicros);
      }
    }

    @Override
    public void leadsOff() {
      for (VitalSign sign : SIGNS) {
        if (needsElectrodes(sign)) {
          watch(sign).dropOut(time, nowMicros);
        }
      }
    }
  }

  private SignWatch watch(VitalSign sign) {
    return Objects.requireNonNull(bySign.get(sign));
  }

  private static boolean needsElectrodes(VitalSign sign) {
    return switch (sign) {
      case HR, RR, PVC, ST_I, ST_II -> true;
      case PULSE, SPO2, TEMP, NIBP_SYS, NIBP_DIA, NIBP_MEAN, ETCO2 -> false;
    };
  }

  /**
   * By what the bed is judged from now on.
   *
   * @param limits its limits
   * @param heldBack whether no condition is to be evaluated
   * @param entries what somebody observed of who lies in the bed
   */
  public void judge(
      AlarmLimits limits, boolean heldBack, Collection<Entered> entries, long nanos, long micros) {
    nowMicros = micros;
    profile = limits.profile();
    int next = 0;
    for (VitalSign sign : SIGNS) {
      @Nullable Limit limit = null;
      if (next < limits.limits().size() && limits.limits().get(next).sign() == sign) {
        limit = limits.limits().get(next++);
      }
      watch(sign).watch(limit, time, micros);
    }
    scores.enter(List.copyOf(entries));
    scoresDue = true;
    inhibited = heldBack;
    follow(nanos);
  }

  /** Watching begins or ends. */
  private void follow(long nanos) {
    boolean watch = occupied && !inhibited;
    if (watch && !watching) {
      technical.resume(nanos);
      for (SignWatch sign : signs) {
        sign.restart(time);
      }
    } else if (!watch) {
      for (SignWatch sign : signs) {
        sign.reset(time, nowMicros);
      }
      technical.inhibit(nowMicros);
      bands.values().forEach(band -> band.reset(nowMicros));
    }
    watching = watch;
  }

  /** Another patient or device comes: what was before is over, and is said to be. */
  public void replaced(long nanos, long micros) {
    nowMicros = micros;
    for (SignWatch sign : signs) {
      sign.forget(time, micros);
    }
    technical.forget(micros);
    for (BandWatch band : bands.values()) {
      band.reset(micros);
      band.forget();
    }
    scores.clear();
    scoresDue = true;
  }

  /**
   * Who and what is at the bed from now on.
   *
   * @param device identifier of the device, empty if there is none
   * @param patient whether somebody lies in the bed
   * @param newBirth whether the device started or connected anew
   * @param deviceMicros when the device wrote this, by its clock
   */
  public void born(
      String device,
      boolean patient,
      boolean newBirth,
      long deviceMicros,
      long nanos,
      long micros) {
    nowMicros = micros;
    if (newBirth) {
      technical.born(device, nanos);
      lastDeviceMicros = deviceMicros;
    }
    occupied = patient;
    follow(nanos);
  }

  /**
   * The device told its technical state.
   *
   * @param timed whether it said when that began
   * @param deviceMicros when, by its clock; means nothing unless timed
   */
  public void status(
      DeviceStatus status, boolean timed, long deviceMicros, long nanos, long micros) {
    nowMicros = micros;
    technical.status(status, timed, timed ? deviceMicros : lastDeviceMicros, nanos);
    settleTechnical(nanos);
  }

  /** Samples came that ended then by the device's clock, and were so old on their arrival. */
  public void sampled(long deviceMicros, long ageMicros, long arrivedNanos) {
    if (!time.begun()) {
      technical.heard(arrivedNanos, ageMicros);
      lastDeviceMicros = deviceMicros;
    }
  }

  /**
   * A message with vital signs begins. Its readings follow, then {@link #end}.
   *
   * @param deviceMicros when the device wrote it, by its clock
   * @param ageMicros how old it was on its arrival, as far as the clocks tell
   * @param arrivedNanos when it arrived, monotonic
   * @param micros when it arrived, UTC microseconds on the bridge's clock
   */
  public void begin(long deviceMicros, long ageMicros, long arrivedNanos, long micros) {
    nowMicros = micros;
    lastDeviceMicros = deviceMicros;
    technical.heard(arrivedNanos, ageMicros);
    if (!time.advance(deviceMicros, arrivedNanos)) {
      for (SignWatch sign : signs) {
        sign.dropOut(time, times.toBridge(deviceMicros));
      }
    }
  }

  /**
   * A reading of the message.
   *
   * @param sign which vital sign
   * @param available whether the device has a valid value
   * @param fixed the value in whole steps
   * @param deviceMicros when it was measured, by the device's clock
   */
  public void reading(VitalSign sign, boolean available, int fixed, long deviceMicros) {
    watch(sign).take(available, fixed, deviceMicros, time);
  }

  /** The message ends: what it changes is told. */
  public void end(long nanos) {
    if (watching) {
      for (SignWatch sign : signs) {
        sign.settle(time, times);
      }
      settleTechnical(nanos);
    }
  }

  /** A message came now that belongs to a birth that is over. */
  public void overtaken(long nanos) {
    technical.overtaken(nanos);
  }

  /** Whether it has to be checked who lies in the bed; told with the next tick. */
  public void doubt(boolean whoLiesThere) {
    technical.doubt(whoLiesThere);
  }

  /** A message of the bed was refused. */
  public void refused(long nanos) {
    technical.refused(nanos);
  }

  /**
   * Time goes on. To be called several times a second, whether or not messages come.
   *
   * @param nanos now, monotonic
   * @param micros now, UTC microseconds on the bridge's clock
   * @param clockAheadMicros how far the device's clock is ahead of the bridge's
   * @return whether {@link #scores()} changed
   */
  public boolean tick(long nanos, long micros, long clockAheadMicros) {
    nowMicros = micros;
    aheadMicros = clockAheadMicros;
    if (nanos - tickNanos > STANDSTILL_NANOS) {
      technical.stoodStill(nanos);
    }
    tickNanos = nanos;
    settleTechnical(nanos);
    if (!scoresDue && nanos - scoredNanos < SCORES_NANOS) {
      return false;
    }
    scoresDue = false;
    scoredNanos = nanos;
    return score(nanos);
  }

  private void settleTechnical(long nanos) {
    if (watching) {
      technical.settle(nanos, nowMicros, lastDeviceMicros, aheadMicros, dropOut);
    }
  }

  private boolean score(long nanos) {
    if (!occupied || profile != PatientCategory.ADULT) {
      boolean had = !scores.scores().isEmpty();
      scores.clear();
      bands.values().forEach(band -> band.reset(nowMicros));
      return had;
    }
    boolean changed = scores.evaluate(vitals, nowMicros, nanos);
    if (watching) {
      for (Score score : scores.scores()) {
        Objects.requireNonNull(bands.get(score.kind()))
            .take(score, nanos, nowMicros, lastDeviceMicros);
      }
    }
    return changed;
  }

  /** The early warning scores as of the last change; empty if none is made for the bed. */
  public List<Score> scores() {
    return scores.scores();
  }
}

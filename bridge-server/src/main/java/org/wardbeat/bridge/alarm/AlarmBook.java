package org.wardbeat.bridge.alarm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.ward.Acknowledgement;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.InactivationState;

/**
 * All that is known of alarms, changed by drafts only: one that could not be stored can be thrown
 * away. Confined to one thread.
 */
final class AlarmBook {
  private final AlarmSettings settings;
  private final DefaultLimits defaults;
  private final Map<BedId, BedLife> beds = new LinkedHashMap<>();
  private final Map<HoldKey, TimedHold> holds = new LinkedHashMap<>();
  private final long startNanos;
  private long clockOffsetMicros;

  /** A hold and when it ends, monotonic. */
  record TimedHold(Hold hold, long endNanos) {}

  AlarmBook(AlarmSettings settings, DefaultLimits defaults, Moment now) {
    this.settings = settings;
    this.defaults = defaults;
    startNanos = now.nanos();
    clockOffsetMicros = offset(now);
  }

  private static long offset(Moment now) {
    return now.micros() - TimeUnit.NANOSECONDS.toMicros(now.nanos());
  }

  AlarmSettings settings() {
    return settings;
  }

  /** A draft of what comes next, as of a moment. */
  AlarmDraft draft(Moment now) {
    return new AlarmDraft(this, now);
  }

  /** What a draft came to is so from now on. */
  void adopt(AlarmDraft draft) {
    draft.beds().forEach(bed -> beds.put(bed.id, bed));
    holds.putAll(draft.holds());
    if (draft.isTick()) {
      clockOffsetMicros = offset(draft.now());
    }
  }

  /** By how much the time of day was set since the last tick, in microseconds. */
  long stepMicros(Moment now) {
    return offset(now) - clockOffsetMicros;
  }

  /** For how long the bridge runs. */
  long runningNanos(Moment now) {
    return now.nanos() - startNanos;
  }

  @Nullable BedLife bed(BedId id) {
    return beds.get(id);
  }

  BedLife unknown(BedId id) {
    return new BedLife(id, defaultsOf(id, 0));
  }

  LimitsInForce defaultsOf(BedId id, long version) {
    return LimitsInForce.defaults(version, defaults.of(id));
  }

  Collection<BedLife> beds() {
    return beds.values();
  }

  Map<HoldKey, TimedHold> holds() {
    return holds;
  }

  /** Takes in what was stored, as the bridge starts. */
  void restore(List<AlarmFact> facts, Moment now) {
    for (AlarmFact fact : facts) {
      switch (fact) {
        case AlarmFact.OfAlarm of -> restore(of, now);
        case AlarmFact.OfLimits of -> {
          if (!of.limits().isDefault()) {
            known(of.bed()).limits = of.limits();
          } else {
            known(of.bed()).limits = defaultsOf(of.bed(), of.limits().version());
          }
        }
        case AlarmFact.OfHold of -> {
          Hold hold = of.hold();
          holds.put(HoldKey.of(hold.state()), timed(hold, now));
        }
        case AlarmFact.OfEntry of ->
            known(of.bed()).entries.put(of.observed().entry().parameter(), of.observed());
        case AlarmFact.OfOccupant of -> {
          known(of.bed()).patient = of.patient();
          known(of.bed()).device = of.device();
        }
        case AlarmFact.OfStay of -> {
          known(of.bed()).stay = of.stay();
          known(of.bed()).check = of.check();
        }
        case AlarmFact.OfAct of -> {
          // What was done is kept for the record; what it came to is among the other facts.
        }
      }
    }
  }

  private BedLife known(BedId id) {
    return beds.computeIfAbsent(id, this::unknown);
  }

  private void restore(AlarmFact.OfAlarm of, Moment now) {
    long waited = now.micros() - Math.max(of.risenMicros(), of.alarm().onsetMicros());
    long patience = TimeUnit.NANOSECONDS.toMicros(settings.escalation().toNanos());
    long waitedNanos = TimeUnit.MICROSECONDS.toNanos(Math.clamp(waited, 0, patience));
    known(of.bed())
        .conditions
        .put(of.alarm().condition(), ConditionLife.stored(of, now.nanos() - waitedNanos));
  }

  /**
   * A hold that lasts as long as its planned end says, but never longer than it was meant to,
   * however the clock was set.
   */
  static TimedHold timed(Hold hold, Moment now) {
    long whole = hold.state().untilMicros() - hold.state().sinceMicros();
    long left = hold.state().untilMicros() - now.micros();
    return new TimedHold(
        hold, now.nanos() + TimeUnit.MICROSECONDS.toNanos(Math.clamp(left, 0, Math.max(0, whole))));
  }

  /** By what the alarms of a bed are judged. */
  BedAlarming alarming(BedId id, long version) {
    BedLife bed = Objects.requireNonNullElseGet(beds.get(id), () -> unknown(id));
    List<InactivationState> inactivations =
        holds.entrySet().stream()
            .filter(held -> held.getKey().covers(id) && held.getValue().hold().state().active())
            .map(held -> held.getValue().hold().state())
            .sorted(Comparator.comparing(InactivationState::bed).reversed())
            .toList();
    return new BedAlarming(
        version, bed.limits, defaults.of(id), inactivations, bed.entries, bed.lying());
  }

  /**
   * What every other bridge should know, what is over included: one that was cut off may take it
   * for lasting, or for unseen.
   */
  List<SharedAct> shared() {
    List<SharedAct> acts = new ArrayList<>();
    holds.values().stream()
        .map(TimedHold::hold)
        .forEach(hold -> acts.add(new SharedAct.Held(hold)));
    for (BedLife bed : beds.values()) {
      String patient = bed.patient == null ? "" : bed.patient;
      if (!bed.stay.equals(StayInForce.UNSAID)) {
        acts.add(new SharedAct.Stayed(bed.id, bed.stay));
      }
      if (!bed.limits.isDefault()) {
        acts.add(new SharedAct.Limited(bed.id, patient, bed.limits));
      }
      bed.entries
          .values()
          .forEach(entry -> acts.add(new SharedAct.Entered(bed.id, patient, entry)));
      for (ConditionLife life : bed.conditions.values()) {
        Acknowledgement by = life.alarm().acknowledgement();
        if (by != null) {
          acts.add(SharedAct.Acknowledged.of(bed.id, life.alarm(), by));
        }
      }
    }
    return acts;
  }
}

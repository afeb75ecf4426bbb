package org.wardbeat.bridge.ward;

import java.util.ArrayList;
import java.util.List;
import org.wardbeat.bridge.alarm.BedAlarming;
import org.wardbeat.bridge.alarm.BedConditions;
import org.wardbeat.bridge.alarm.ConditionChange;
import org.wardbeat.bridge.alarm.ConditionSource;
import org.wardbeat.bridge.alarm.Observed;
import org.wardbeat.bridge.alarm.rule.BedRules;
import org.wardbeat.bridge.alarm.rule.DeviceTimes;
import org.wardbeat.bridge.alarm.rule.RuleSettings;
import org.wardbeat.bridge.alarm.score.Entered;
import org.wardbeat.bridge.intake.Observation;
import org.wardbeat.bridge.mqtt.InboundMessage;
import org.wardbeat.wire.ward.Score;

/** Tells a bed's rules what comes, and the life of its alarms what the rules say. One thread. */
final class BedWatch {
  private static final long UNJUDGED = -1;

  private final PublishedBed bed;
  private final BedConditions conditions;
  private final DeviceTimes times;
  private final BedRules rules;
  private long judgedVersion = UNJUDGED;
  private volatile List<Score> scores = List.of();

  BedWatch(
      PublishedBed bed,
      BedConditions conditions,
      RuleSettings settings,
      DeviceTimes times,
      long nowNanos) {
    this.bed = bed;
    this.conditions = conditions;
    this.times = times;
    rules =
        new BedRules(settings, times, sign -> bed.numerics().reading(sign), this::report, nowNanos);
  }

  private void report(ConditionChange change) {
    conditions.report(bed.definition().occupancy(), ConditionSource.RULES, change);
  }

  /** The early warning scores. Any thread. */
  List<Score> scores() {
    return scores;
  }

  /**
   * Another patient or device comes, or the bed goes: what was before is over.
   *
   * @param samePatient whether only the device is another: what was entered of the patient counts
   *     on
   */
  void replaced(boolean samePatient, long nanos, long micros) {
    rules.replaced(nanos, micros);
    scores = rules.scores();
    if (samePatient) {
      judgedVersion = UNJUDGED;
    }
  }

  /** Who and what is at the bed from now on, which the life of its alarms knows already. */
  void born(Observation.Birth birth, boolean newBirth, InboundMessage message) {
    rules.born(
        birth.device(),
        bed.definition().patient() != null,
        newBirth,
        birth.deviceMicros(),
        message.arrivedNanos(),
        message.arrivedMicros());
    judge(message.arrivedNanos(), message.arrivedMicros());
  }

  /** Somebody else or nobody lies there from now on, as a person says; the device is the same. */
  void lies(long nanos, long micros) {
    rules.born(
        bed.definition().device(), bed.definition().patient() != null, false, 0, nanos, micros);
    judge(nanos, micros);
  }

  private void judge(long nanos, long micros) {
    BedAlarming alarming = conditions.alarming();
    if (alarming.version() == judgedVersion) {
      return;
    }
    judgedVersion = alarming.version();
    List<Entered> entries = new ArrayList<>();
    for (Observed observed : alarming.entries().values()) {
      entries.add(
          new Entered(
              observed.entry().parameter(),
              observed.entry().value(),
              observed.micros(),
              observed.user()));
    }
    rules.judge(alarming.limits().limits(), alarming.inhibited(), entries, nanos, micros);
  }

  /** Takes a new technical state. */
  void status(Observation.Status seen, InboundMessage message) {
    rules.status(
        seen.status(),
        seen.deviceMicros().isPresent(),
        seen.deviceMicros().orElse(0),
        message.arrivedNanos(),
        message.arrivedMicros());
  }

  /** Takes vital signs, which the bed has published. */
  void numerics(Observation.Numerics seen, InboundMessage message) {
    if (message.retained()) {
      return; // nobody knows how old they are
    }
    rules.begin(
        seen.deviceMicros(),
        message.arrivedMicros() - times.toBridge(seen.deviceMicros()),
        message.arrivedNanos(),
        message.arrivedMicros());
    List<Observation.Value> values = seen.values();
    for (int i = 0; i < values.size(); i++) {
      Observation.Value value = values.get(i);
      rules.reading(value.sign(), value.available(), value.fixed(), value.deviceMicros());
    }
    rules.end(message.arrivedNanos());
  }

  /** Takes notice of samples. */
  void sampled(Observation.Samples seen, InboundMessage message) {
    if (!message.retained()) {
      rules.sampled(
          seen.endDeviceMicros(),
          message.arrivedMicros() - times.toBridge(seen.endDeviceMicros()),
          message.arrivedNanos());
    }
  }

  /** What belongs to a birth that is over goes on coming. */
  void overtaken(InboundMessage message) {
    if (!message.retained()) {
      rules.overtaken(message.arrivedNanos());
    }
  }

  /** A message of the bed was refused. */
  void refused(InboundMessage message) {
    rules.refused(message.arrivedNanos());
  }

  /** Time goes on; returns whether the scores changed. */
  boolean tick(long nanos, long micros, long clockAheadMicros) {
    judge(nanos, micros);
    rules.doubt(bed.definition().check());
    boolean changed = rules.tick(nanos, micros, clockAheadMicros);
    if (changed) {
      scores = rules.scores();
    }
    return changed;
  }
}

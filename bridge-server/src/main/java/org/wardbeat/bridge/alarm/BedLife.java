package org.wardbeat.bridge.alarm;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.ScoreParameter;

/** All that is known of a bed's alarms. Confined to one thread; a draft changes a copy. */
final class BedLife {
  /** What a source said while it could not be heeded. */
  record Withheld(ConditionChange change, ConditionSource source) {}

  /** What tells apart what is withheld. */
  record WithheldKey(String condition, ConditionSource source) {}

  /** What tells apart what is meant for somebody who may be about to come. */
  record ForNext(String patient, Object what) {}

  /** What another bridge did for somebody who may be about to come, and when it was heard. */
  record Meant(SharedAct act, long heardNanos) {}

  final BedId id;
  final Map<String, ConditionLife> conditions = new LinkedHashMap<>();
  final Map<WithheldKey, Withheld> withheld = new LinkedHashMap<>();
  final Map<String, SharedAct.Acknowledged> early = new LinkedHashMap<>();
  final Map<ScoreParameter, Observed> entries = new EnumMap<>(ScoreParameter.class);
  final Map<ForNext, Meant> forNext = new LinkedHashMap<>();
  LimitsInForce limits;
  StayInForce stay = StayInForce.UNSAID;

  /** Whether it has to be checked who lies there. */
  boolean check;

  /** Whom the device names, null if nobody or if it has not been heard. */
  @Nullable Patient named;

  /** Who lies there; null if nobody has said yet. */
  @Nullable String patient;

  String device = "";
  long occupancy;

  /** Whether the ward has it now. */
  boolean present;

  /** Until when sources must have spoken of what a restart brought back, monotonic. */
  long confirmationNanos;

  /** Whether there is something of which sources must speak until then. */
  boolean unconfirmed;

  BedLife(BedId id, LimitsInForce limits) {
    this.id = id;
    this.limits = limits;
  }

  BedLife copy() {
    BedLife copy = new BedLife(id, limits);
    copy.conditions.putAll(conditions);
    copy.withheld.putAll(withheld);
    copy.early.putAll(early);
    copy.entries.putAll(entries);
    copy.forNext.putAll(forNext);
    copy.stay = stay;
    copy.check = check;
    copy.named = named;
    copy.patient = patient;
    copy.device = device;
    copy.occupancy = occupancy;
    copy.present = present;
    copy.confirmationNanos = confirmationNanos;
    copy.unconfirmed = unconfirmed;
    return copy;
  }

  /** What is known of who lies there. */
  Lying lying() {
    boolean occupied = patient != null && !patient.isEmpty();
    return new Lying(stay.stay(), check, present ? occupancy : 0, occupied, device);
  }
}

package org.wardbeat.bridge.alarm;

import org.jspecify.annotations.Nullable;
import org.wardbeat.bridge.alarm.AlarmBook.TimedHold;
import org.wardbeat.wire.ward.Acknowledgement;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.InactivationState;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Operator;
import org.wardbeat.wire.ward.ScoreEntry;
import org.wardbeat.wire.ward.ScoreParameter;

/** What operators want, here and at other bridges, written into a draft. */
final class Acts {
  private Acts() {}

  /** Does what an operator of this bridge wants, or says why not. */
  static ActOutcome perform(AlarmDraft draft, Operator operator, Operation operation) {
    ActOutcome outcome =
        switch (operation) {
          case Operation.Acknowledge of -> acknowledge(draft, operator, of);
          case Operation.Inactivate of -> new HoldActs(draft, operator).inactivate(of);
          case Operation.SetLimits of -> setLimits(draft, operator, of);
          case Operation.EnterObservations of -> enter(draft, operator, of);
          case Operation.Admit of -> new PeopleActs(draft, operator).admit(of);
          case Operation.Confirm of -> new PeopleActs(draft, operator).confirm(of);
          case Operation.Discharge of -> new PeopleActs(draft, operator).discharge(of);
          case Operation.Transfer of -> new PeopleActs(draft, operator).transfer(of);
          case Operation.Assign of -> new PeopleActs(draft, operator).assign(of);
          case Operation.HandOver of -> new PeopleActs(draft, operator).handOver(of);
        };
    if (outcome.equals(ActOutcome.DONE)) {
      draft.store(new AlarmFact.OfAct(draft.now().micros(), operator, operation));
    }
    return outcome;
  }

  private static ActOutcome acknowledge(
      AlarmDraft draft, Operator operator, Operation.Acknowledge of) {
    BedLife known = draft.look(of.bed());
    ConditionLife life = known == null ? null : known.conditions.get(of.condition());
    if (life == null || !life.isSame(of.onsetDeviceMicros())) {
      return ActOutcome.refused("There is no such alarm any more.");
    }
    if (life.alarm().acknowledged()) {
      return ActOutcome.DONE;
    }
    if (life.alarm().over()) {
      return ActOutcome.refused("The alarm was over before it was acknowledged.");
    }
    Acknowledgement by =
        new Acknowledgement(operator.user(), Math.max(draft.now().micros(), life.risenMicros()));
    draft.share(SharedAct.Acknowledged.of(of.bed(), life.alarm(), by));
    draft.put(draft.bed(of.bed()), life.acknowledged(by));
    return ActOutcome.DONE;
  }

  /** Whose alarms a bed's are, empty if nobody's. */
  static String patient(@Nullable BedLife bed) {
    return bed == null || bed.patient == null ? "" : bed.patient;
  }

  private static ActOutcome setLimits(AlarmDraft draft, Operator operator, Operation.SetLimits of) {
    BedLife known = draft.look(of.bed());
    if (known == null || !known.present) {
      return ActOutcome.refused("This bridge knows no such bed.");
    }
    if (known.limits.version() != of.baseVersion()) {
      return ActOutcome.refused(
          "%s meanwhile. Look at what they are now and set them again."
              .formatted(
                  known.limits.isDefault()
                      ? "The limits became the unit's"
                      : known.limits.user() + " changed the limits"));
    }
    long micros = draft.now().micros();
    BedLife bed = draft.bed(of.bed());
    LimitsInForce limits =
        new LimitsInForce(
            Math.max(micros, known.limits.version() + 1),
            of.limits(),
            operator.user(),
            micros,
            of.reason(),
            draft.book().settings().bridge());
    draft.setLimits(bed, limits);
    draft.share(new SharedAct.Limited(of.bed(), patient(bed), limits));
    return ActOutcome.DONE;
  }

  private static ActOutcome enter(
      AlarmDraft draft, Operator operator, Operation.EnterObservations of) {
    BedLife known = draft.look(of.bed());
    if (known == null || !known.present) {
      return ActOutcome.refused("This bridge knows no such bed.");
    }
    BedLife bed = draft.bed(of.bed());
    for (ScoreEntry entry : of.entries()) {
      Observed before = bed.entries.get(entry.parameter());
      long micros =
          before == null
              ? draft.now().micros()
              : Math.max(draft.now().micros(), before.micros() + 1);
      Observed observed =
          new Observed(entry, operator.user(), micros, draft.book().settings().bridge());
      draft.enter(bed, observed);
      draft.share(new SharedAct.Entered(of.bed(), patient(bed), observed));
    }
    return ActOutcome.DONE;
  }

  /** Takes in what another bridge did. Done again, or in another order, it comes to the same. */
  static void merge(AlarmDraft draft, SharedAct act) {
    switch (act) {
      case SharedAct.Acknowledged of -> merge(draft, of);
      case SharedAct.Held of -> merge(draft, of);
      case SharedAct.Limited of -> {
        BedLife bed = bedOf(draft, of.bed(), of.patient(), "limits", act);
        if (bed != null && of.limits().isAfter(bed.limits)) {
          draft.setLimits(bed, of.limits());
        }
      }
      case SharedAct.Stayed of -> {
        BedLife bed = draft.bed(of.bed());
        if (of.stay().isAfter(bed.stay)) {
          draft.setStay(bed, of.stay());
        }
      }
      case SharedAct.Entered of -> {
        ScoreParameter what = of.observed().entry().parameter();
        BedLife bed = bedOf(draft, of.bed(), of.patient(), what, act);
        if (bed != null) {
          Observed before = bed.entries.get(what);
          if (before == null || of.observed().isAfter(before)) {
            draft.enter(bed, of.observed());
          }
        }
      }
    }
  }

  private static void merge(AlarmDraft draft, SharedAct.Acknowledged of) {
    BedLife bed = draft.bed(of.bed());
    ConditionLife life = bed.conditions.get(of.condition());
    if (life != null && life.isSeenToBy(of)) {
      draft.put(bed, life.acknowledged(of.by()));
    }
    if (life == null || life.alarm().onsetDeviceMicros() < of.onsetDeviceMicros()) {
      bed.early.put(of.condition(), of);
    }
  }

  private static void merge(AlarmDraft draft, SharedAct.Held of) {
    Hold hold = of.hold();
    InactivationState state = hold.state();
    TimedHold before = draft.hold(HoldKey.of(state));
    boolean news = before == null || hold.isAfter(before.hold());
    boolean ours =
        state.bed().isEmpty()
            || bedOf(draft, new BedId(state.unit(), state.bed()), hold.patient(), state.kind(), of)
                != null;
    if (news && ours) {
      TimedHold timed = AlarmBook.timed(hold, draft.now());
      boolean past = state.active() && timed.endNanos() <= draft.now().nanos();
      draft.setHold(
          past ? new TimedHold(hold.ended(), timed.endNanos()) : timed, draft.now().micros());
    }
  }

  /**
   * The bed, if it is of the patient for whom something was meant. If not, null, and it waits a
   * while: the other bridge may only have heard sooner of who comes.
   */
  private static @Nullable BedLife bedOf(
      AlarmDraft draft, BedId id, String patient, Object what, SharedAct act) {
    BedLife bed = draft.bed(id);
    if (bed.patient == null) {
      bed.patient = patient;
      draft.store(new AlarmFact.OfOccupant(id, patient, bed.device, false));
    }
    if (patient.equals(bed.patient)) {
      return bed;
    }
    draft.keepForNext(bed, patient, what, act);
    return null;
  }
}

package org.wardbeat.bridge.alarm;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.ward.Admission;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Operation.BedVersion;
import org.wardbeat.wire.ward.Operator;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.Stay;

/**
 * What operators say of who lies where and who sees to whom, written into a draft. Each act names
 * the versions it was made on; where one of them is another by now, nothing is done.
 */
final class PeopleActs {
  private static final String UNKNOWN_BED = "This bridge knows no such bed.";

  private final AlarmDraft draft;
  private final Operator operator;

  PeopleActs(AlarmDraft draft, Operator operator) {
    this.draft = draft;
    this.operator = operator;
  }

  ActOutcome admit(Operation.Admit of) {
    BedLife bed = draft.look(of.at().bed());
    ActOutcome stale = stale(bed, of.at());
    if (stale != null || bed == null) {
      return stale == null ? ActOutcome.refused(UNKNOWN_BED) : stale;
    }
    if (of.birthDate().isAfter(today())) {
      return ActOutcome.refused("The birth date is in the future.");
    }
    String taken = whyTaken(bed);
    if (!taken.isEmpty()) {
      return ActOutcome.refused(taken);
    }
    BedId elsewhere = bedOf(of.patient());
    if (elsewhere != null) {
      return ActOutcome.refused(
          "A patient with this identifier lies in bed %s. Transfer or discharge them there."
              .formatted(elsewhere.bed()));
    }
    say(bed, bed.stay.stay().nurse(), admission(bed, of.patient(), of.birthDate(), false));
    return ActOutcome.DONE;
  }

  ActOutcome confirm(Operation.Confirm of) {
    BedLife bed = draft.look(of.at().bed());
    ActOutcome stale = stale(bed, of.at());
    if (stale != null || bed == null) {
      return stale == null ? ActOutcome.refused(UNKNOWN_BED) : stale;
    }
    if (!bed.device.equals(of.device())) {
      return ActOutcome.conflict(
          "Another device came to bed %s meanwhile. Look at it and confirm again."
              .formatted(bed.id.bed()));
    }
    Stay stay = bed.stay.stay();
    Patient shown = stay.occupant(bed.named);
    if (shown == null) {
      return ActOutcome.refused("Nobody lies in bed %s.".formatted(bed.id.bed()));
    }
    String identifier = shown.identifier().isBlank() ? of.identifier() : shown.identifier();
    if (!identifier.strip().equals(of.identifier().strip())) {
      return ActOutcome.refused(
          "This is not the identifier shown for bed %s. If somebody else lies there, correct it at the device or discharge first."
              .formatted(bed.id.bed()));
    }
    Admission before = stay.admission();
    boolean same = before != null && before.isOf(shown);
    if (of.birthDate().isAfter(today())
        || (same && before != null && !before.birthDate().equals(of.birthDate()))) {
      return ActOutcome.refused(
          "This is not the birth date of whom bed %s shows.".formatted(bed.id.bed()));
    }
    boolean byDevice = !(same && before != null && !before.named());
    Patient who = new Patient(identifier, shown.familyName(), shown.givenName());
    say(bed, stay.nurse(), admission(bed, who, of.birthDate(), byDevice));
    return ActOutcome.DONE;
  }

  ActOutcome discharge(Operation.Discharge of) {
    BedLife bed = draft.look(of.at().bed());
    ActOutcome stale = stale(bed, of.at());
    if (stale != null || bed == null) {
      return stale == null ? ActOutcome.refused(UNKNOWN_BED) : stale;
    }
    String kept = whyKept(bed, of.identifier(), of.birthDate());
    if (!kept.isEmpty()) {
      return ActOutcome.refused(kept);
    }
    say(bed, bed.stay.stay().nurse(), null);
    return ActOutcome.DONE;
  }

  ActOutcome transfer(Operation.Transfer of) {
    BedLife from = draft.look(of.from().bed());
    BedLife to = draft.look(of.to().bed());
    ActOutcome stale = stale(from, of.from());
    ActOutcome alsoStale = stale == null ? stale(to, of.to()) : stale;
    if (alsoStale != null || from == null || to == null) {
      return alsoStale == null ? ActOutcome.refused(UNKNOWN_BED) : alsoStale;
    }
    String taken = whyTaken(to);
    String kept = taken.isEmpty() ? whyKept(from, of.identifier(), of.birthDate()) : taken;
    if (!kept.isEmpty()) {
      return ActOutcome.refused(kept);
    }
    Admission leaves = from.stay.stay().admission();
    if (from.check || from.named != null || leaves == null) {
      return ActOutcome.refused(
          "Check and confirm who lies in bed %s first.".formatted(from.id.bed()));
    }
    move(from, to, leaves);
    return ActOutcome.DONE;
  }

  /** What was set for the patient goes along, what was set for the beds stays behind. */
  private void move(BedLife from, BedLife to, Admission leaves) {
    LimitsInForce limits = from.limits;
    List<Observed> entries = new ArrayList<>(from.entries.values());
    say(from, from.stay.stay().nurse(), null);
    say(to, to.stay.stay().nurse(), admission(to, leaves.patient(), leaves.birthDate(), false));
    BedLife bed = draft.bed(to.id);
    String patient = PatientDigest.of(leaves.patient());
    String bridge = draft.book().settings().bridge();
    if (!limits.isDefault()) {
      LimitsInForce moved =
          new LimitsInForce(
              Math.max(draft.now().micros(), bed.limits.version() + 1),
              limits.limits(),
              limits.user(),
              limits.setMicros(),
              limits.reason(),
              bridge);
      draft.setLimits(bed, moved);
      draft.share(new SharedAct.Limited(to.id, patient, moved));
    }
    for (Observed entry : entries) {
      draft.enter(bed, entry);
      draft.share(new SharedAct.Entered(to.id, patient, entry));
    }
  }

  ActOutcome assign(Operation.Assign of) {
    ActOutcome stale = stale(of.beds());
    if (stale != null) {
      return stale;
    }
    of.beds().forEach(each -> assign(each.bed(), of.nurse()));
    return ActOutcome.DONE;
  }

  ActOutcome handOver(Operation.HandOver of) {
    List<BedId> listed = of.beds().stream().map(BedVersion::bed).toList();
    for (BedId id : draft.bedIds()) {
      BedLife bed = draft.look(id);
      boolean theirs =
          bed != null
              && bed.present
              && (of.unit().isEmpty() || of.unit().equals(id.unit()))
              && bed.stay.stay().nurse().equals(of.from());
      if (theirs && !listed.contains(id)) {
        return ActOutcome.conflict(
            "%s also sees to bed %s now. Look at the beds and hand over again."
                .formatted(of.from(), id.bed()));
      }
      if (!theirs && listed.contains(id)) {
        return ActOutcome.conflict(
            "%s no longer sees to bed %s. Look at the beds and hand over again."
                .formatted(of.from(), id.bed()));
      }
    }
    ActOutcome stale = stale(of.beds());
    if (stale != null) {
      return stale;
    }
    listed.forEach(bed -> assign(bed, of.to()));
    return ActOutcome.DONE;
  }

  private void assign(BedId id, String nurse) {
    BedLife bed = draft.bed(id);
    say(bed, nurse, bed.stay.stay().admission());
  }

  private @Nullable ActOutcome stale(List<BedVersion> beds) {
    for (BedVersion each : beds) {
      ActOutcome stale = stale(draft.look(each.bed()), each);
      if (stale != null) {
        return stale;
      }
    }
    return null;
  }

  /** Why an act comes too late; null if it does not. */
  private static @Nullable ActOutcome stale(@Nullable BedLife bed, BedVersion at) {
    if (bed == null || !bed.present) {
      return ActOutcome.refused(UNKNOWN_BED);
    }
    if (bed.stay.stay().version() != at.version()) {
      return ActOutcome.conflict(
          "%s changed bed %s meanwhile. Look at it and decide again."
              .formatted(bed.stay.user().isEmpty() ? "Somebody" : bed.stay.user(), at.bed().bed()));
    }
    return null;
  }

  /** Why nobody can come to lie in a bed; empty if somebody can. */
  private static String whyTaken(BedLife bed) {
    if (bed.named != null) {
      return "The device of bed %s names its patient. Confirm who it is instead."
          .formatted(bed.id.bed());
    }
    return bed.stay.stay().occupant(null) == null
        ? ""
        : "Somebody lies in bed %s already.".formatted(bed.id.bed());
  }

  /** Why whoever lies in a bed cannot leave it by an act; empty if they can. */
  private static String whyKept(BedLife bed, String identifier, LocalDate birthDate) {
    Stay stay = bed.stay.stay();
    Admission admission = stay.admission();
    if (bed.named != null && !stay.isContradicted(bed.named)) {
      return "The device of bed %s names its patient. End that at the device."
          .formatted(bed.id.bed());
    }
    if (admission == null || admission.named()) {
      return "Nobody was admitted to bed %s.".formatted(bed.id.bed());
    }
    boolean same =
        admission.patient().identifier().strip().equals(identifier.strip())
            && admission.birthDate().equals(birthDate);
    return same
        ? ""
        : "These are not the identifiers of whoever lies in bed %s.".formatted(bed.id.bed());
  }

  /** The bed in which somebody with the same identifier lies, null if there is none. */
  private @Nullable BedId bedOf(Patient patient) {
    for (BedId id : draft.bedIds()) {
      BedLife bed = draft.look(id);
      Patient there = bed == null || !bed.present ? null : bed.stay.stay().occupant(bed.named);
      if (there != null && there.identifier().strip().equals(patient.identifier().strip())) {
        return id;
      }
    }
    return null;
  }

  private Admission admission(BedLife bed, Patient patient, LocalDate birthDate, boolean named) {
    return new Admission(
        patient, birthDate, bed.device, named, operator.user(), draft.now().micros());
  }

  private void say(BedLife known, String nurse, @Nullable Admission admission) {
    long version = Math.max(draft.now().micros(), known.stay.stay().version() + 1);
    StayInForce said =
        new StayInForce(
            new Stay(version, nurse, admission), operator.user(), draft.book().settings().bridge());
    draft.setStay(draft.bed(known.id), said);
    draft.share(new SharedAct.Stayed(known.id, said));
  }

  /** The latest day it is anywhere now. */
  private LocalDate today() {
    Instant now = Instant.EPOCH.plus(draft.now().micros(), ChronoUnit.MICROS);
    return LocalDate.ofInstant(now, ZoneOffset.ofHours(14));
  }
}

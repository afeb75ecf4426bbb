package org.wardbeat.bridge.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wardbeat.bridge.alarm.AlarmWard.BED;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wardbeat.wire.frame.Frame.Outcome;
import org.wardbeat.wire.ward.Admission;
import org.wardbeat.wire.ward.AlarmLimits;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Inactivation;
import org.wardbeat.wire.ward.Limit;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Operation.BedVersion;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.PatientCategory;
import org.wardbeat.wire.ward.ScoreEntry;
import org.wardbeat.wire.ward.ScoreParameter;
import org.wardbeat.wire.ward.VitalSign;

/** Who lies where, and who sees to whom, as people say it. */
class PeopleActsTest {
  private static final LocalDate BORN = LocalDate.of(1951, 3, 9);
  private static final Patient EVA = new Patient("MRN-77", "Lind", "Eva");
  private static final BedId OTHER = new BedId(BED.unit(), "408");
  private static final AlarmLimits TIGHT =
      new AlarmLimits(
          PatientCategory.ADULT, List.of(new Limit(VitalSign.HR, true, 60, 100, null, null)));

  private final TestTime time = new TestTime();
  private final AlarmWard ward = new AlarmWard(time, new VolatileStore(), "east");

  @BeforeEach
  void putDevicesThatNameNobody() {
    ward.occupied(BED, null, "patch");
    ward.occupied(OTHER, null, "patch 2");
  }

  private Lying lying(BedId bed) {
    return ward.door(bed).lying();
  }

  private BedVersion now(BedId bed) {
    return new BedVersion(bed, lying(bed).stay().version());
  }

  private Outcome admit(BedId bed) {
    return ward.act(new Operation.Admit(now(bed), EVA, BORN)).outcome();
  }

  private ActOutcome confirm(String device, String identifier, LocalDate born) {
    return ward.act(new Operation.Confirm(now(BED), device, identifier, born));
  }

  @Test
  void anAdmissionNamesWhoLiesThereAndWhoSaidSo() {
    assertThat(admit(BED)).isEqualTo(Outcome.DONE);
    Admission admission = Objects.requireNonNull(lying(BED).stay().admission());
    assertThat(admission)
        .isEqualTo(new Admission(EVA, BORN, "patch", false, AlarmWard.NOOR.user(), time.micros()));
    assertThat(lying(BED).stay().occupant(null)).isEqualTo(EVA);
    assertThat(lying(BED).check()).isFalse();
  }

  @Test
  void ofTwoWhoAdmitAtOnceTheSecondHearsOfTheFirst() {
    BedVersion seenByBoth = now(BED);
    Operation first = new Operation.Admit(seenByBoth, EVA, BORN);
    Operation second = new Operation.Admit(seenByBoth, AlarmWard.IDA, BORN);
    List<ActOutcome> answers = new ArrayList<>();
    ward.system().act(AlarmWard.NOOR, first, answers::add);
    ward.system().act(AlarmWard.NOOR, second, answers::add);
    ward.settle();
    assertThat(answers)
        .extracting(ActOutcome::outcome)
        .containsExactly(Outcome.DONE, Outcome.CONFLICT);
    assertThat(answers.getLast().reason())
        .isEqualTo(
            "%s changed bed %s meanwhile. Look at it and decide again."
                .formatted(AlarmWard.NOOR.user(), BED.bed()));
    assertThat(lying(BED).stay().occupant(null)).isEqualTo(EVA);
  }

  @Test
  void nobodyIsAdmittedWhereSomebodyLiesOrTwiceOrFromTheFuture() {
    admit(BED);
    assertThat(admit(BED)).isEqualTo(Outcome.REFUSED);
    assertThat(admit(OTHER)).isEqualTo(Outcome.REFUSED);
    Patient unborn = new Patient("MRN-78", "Lind", "");
    assertThat(
            ward.act(new Operation.Admit(now(OTHER), unborn, LocalDate.of(2199, 1, 1))).outcome())
        .isEqualTo(Outcome.REFUSED);
    ward.occupied(OTHER, AlarmWard.IDA, "patch 2");
    Operation overDevice = new Operation.Admit(now(OTHER), unborn, BORN);
    assertThat(ward.act(overDevice).reason())
        .isEqualTo("The device of bed 408 names its patient. Confirm who it is instead.");
    BedVersion unknown = new BedVersion(new BedId("4 East", "999"), 0);
    assertThat(ward.act(new Operation.Admit(unknown, unborn, BORN)).outcome())
        .isEqualTo(Outcome.REFUSED);
  }

  @Test
  void anotherPatientsAlarmsLimitsAndPausesEndWithTheAdmission() {
    ward.raise("ASYSTOLE", AlarmPriority.HIGH);
    ward.end("ASYSTOLE");
    ward.hold(Inactivation.STANDBY, 600);
    admit(BED);
    assertThat(ward.alarm("ASYSTOLE")).isNull();
    assertThat(ward.door(BED).alarming().inactivations()).isEmpty();
  }

  @Test
  void whoeverWasAdmittedIsStillThereAfterARestart() {
    admit(BED);
    ward.act(new Operation.Assign(List.of(now(BED)), "anne"));
    Lying before = lying(BED);
    ward.restart();
    ward.occupied(BED, null, "patch");
    assertThat(lying(BED).stay()).isEqualTo(before.stay());
    assertThat(lying(BED).check()).isFalse();
  }

  @Test
  void anotherDeviceIsNoticedAlsoAcrossARestartAndStaysInDoubtWhenTheFirstComesBack() {
    admit(BED);
    ward.restart();
    ward.occupied(BED, null, "swapped patch");
    assertThat(lying(BED).check()).isTrue();
    ward.restart();
    ward.occupied(BED, null, "patch");
    assertThat(lying(BED).check()).isTrue();
  }

  @Test
  void onlyBothIdentifiersWithTheDeviceThatIsThereConfirm() {
    admit(BED);
    ward.occupied(BED, null, "swapped patch");
    assertThat(confirm("patch", "MRN-77", BORN).outcome()).isEqualTo(Outcome.CONFLICT);
    assertThat(confirm("swapped patch", "MRN-78", BORN).outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(confirm("swapped patch", "MRN-77", BORN.plusDays(1)).outcome())
        .isEqualTo(Outcome.REFUSED);
    assertThat(lying(BED).check()).isTrue();
    assertThat(confirm("swapped patch", " MRN-77", BORN).outcome()).isEqualTo(Outcome.DONE);
    assertThat(lying(BED).check()).isFalse();
    ward.occupied(BED, null, "swapped patch");
    assertThat(lying(BED).check()).isFalse();
  }

  @Test
  void aDeviceThatNamesAnotherIsInDoubtAndCountsOnceConfirmed() {
    admit(BED);
    ward.occupied(BED, AlarmWard.IDA, "patch");
    assertThat(lying(BED).check()).isTrue();
    assertThat(lying(BED).stay().occupant(AlarmWard.IDA)).isEqualTo(AlarmWard.IDA);
    assertThat(confirm("patch", EVA.identifier(), BORN).outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(confirm("patch", AlarmWard.IDA.identifier(), BORN).outcome())
        .isEqualTo(Outcome.DONE);
    assertThat(lying(BED).check()).isFalse();
    assertThat(Objects.requireNonNull(lying(BED).stay().admission()).named()).isTrue();
    ward.occupied(BED, null, "patch");
    assertThat(lying(BED).stay().occupant(null)).isNull();
  }

  @Test
  void aDeviceThatNamesTheSameChangesNothing() {
    admit(BED);
    ward.act(new Operation.SetLimits(BED, version(), TIGHT, ""));
    ward.occupied(BED, new Patient("MRN-77", "LIND", "E"), "patch");
    assertThat(lying(BED).check()).isFalse();
    assertThat(ward.door(BED).alarming().limits().limits()).isEqualTo(TIGHT);
  }

  private long version() {
    return ward.door(BED).alarming().limits().version();
  }

  @Test
  void aDischargeEmptiesTheBedOfWhomAPersonAdmitted() {
    admit(BED);
    Operation discharge = new Operation.Discharge(now(BED), EVA.identifier(), BORN);
    assertThat(ward.act(new Operation.Discharge(now(BED), "MRN-78", BORN)).outcome())
        .isEqualTo(Outcome.REFUSED);
    Operation otherDay = new Operation.Discharge(now(BED), EVA.identifier(), BORN.plusDays(1));
    assertThat(ward.act(otherDay).reason())
        .isEqualTo("These are not the identifiers of whoever lies in bed %s.".formatted(BED.bed()));
    assertThat(ward.act(discharge)).isEqualTo(ActOutcome.DONE);
    assertThat(lying(BED).stay().occupant(null)).isNull();
    assertThat(ward.act(discharge).outcome()).isEqualTo(Outcome.CONFLICT);
    ward.occupied(BED, AlarmWard.IDA, "patch");
    assertThat(
            ward.act(new Operation.Discharge(now(BED), AlarmWard.IDA.identifier(), BORN)).reason())
        .isEqualTo(
            "The device of bed %s names its patient. End that at the device.".formatted(BED.bed()));
  }

  @Test
  void aTransferTakesWhatIsThePatientsAlongAndNothingElse() {
    admit(BED);
    ward.act(new Operation.Assign(List.of(now(BED)), "anne"));
    ward.act(new Operation.SetLimits(BED, version(), TIGHT, "tight"));
    ward.act(
        new Operation.EnterObservations(BED, List.of(new ScoreEntry(ScoreParameter.ACVPU, 1))));
    ward.hold(Inactivation.STANDBY, 600);
    ActOutcome outcome =
        ward.act(new Operation.Transfer(now(BED), now(OTHER), EVA.identifier(), BORN));
    assertThat(outcome).isEqualTo(ActOutcome.DONE);
    BedAlarming there = ward.door(OTHER).alarming();
    assertThat(there.lying().stay().occupant(null)).isEqualTo(EVA);
    assertThat(there.lying().stay().nurse()).isEmpty();
    assertThat(there.limits().limits()).isEqualTo(TIGHT);
    assertThat(there.entries()).containsKey(ScoreParameter.ACVPU);
    assertThat(there.inactivations()).isEmpty();
    BedAlarming here = ward.door(BED).alarming();
    assertThat(here.lying().stay().occupant(null)).isNull();
    assertThat(here.lying().stay().nurse()).isEqualTo("anne");
    assertThat(here.limits().isDefault()).isTrue();
    assertThat(here.entries()).isEmpty();
    ward.restart();
    ward.occupied(BED, null, "patch");
    ward.occupied(OTHER, null, "patch 2");
    assertThat(ward.door(OTHER).alarming().limits().limits()).isEqualTo(TIGHT);
    assertThat(ward.door(OTHER).alarming().entries()).containsKey(ScoreParameter.ACVPU);
  }

  @Test
  void nobodyIsTransferredIntoAnOccupiedBedOrOutOfOneThatIsInDoubt() {
    admit(BED);
    ward.occupied(OTHER, AlarmWard.IDA, "patch 2");
    assertThat(transfer()).isEqualTo(Outcome.REFUSED);
    ward.occupied(OTHER, null, "patch 2");
    ward.occupied(BED, null, "swapped patch");
    assertThat(transfer()).isEqualTo(Outcome.REFUSED);
    assertThat(lying(BED).stay().occupant(null)).isEqualTo(EVA);
  }

  private Outcome transfer() {
    return ward.act(new Operation.Transfer(now(BED), now(OTHER), EVA.identifier(), BORN)).outcome();
  }

  @Test
  void allBedsOfANurseAreHandedOverOrNone() {
    ward.act(new Operation.Assign(List.of(now(BED)), "anne"));
    List<BedVersion> seen = List.of(now(BED));
    ward.act(new Operation.Assign(List.of(now(OTHER)), "anne"));
    assertThat(ward.act(new Operation.HandOver("", "anne", "ben", seen)))
        .isEqualTo(
            ActOutcome.conflict(
                "anne also sees to bed 408 now. Look at the beds and hand over again."));
    assertThat(lying(BED).stay().nurse()).isEqualTo("anne");
    Operation whole = new Operation.HandOver("", "anne", "ben", List.of(now(BED), now(OTHER)));
    assertThat(ward.act(whole)).isEqualTo(ActOutcome.DONE);
    assertThat(lying(BED).stay().nurse()).isEqualTo("ben");
    assertThat(lying(OTHER).stay().nurse()).isEqualTo("ben");
    assertThat(ward.act(whole).outcome()).isEqualTo(Outcome.CONFLICT);
  }

  @Test
  void anAssignmentOnAnOldVersionAssignsNoBedAtAll() {
    BedVersion old = now(OTHER);
    ward.act(new Operation.Assign(List.of(now(OTHER)), "anne"));
    assertThat(ward.act(new Operation.Assign(List.of(now(BED), old), "ben")).outcome())
        .isEqualTo(Outcome.CONFLICT);
    assertThat(lying(BED).stay().nurse()).isEmpty();
    assertThat(lying(OTHER).stay().nurse()).isEqualTo("anne");
  }

  @Test
  void aBedThatIsTakenAwayForgetsWhoWasAdmitted() {
    admit(BED);
    ward.door(BED).removed();
    ward.settle();
    ward.occupied(BED, null, "patch");
    assertThat(lying(BED).stay().occupant(null)).isNull();
  }

  @Test
  void anotherBridgeComesToTheSameWhateverItHearsFirst() {
    admit(BED);
    ward.act(new Operation.SetLimits(BED, version(), TIGHT, ""));
    time.pass(Duration.ofSeconds(1));
    ward.act(new Operation.Transfer(now(BED), now(OTHER), EVA.identifier(), BORN));
    for (List<SharedAct> told : List.of(ward.told, ward.told.reversed())) {
      AlarmWard west = new AlarmWard(time, new VolatileStore(), "west");
      west.occupied(BED, null, "patch");
      west.occupied(OTHER, null, "patch 2");
      told.forEach(west.system()::merge);
      west.settle();
      assertThat(west.door(BED).lying().stay()).isEqualTo(lying(BED).stay());
      assertThat(west.door(OTHER).lying().stay()).isEqualTo(lying(OTHER).stay());
      assertThat(west.door(OTHER).lying().check()).isFalse();
      assertThat(west.door(OTHER).alarming().limits().limits()).isEqualTo(TIGHT);
    }
  }

  @Test
  void aConfirmationAtOneBridgeCountsAtTheOther() {
    AlarmWard west = new AlarmWard(time, new VolatileStore(), "west");
    for (AlarmWard each : List.of(ward, west)) {
      each.occupied(BED, AlarmWard.IDA, "patch");
      each.occupied(BED, AlarmWard.IDA, "swapped patch");
    }
    assertThat(west.door(BED).lying().check()).isTrue();
    confirm("swapped patch", AlarmWard.IDA.identifier(), BORN);
    ward.told.forEach(west.system()::merge);
    west.settle();
    assertThat(west.door(BED).lying().check()).isFalse();
  }
}

package org.wardbeat.bridge.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wardbeat.bridge.alarm.AlarmWard.BED;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wardbeat.wire.frame.Frame.Outcome;
import org.wardbeat.wire.ward.Acknowledgement;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmLimits;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.AlarmState;
import org.wardbeat.wire.ward.Inactivation;
import org.wardbeat.wire.ward.Limit;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.PatientCategory;
import org.wardbeat.wire.ward.ScoreEntry;
import org.wardbeat.wire.ward.ScoreParameter;
import org.wardbeat.wire.ward.VitalSign;

/** What becomes of alarms, act by act. */
class AlarmLifeTest {
  private static final AlarmLimits LIMITS =
      new AlarmLimits(
          PatientCategory.ADULT, List.of(new Limit(VitalSign.HR, true, 45, 130, null, null)));

  private final TestTime time = new TestTime();
  private final VolatileStore store = new VolatileStore();
  private final AlarmWard ward = new AlarmWard(time, store, "east");

  @BeforeEach
  void occupy() {
    ward.occupied(BED, AlarmWard.IDA, "patch");
  }

  private Alarm alarm(String condition) {
    return Objects.requireNonNull(ward.alarm(condition), condition);
  }

  @Test
  void anAlarmIsStoredBeforeItIsAnnouncedAndEndsWithItsCondition() {
    ward.raise("HR_HIGH", AlarmPriority.MEDIUM);
    assertThat(alarm("HR_HIGH").state()).isEqualTo(AlarmState.ACTIVE);
    assertThat(store.alarms()).extracting(AlarmFact.OfAlarm::alarm).contains(alarm("HR_HIGH"));
    ward.pass(Duration.ofSeconds(5));
    ward.end("HR_HIGH");
    assertThat(ward.lastly().state()).isEqualTo(AlarmState.ENDED);
    assertThat(ward.lastly().endedMicros()).isEqualTo(time.micros());
    assertThat(store.alarms()).singleElement().extracting(of -> of.alarm().over()).isEqualTo(true);
  }

  @Test
  void whatIsReportedAgainKeepsItsFirstOnsetAndIsNotAnnounced() {
    ward.raise("HR_HIGH", AlarmPriority.MEDIUM);
    long onset = alarm("HR_HIGH").onsetMicros();
    ward.pass(Duration.ofSeconds(5));
    ward.raise("HR_HIGH", AlarmPriority.MEDIUM);
    assertThat(ward.announced).hasSize(1);
    assertThat(alarm("HR_HIGH").onsetMicros()).isEqualTo(onset);
  }

  @Test
  void aGraveAlarmThatNobodySawStaysUntilItIsAcknowledged() {
    ward.raise("ASYSTOLE", AlarmPriority.HIGH);
    ward.end("ASYSTOLE");
    assertThat(alarm("ASYSTOLE").state()).isEqualTo(AlarmState.LATCHED);
    assertThat(ward.acknowledge(alarm("ASYSTOLE"))).isEqualTo(Outcome.DONE);
    assertThat(ward.alarm("ASYSTOLE")).isNull();
    assertThat(ward.lastly().acknowledged()).isTrue();
  }

  @Test
  void aGraveAlarmThatComesBackIsAnotherInPlaceOfTheLatched() {
    ward.raise("ASYSTOLE", AlarmPriority.HIGH);
    Alarm first = alarm("ASYSTOLE");
    ward.pass(Duration.ofSeconds(5));
    ward.end("ASYSTOLE");
    ward.pass(Duration.ofSeconds(5));
    ward.raise("ASYSTOLE", AlarmPriority.HIGH);
    assertThat(alarm("ASYSTOLE").state()).isEqualTo(AlarmState.ACTIVE);
    assertThat(alarm("ASYSTOLE").onsetMicros()).isGreaterThan(first.onsetMicros());
    assertThat(ward.acknowledge(first)).isEqualTo(Outcome.REFUSED);
    assertThat(alarm("ASYSTOLE").acknowledged()).isFalse();
  }

  @Test
  void acknowledgingIsIdempotentAndNamesWhoWasFirst() {
    ward.raise("HR_HIGH", AlarmPriority.MEDIUM);
    assertThat(ward.acknowledge(alarm("HR_HIGH"))).isEqualTo(Outcome.DONE);
    int announced = ward.announced.size();
    assertThat(ward.acknowledge(alarm("HR_HIGH"))).isEqualTo(Outcome.DONE);
    assertThat(ward.announced).hasSize(announced);
    assertThat(Objects.requireNonNull(alarm("HR_HIGH").acknowledgement()).user()).isEqualTo("noor");
  }

  @Test
  void acknowledgingATechnicalAlarmLeavesThePhysiologicalAsItIs() {
    ward.raise("LEADS_OFF", AlarmPriority.LOW);
    ward.raise("SPO2_LOW", AlarmPriority.HIGH);
    assertThat(ward.acknowledge(alarm("LEADS_OFF"))).isEqualTo(Outcome.DONE);
    assertThat(alarm("SPO2_LOW").acknowledged()).isFalse();
  }

  @Test
  void aRiseInPriorityWaitsAgain() {
    ward.raise("HR_HIGH", AlarmPriority.MEDIUM);
    ward.acknowledge(alarm("HR_HIGH"));
    ward.pass(Duration.ofSeconds(1));
    ward.raise("HR_HIGH", AlarmPriority.HIGH);
    assertThat(alarm("HR_HIGH").acknowledged()).isFalse();
    ward.acknowledge(alarm("HR_HIGH"));
    ward.raise("HR_HIGH", AlarmPriority.MEDIUM);
    assertThat(alarm("HR_HIGH").acknowledged()).isTrue();
  }

  @Test
  void whatTwoSourcesSayEndsWhenNeitherSaysSo() {
    ward.raise("HR_HIGH", AlarmPriority.MEDIUM);
    ward.report(BED, ConditionSource.DEVICE, "HR_HIGH", AlarmPriority.HIGH, true, time.micros());
    assertThat(alarm("HR_HIGH").priority()).isEqualTo(AlarmPriority.HIGH);
    ward.end("HR_HIGH");
    assertThat(ward.alarm("HR_HIGH")).isNotNull();
    ward.report(BED, ConditionSource.DEVICE, "HR_HIGH", AlarmPriority.HIGH, false, time.micros());
    assertThat(ward.alarm("HR_HIGH")).isNull();
  }

  @Test
  void aHighAlarmThatWaitsIsEscalatedAndAnAcknowledgedOneIsNot() {
    ward.raise("SPO2_LOW", AlarmPriority.HIGH);
    ward.raise("RR_LOW", AlarmPriority.HIGH);
    ward.raise("HR_HIGH", AlarmPriority.MEDIUM);
    ward.acknowledge(alarm("RR_LOW"));
    ward.pass(Duration.ofMillis(59_999));
    assertThat(alarm("SPO2_LOW").escalated()).isFalse();
    ward.pass(Duration.ofSeconds(1));
    assertThat(alarm("SPO2_LOW").escalated()).isTrue();
    assertThat(alarm("RR_LOW").escalated()).isFalse();
    assertThat(alarm("HR_HIGH").escalated()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = Inactivation.class,
      names = {"ALARM_PAUSED", "STANDBY"})
  void whatADeviceStillSaysAfterAPauseIsAnotherAlarmThatBeginsThen(Inactivation kind) {
    ward.report(BED, ConditionSource.DEVICE, "PAIN", AlarmPriority.MEDIUM, true, time.micros());
    ward.hold(kind, 60);
    assertThat(ward.alarm("PAIN")).isNull();
    ward.report(BED, ConditionSource.DEVICE, "COUGH", AlarmPriority.MEDIUM, true, time.micros());
    assertThat(ward.alarm("COUGH")).isNull();
    long end = time.micros() + 60_000_000;
    ward.pass(Duration.ofMinutes(1));
    assertThat(alarm("PAIN").onsetMicros()).isEqualTo(end);
    assertThat(alarm("COUGH").onsetMicros()).isEqualTo(end - 60_000_000);
  }

  @Test
  void anAlarmThatIsOverNeverLastsAgainThoughItsDeviceSaysItAnewAfterTwoPauses() {
    long onset = time.micros();
    for (int pause = 0; pause < 2; pause++) {
      ward.report(BED, ConditionSource.DEVICE, "ASYSTOLE", AlarmPriority.HIGH, true, onset);
      ward.hold(Inactivation.ALARM_PAUSED, 10);
      ward.report(BED, ConditionSource.DEVICE, "ASYSTOLE", AlarmPriority.HIGH, true, onset);
      ward.pass(Duration.ofSeconds(10));
    }
    assertThat(ward.announced)
        .filteredOn(Alarm::active)
        .extracting(Alarm::onsetDeviceMicros)
        .hasSize(3)
        .doesNotHaveDuplicates();
  }

  @Test
  void standbyEndsWhatLastsButLatchesTheGrave() {
    ward.raise("ASYSTOLE", AlarmPriority.HIGH);
    ward.raise("HR_HIGH", AlarmPriority.MEDIUM);
    ward.hold(Inactivation.STANDBY, 600);
    assertThat(alarm("ASYSTOLE").state()).isEqualTo(AlarmState.LATCHED);
    assertThat(ward.alarm("HR_HIGH")).isNull();
    assertThat(ward.door(BED).alarming().inhibited()).isTrue();
  }

  @Test
  void aPausedSoundHoldsBackNoAlarm() {
    ward.hold(Inactivation.AUDIO_PAUSED, 120);
    ward.raise("HR_HIGH", AlarmPriority.MEDIUM);
    assertThat(alarm("HR_HIGH").active()).isTrue();
    assertThat(ward.door(BED).alarming().isHeldBack(Inactivation.AUDIO_PAUSED)).isTrue();
    ward.pass(Duration.ofMinutes(2));
    assertThat(ward.door(BED).alarming().inactivations()).isEmpty();
    assertThat(ward.system().heldBack().all())
        .singleElement()
        .satisfies(held -> assertThat(held.state().active()).isFalse());
  }

  @Test
  void pausesAreNotLongerThanTheyMayBe() {
    assertThat(ward.hold(Inactivation.AUDIO_PAUSED, 181)).isEqualTo(Outcome.REFUSED);
    assertThat(ward.hold(Inactivation.ALARM_PAUSED, 901)).isEqualTo(Outcome.REFUSED);
    assertThat(ward.hold(Inactivation.STANDBY, 86_400)).isEqualTo(Outcome.DONE);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1})
  void aPauseLastsAsLongAsItWasMeantToWhenTheClockIsSetByAnHour(int hours) {
    ward.hold(Inactivation.AUDIO_PAUSED, 120);
    ward.pass(Duration.ofMinutes(1));
    time.set(Duration.ofHours(hours));
    ward.pass(Duration.ofSeconds(59));
    assertThat(ward.door(BED).alarming().isHeldBack(Inactivation.AUDIO_PAUSED)).isTrue();
    assertThat(ward.door(BED).alarming().inactivations().getFirst().untilMicros())
        .isEqualTo(time.micros() + 1_000_000);
    ward.pass(Duration.ofSeconds(1));
    assertThat(ward.door(BED).alarming().inactivations()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1})
  void escalationDoesNotDependOnTheTimeOfDay(int hours) {
    ward.raise("SPO2_LOW", AlarmPriority.HIGH);
    time.set(Duration.ofHours(hours));
    ward.pass(Duration.ofSeconds(59));
    assertThat(alarm("SPO2_LOW").escalated()).isFalse();
    ward.pass(Duration.ofSeconds(1));
    assertThat(alarm("SPO2_LOW").escalated()).isTrue();
  }

  @Test
  void aClockThatWasSetBackMakesNoAlarmEndBeforeItBegan() {
    ward.raise("HR_HIGH", AlarmPriority.MEDIUM);
    time.set(Duration.ofHours(-1));
    ward.end("HR_HIGH");
    assertThat(ward.lastly().endedMicros()).isGreaterThanOrEqualTo(ward.lastly().onsetMicros());
    ward.raise("HR_HIGH", AlarmPriority.MEDIUM);
    assertThat(alarm("HR_HIGH").active()).isTrue();
  }

  @Test
  void limitsAreSetByWhoSawTheNewest() {
    long version = ward.door(BED).alarming().limits().version();
    assertThat(ward.act(new Operation.SetLimits(BED, version, LIMITS, "athlete")).outcome())
        .isEqualTo(Outcome.DONE);
    assertThat(ward.door(BED).alarming().limits().limits()).isEqualTo(LIMITS);
    assertThat(ward.door(BED).alarming().limits().user()).isEqualTo("noor");
    ActOutcome late = ward.act(new Operation.SetLimits(BED, version, LIMITS, ""));
    assertThat(late.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(late.reason()).contains("noor changed the limits meanwhile");
  }

  @Test
  void anotherPatientHasNothingOfTheFormer() {
    ward.raise("ASYSTOLE", AlarmPriority.HIGH);
    ward.raise("HR_HIGH", AlarmPriority.MEDIUM);
    ward.end("ASYSTOLE");
    ward.act(new Operation.SetLimits(BED, 0, LIMITS, ""));
    ward.act(
        new Operation.EnterObservations(BED, List.of(new ScoreEntry(ScoreParameter.ACVPU, 1))));
    ward.hold(Inactivation.STANDBY, 600);
    long version = ward.door(BED).alarming().limits().version();
    ward.occupied(BED, AlarmWard.OLE, "patch");
    assertThat(ward.shown.get(BED)).isEmpty();
    BedAlarming anew = ward.door(BED).alarming();
    assertThat(anew.limits().limits()).isEqualTo(AlarmsByHand.NO_LIMITS);
    assertThat(anew.limits().version()).isGreaterThan(version);
    assertThat(anew.entries()).isEmpty();
    assertThat(anew.inhibited()).isFalse();
  }

  @Test
  void anotherDeviceEndsWhatLastsButNotWhatIsLatched() {
    ward.raise("ASYSTOLE", AlarmPriority.HIGH);
    ward.raise("HR_HIGH", AlarmPriority.MEDIUM);
    ward.occupied(BED, AlarmWard.IDA, "other patch");
    assertThat(alarm("ASYSTOLE").state()).isEqualTo(AlarmState.LATCHED);
    assertThat(ward.alarm("HR_HIGH")).isNull();
  }

  @Test
  void whatCannotBeStoredIsAnnouncedAllTheSameAndStoredWhenItCan() {
    store.broken(true);
    ward.raise("SPO2_LOW", AlarmPriority.HIGH);
    assertThat(alarm("SPO2_LOW").active()).isTrue();
    assertThat(ward.system().recording().on()).isFalse();
    assertThat(ward.system().faults()).singleElement().asString().contains("disk is full");
    assertThat(ward.acknowledge(alarm("SPO2_LOW"))).isEqualTo(Outcome.FAILED);
    assertThat(alarm("SPO2_LOW").acknowledged()).isFalse();
    store.broken(false);
    ward.pass(Duration.ofSeconds(1));
    assertThat(ward.system().recording().on()).isTrue();
    assertThat(store.alarms()).extracting(AlarmFact.OfAlarm::alarm).contains(alarm("SPO2_LOW"));
    assertThat(ward.acknowledge(alarm("SPO2_LOW"))).isEqualTo(Outcome.DONE);
  }

  @Test
  void noAlarmWaitsForAStoreThatHasJustFailed() {
    store.broken(true);
    ward.raise("SPO2_LOW", AlarmPriority.HIGH);
    int attempts = store.attempts();
    ward.raise("HR_HIGH", AlarmPriority.MEDIUM);
    ward.raise("RR_LOW", AlarmPriority.MEDIUM);
    ward.pass(Duration.ofMillis(900));
    assertThat(ward.shown.get(BED)).containsOnlyKeys("SPO2_LOW", "HR_HIGH", "RR_LOW");
    assertThat(store.attempts()).isEqualTo(attempts);
    store.broken(false);
    ward.pass(Duration.ofMillis(100));
    assertThat(store.alarms()).hasSize(3);
  }

  @Test
  void everyActIsRecordedWithWhoDidIt() {
    ward.raise("HR_HIGH", AlarmPriority.MEDIUM);
    ward.acknowledge(alarm("HR_HIGH"));
    ward.hold(Inactivation.AUDIO_PAUSED, 60);
    assertThat(store.acts()).hasSize(2);
    assertThat(store.acts()).allMatch(act -> act.operator().equals(AlarmWard.NOOR));
  }

  @Test
  void anAlarmOfADeviceWhoseClockIsAheadBeganNoLaterThanNowAndIsKnownByTheDevicesOnset() {
    long ahead = ward.time.micros() + 3_600_000_000L;
    ward.report(BED, ConditionSource.DEVICE, "VTACH", AlarmPriority.HIGH, true, ahead);
    assertThat(alarm("VTACH").onsetMicros()).isEqualTo(ward.time.micros());
    assertThat(alarm("VTACH").changedMicros()).isEqualTo(ward.time.micros());
    assertThat(alarm("VTACH").onsetDeviceMicros()).isEqualTo(ahead);
    ward.pass(Duration.ofSeconds(5));
    assertThat(ward.acknowledge(alarm("VTACH"))).isEqualTo(Outcome.DONE);
    assertThat(alarm("VTACH").acknowledgement())
        .isEqualTo(new Acknowledgement("noor", ward.time.micros()));
  }

  @Test
  void onceADayWhatWasKeptLongEnoughGoesBitByBitWhileNothingHappens() {
    ward.store.leftToPrune(3);
    ward.pass(Duration.ofHours(23));
    assertThat(ward.store.prunings()).isZero();
    ward.time.pass(Duration.ofHours(1));
    ward.raise("HR_HIGH", AlarmPriority.MEDIUM);
    assertThat(ward.store.prunings()).as("an alarm comes first").isZero();
    for (int turn = 0; turn < 10; turn++) {
      ward.pass(Duration.ofSeconds(1));
    }
    assertThat(ward.store.prunings()).isEqualTo(3);
    ward.store.broken(true);
    ward.pass(Duration.ofDays(1));
    ward.pass(Duration.ofHours(1));
    assertThat(ward.store.prunings()).as("it is tried again on the next day").isEqualTo(4);
  }
}

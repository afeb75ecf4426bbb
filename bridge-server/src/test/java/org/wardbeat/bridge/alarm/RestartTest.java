package org.wardbeat.bridge.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wardbeat.bridge.alarm.AlarmWard.BED;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

/** What is after a restart of the bridge, however long it was down. */
class RestartTest {
  private final TestTime time = new TestTime();
  private final AlarmWard ward = new AlarmWard(time, new VolatileStore(), "east");

  @BeforeEach
  void occupy() {
    ward.occupied(BED, AlarmWard.IDA, "patch");
  }

  private void restart() {
    ward.restart();
    ward.occupied(BED, AlarmWard.IDA, "patch");
  }

  private Alarm alarm(String condition) {
    return Objects.requireNonNull(ward.alarm(condition), condition);
  }

  @Test
  void alarmsAcknowledgementsAndEntriesAreAsBefore() {
    ward.raise("HR_HIGH", AlarmPriority.MEDIUM);
    ward.acknowledge(alarm("HR_HIGH"));
    ward.raise("ASYSTOLE", AlarmPriority.HIGH);
    ward.end("ASYSTOLE");
    ward.act(
        new Operation.EnterObservations(BED, List.of(new ScoreEntry(ScoreParameter.ACVPU, 1))));
    Alarm seen = alarm("HR_HIGH");
    Alarm latched = alarm("ASYSTOLE");
    restart();
    assertThat(alarm("HR_HIGH")).isEqualTo(seen);
    assertThat(alarm("ASYSTOLE")).isEqualTo(latched);
    assertThat(ward.door(BED).alarming().entries().get(ScoreParameter.ACVPU))
        .extracting(Observed::user)
        .isEqualTo("noor");
  }

  @Test
  void whatIsReportedAgainIsNoSecondAlarmAndWhatIsNormalEnds() {
    ward.raise("HR_HIGH", AlarmPriority.MEDIUM);
    ward.raise("RR_LOW", AlarmPriority.MEDIUM);
    Alarm before = alarm("HR_HIGH");
    restart();
    ward.pass(Duration.ofSeconds(10));
    ward.raise("HR_HIGH", AlarmPriority.MEDIUM);
    ward.end("RR_LOW");
    assertThat(alarm("HR_HIGH")).isEqualTo(before);
    assertThat(ward.alarm("RR_LOW")).isNull();
  }

  @Test
  void whatADeviceHasBegunWhileTheBridgeWasDownIsAnotherAlarm() {
    ward.report(BED, ConditionSource.DEVICE, "VPC", AlarmPriority.LOW, true, time.micros());
    Alarm before = alarm("VPC");
    restart();
    ward.pass(Duration.ofSeconds(10));
    long onset = time.micros() - 1_000_000;
    ward.report(BED, ConditionSource.DEVICE, "VPC", AlarmPriority.LOW, true, onset);
    assertThat(alarm("VPC").onsetDeviceMicros())
        .isEqualTo(onset)
        .isNotEqualTo(before.onsetDeviceMicros());
  }

  @Test
  void whatNobodySpeaksOfAnyMoreEndsAfterAMinuteButTheGraveStays() {
    ward.raise("HR_HIGH", AlarmPriority.MEDIUM);
    ward.raise("ASYSTOLE", AlarmPriority.HIGH);
    restart();
    ward.pass(Duration.ofSeconds(59));
    assertThat(ward.shown.get(BED)).containsOnlyKeys("HR_HIGH", "ASYSTOLE");
    ward.pass(Duration.ofSeconds(1));
    assertThat(ward.alarm("HR_HIGH")).isNull();
    assertThat(alarm("ASYSTOLE").state()).isEqualTo(AlarmState.LATCHED);
  }

  @Test
  void alarmsOfWhoLeftMeanwhileAreOver() {
    ward.raise("ASYSTOLE", AlarmPriority.HIGH);
    ward.restart();
    ward.occupied(BED, AlarmWard.OLE, "patch");
    assertThat(ward.shown.get(BED)).isEmpty();
  }

  @Test
  void standbyThatEndedWhileTheBridgeWasDownHasEnded() {
    ward.hold(Inactivation.STANDBY, 3_600);
    time.pass(Duration.ofMinutes(59));
    ward.restart();
    ward.occupied(BED, AlarmWard.IDA, "patch");
    assertThat(ward.door(BED).alarming().inhibited()).isTrue();
    time.pass(Duration.ofMinutes(1));
    ward.restart();
    ward.occupied(BED, AlarmWard.IDA, "patch");
    assertThat(ward.door(BED).alarming().inhibited()).isFalse();
    assertThat(ward.system().heldBack().all())
        .singleElement()
        .satisfies(held -> assertThat(held.state().active()).isFalse());
    ward.raise("HR_HIGH", AlarmPriority.MEDIUM);
    assertThat(alarm("HR_HIGH").active()).isTrue();
  }

  @Test
  void aPauseIsNeverLongerThanItWasMeantToThoughTheClockWasSetBackMeanwhile() {
    ward.hold(Inactivation.AUDIO_PAUSED, 120);
    time.set(Duration.ofHours(-1));
    restart();
    ward.pass(Duration.ofMinutes(2));
    assertThat(ward.door(BED).alarming().inactivations()).isEmpty();
  }

  @Test
  void aPauseLastsOnAfterTheClockWasSetBackAndTheBridgeStartedAnew() {
    ward.hold(Inactivation.AUDIO_PAUSED, 120);
    time.set(Duration.ofHours(-1));
    ward.pass(Duration.ofSeconds(1));
    restart();
    ward.pass(Duration.ofSeconds(118));
    assertThat(ward.door(BED).alarming().isHeldBack(Inactivation.AUDIO_PAUSED)).isTrue();
    ward.pass(Duration.ofSeconds(1));
    assertThat(ward.door(BED).alarming().inactivations()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-03-29T00:59:30Z", "2026-10-25T00:59:30Z"})
  void aPauseAcrossTheChangeOfSummerTimeLastsAsLongAsAnyOther(String start) {
    time.set(
        Duration.between(
            Instant.EPOCH.plusSeconds(TestTime.START_MICROS / 1_000_000), Instant.parse(start)));
    ward.settle();
    ward.hold(Inactivation.AUDIO_PAUSED, 120);
    ward.pass(Duration.ofSeconds(119));
    assertThat(ward.door(BED).alarming().isHeldBack(Inactivation.AUDIO_PAUSED)).isTrue();
    ward.pass(Duration.ofSeconds(1));
    assertThat(ward.door(BED).alarming().inactivations()).isEmpty();
  }

  @Test
  void whatWaitedBeforeTheRestartIsEscalatedInItsTime() {
    ward.raise("SPO2_LOW", AlarmPriority.HIGH);
    ward.pass(Duration.ofSeconds(30));
    restart();
    ward.raise("SPO2_LOW", AlarmPriority.HIGH);
    ward.pass(Duration.ofSeconds(29));
    assertThat(alarm("SPO2_LOW").escalated()).isFalse();
    ward.pass(Duration.ofSeconds(1));
    assertThat(alarm("SPO2_LOW").escalated()).isTrue();
  }

  @Test
  void alarmsOfABedThatDoesNotComeBackEndAfterADay() {
    ward.raise("ASYSTOLE", AlarmPriority.HIGH);
    ward.restart();
    ward.pass(Duration.ofHours(24));
    ward.occupied(BED, AlarmWard.IDA, "patch");
    assertThat(ward.shown).isEmpty();
  }

  @Test
  void limitsOfWhoCameWhileTheBridgeWasDownHoldThoughOthersToldThemFirst() {
    AlarmWard other = new AlarmWard(time, new VolatileStore(), "west");
    ward.restart();
    other.occupied(BED, AlarmWard.OLE, "patch");
    AlarmLimits limits =
        new AlarmLimits(
            PatientCategory.ADULT, List.of(new Limit(VitalSign.HR, true, 40, 90, null, null)));
    long version = other.door(BED).alarming().limits().version();
    other.act(new Operation.SetLimits(BED, version, limits, "athlete"));
    other.act(
        new Operation.EnterObservations(BED, List.of(new ScoreEntry(ScoreParameter.ACVPU, 1))));
    other.told.forEach(ward.system()::merge);
    ward.settle();
    ward.occupied(BED, AlarmWard.OLE, "patch");
    assertThat(ward.door(BED).alarming().limits()).isEqualTo(other.door(BED).alarming().limits());
    assertThat(ward.door(BED).alarming().entries()).isEqualTo(other.door(BED).alarming().entries());
  }
}

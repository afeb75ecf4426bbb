package org.wardbeat.bridge.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wardbeat.bridge.alarm.AlarmWard.BED;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wardbeat.wire.frame.Frame.Outcome;
import org.wardbeat.wire.ward.Inactivation;
import org.wardbeat.wire.ward.InactivationState;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Operator;
import org.wardbeat.wire.ward.Role;

/** What is held back by two at once, or by one on what is no longer so. */
class HoldActsTest {
  private static final Operator EVA = new Operator("eva", Role.CHARGE_NURSE);
  private static final long SECOND = 1_000_000;

  private final TestTime time = new TestTime();
  private final AlarmWard ward = new AlarmWard(time, new VolatileStore(), "east");

  @BeforeEach
  void putSomebodyToBed() {
    ward.occupied(BED, AlarmWard.IDA, "patch");
  }

  private long since(Inactivation kind) {
    return ward.since(BED.bed(), kind);
  }

  private static Operation on(long base, Inactivation kind, int seconds) {
    return new Operation.Inactivate(BED.unit(), BED.bed(), kind, base, seconds, "imaging");
  }

  private InactivationState inForce() {
    return ward.door(BED).alarming().inactivations().getFirst();
  }

  private boolean isHeldBack(Inactivation kind) {
    return ward.door(BED).alarming().isHeldBack(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "STANDBY, noor set standby of 407 meanwhile.",
    "ALARM_PAUSED, noor paused the alarms of 407 meanwhile."
  })
  void ofTwoWhoHoldBackAtOnceTheSecondHearsOfTheFirst(Inactivation kind, String reason) {
    List<ActOutcome> answers = new ArrayList<>();
    ward.system().act(AlarmWard.NOOR, on(0, kind, 600), answers::add);
    ward.system().act(EVA, on(0, kind, 60), answers::add);
    ward.settle();
    assertThat(answers).containsExactly(ActOutcome.DONE, ActOutcome.conflict(reason));
    assertThat(inForce().user()).isEqualTo(AlarmWard.NOOR.user());
    assertThat(inForce().untilMicros()).isEqualTo(time.micros() + 600 * SECOND);
  }

  @ParameterizedTest
  @CsvSource({"60", "7200", "0"})
  void whoShortensProlongsOrEndsWhatSomebodyElseHasJustChangedHearsOfIt(int seconds) {
    ward.hold(Inactivation.STANDBY, 600);
    long seenByBoth = since(Inactivation.STANDBY);
    ward.pass(Duration.ofSeconds(10));
    assertThat(ward.act(on(seenByBoth, Inactivation.STANDBY, 3_600)).outcome())
        .isEqualTo(Outcome.DONE);
    assertThat(ward.act(EVA, on(seenByBoth, Inactivation.STANDBY, seconds)))
        .isEqualTo(ActOutcome.conflict("noor set standby of 407 meanwhile."));
    assertThat(inForce().untilMicros()).isEqualTo(time.micros() + 3_600 * SECOND);
    Operation again = on(since(Inactivation.STANDBY), Inactivation.STANDBY, seconds);
    assertThat(ward.act(EVA, again).outcome()).isEqualTo(Outcome.DONE);
  }

  @ParameterizedTest
  @CsvSource({
    "STANDBY, noor ended the standby of 407 meanwhile.",
    "ALARM_PAUSED, noor ended the alarm pause of 407 meanwhile."
  })
  void whatSomebodyHasEndedIsNotProlongedUnseen(Inactivation kind, String reason) {
    ward.hold(kind, 600);
    long seenByBoth = since(kind);
    assertThat(ward.hold(kind, 0)).isEqualTo(Outcome.DONE);
    assertThat(ward.act(EVA, on(seenByBoth, kind, 900))).isEqualTo(ActOutcome.conflict(reason));
    assertThat(isHeldBack(kind)).isFalse();
    assertThat(ward.act(EVA, on(0, kind, 900)).outcome()).isEqualTo(Outcome.DONE);
  }

  @Test
  void theUnitIsNamedWhereItIsHeldBack() {
    ward.hold("", Inactivation.STANDBY, 600);
    Operation second =
        new Operation.Inactivate(BED.unit(), "", Inactivation.STANDBY, 0, 60, "drill");
    assertThat(ward.act(EVA, second).reason()).startsWith("noor set standby of 4 East meanwhile");
  }

  @Test
  void whatEndedByItselfIsEndedAndSetAgainWithoutConflict() {
    ward.hold(Inactivation.STANDBY, 60);
    long seen = since(Inactivation.STANDBY);
    ward.pass(Duration.ofMinutes(1));
    assertThat(isHeldBack(Inactivation.STANDBY)).isFalse();
    assertThat(ward.act(on(seen, Inactivation.STANDBY, 0)).outcome()).isEqualTo(Outcome.DONE);
    assertThat(ward.act(on(seen, Inactivation.STANDBY, 60)).outcome()).isEqualTo(Outcome.DONE);
  }

  @Test
  void whatTwoEndAtOnceIsEndedForBoth() {
    ward.hold(Inactivation.STANDBY, 600);
    Operation end = on(since(Inactivation.STANDBY), Inactivation.STANDBY, 0);
    assertThat(ward.act(end).outcome()).isEqualTo(Outcome.DONE);
    assertThat(ward.act(EVA, end).outcome()).isEqualTo(Outcome.DONE);
    assertThat(isHeldBack(Inactivation.STANDBY)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"STANDBY", "ALARM_PAUSED"})
  void theSameActTwiceIsDoneOnce(Inactivation kind) {
    Operation act = on(0, kind, 600);
    assertThat(ward.act(act).outcome()).isEqualTo(Outcome.DONE);
    InactivationState first = inForce();
    ward.pass(Duration.ofSeconds(5));
    assertThat(ward.act(act).outcome()).isEqualTo(Outcome.DONE);
    assertThat(inForce()).isEqualTo(first);
    assertThat(ward.act(EVA, act).outcome()).as("another's").isEqualTo(Outcome.CONFLICT);
  }

  @Test
  void whatWasSeenOfOnePatientIsNotProlongedForTheNext() {
    ward.hold(Inactivation.STANDBY, 600);
    long seen = since(Inactivation.STANDBY);
    ward.occupied(BED, AlarmWard.OLE, "patch");
    assertThat(ward.act(on(seen, Inactivation.STANDBY, 900)))
        .isEqualTo(ActOutcome.conflict("The patient of bed 407 changed meanwhile."));
    assertThat(isHeldBack(Inactivation.STANDBY)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"60, 180, 180, eva", "180, 60, 180, noor", "120, 120, 121, eva"})
  void ofTwoWhoPauseTheSoundAtOnceThePauseThatEndsLaterCounts(
      int first, int second, int secondsFromFirst, String user) {
    Inactivation kind = Inactivation.AUDIO_PAUSED;
    long start = time.micros();
    assertThat(ward.act(on(0, kind, first)).outcome()).isEqualTo(Outcome.DONE);
    if (first == second) {
      ward.pass(Duration.ofSeconds(1));
    }
    assertThat(ward.act(EVA, on(0, kind, second)).outcome()).isEqualTo(Outcome.DONE);
    assertThat(inForce().untilMicros()).isEqualTo(start + secondsFromFirst * SECOND);
    assertThat(inForce().user()).isEqualTo(user);
  }

  @Test
  void aPauseOfTheSoundIsShortenedByWhoSawItAndEndedByAnybody() {
    Inactivation kind = Inactivation.AUDIO_PAUSED;
    ward.hold(kind, 180);
    assertThat(ward.act(EVA, on(since(kind), kind, 60)).outcome()).isEqualTo(Outcome.DONE);
    assertThat(inForce().untilMicros()).isEqualTo(time.micros() + 60 * SECOND);
    assertThat(ward.act(on(0, kind, 0)).outcome()).isEqualTo(Outcome.DONE);
    assertThat(isHeldBack(kind)).isFalse();
  }

  @Test
  void whatAnotherBridgeSetIsKnownHereAndConflictsAsWell() {
    AlarmWard other = new AlarmWard(time, new VolatileStore(), "west");
    other.occupied(BED, AlarmWard.IDA, "patch");
    other.hold(Inactivation.STANDBY, 600);
    other.told.forEach(ward.system()::merge);
    ward.settle();
    assertThat(ward.act(EVA, on(0, Inactivation.STANDBY, 60)).outcome())
        .isEqualTo(Outcome.CONFLICT);
    Operation end = on(other.since(BED.bed(), Inactivation.STANDBY), Inactivation.STANDBY, 0);
    assertThat(ward.act(EVA, end).outcome()).isEqualTo(Outcome.DONE);
  }
}

package org.wardbeat.wire.ward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlarmTest {
  private static final Acknowledgement BY_ANNE = new Acknowledgement("anne", 70);
  private static final Acknowledgement BY_BEN = new Acknowledgement("ben", 80);
  private static final Alarm RAISED =
      Alarm.raised("VT", AlarmKind.PHYSIOLOGICAL, AlarmPriority.MEDIUM, VitalSign.HR, "VT", 50, 49);

  @Test
  void beginsActiveWithNobodyHavingSeenToIt() {
    assertThat(RAISED.active()).isTrue();
    assertThat(RAISED.over()).isFalse();
    assertThat(RAISED.acknowledged()).isFalse();
    assertThat(RAISED.escalated()).isFalse();
    assertThat(RAISED.changedMicros()).isEqualTo(50);
    assertThat(RAISED.endedMicros()).isZero();
  }

  @ParameterizedTest(name = "latching {0}, acknowledged {1}: {2}")
  @CsvSource({"false,false,ENDED", "false,true,ENDED", "true,false,LATCHED", "true,true,ENDED"})
  void latchesOnlyIfItIsToAndNobodySawToIt(
      boolean latching, boolean acknowledged, AlarmState state) {
    Alarm alarm = acknowledged ? RAISED.acknowledged(BY_ANNE) : RAISED;

    Alarm ended = alarm.ended(latching, 90);

    assertThat(ended.state()).isEqualTo(state);
    assertThat(ended.endedMicros()).isEqualTo(90);
    assertThat(ended.active()).isFalse();
  }

  @Test
  void latchedItIsOverOnceAcknowledgedAndKeepsTheEndOfItsCondition() {
    Alarm over = RAISED.ended(true, 60).acknowledged(BY_ANNE);

    assertThat(over.over()).isTrue();
    assertThat(over.endedMicros()).isEqualTo(60);
    assertThat(over.changedMicros()).isEqualTo(70);
    assertThat(over.acknowledgement()).isEqualTo(BY_ANNE);
  }

  @Test
  void acknowledgedTwiceItStaysAsItIs() {
    Alarm once = RAISED.acknowledged(BY_ANNE);
    assertThat(once.acknowledged(BY_BEN)).isSameAs(once);
  }

  @Test
  void stopsToBeEscalatedOnceAcknowledged() {
    assertThat(RAISED.escalated(60).escalated()).isTrue();
    assertThat(RAISED.escalated(60).acknowledged(BY_ANNE).escalated()).isFalse();
  }

  @ParameterizedTest(name = "medium to {0}: acknowledged {1}")
  @CsvSource({"HIGH,false", "MEDIUM,true", "LOW,true"})
  void hasToBeSeenToAgainJustWhenItGetsGraver(AlarmPriority priority, boolean acknowledged) {
    Alarm changed = RAISED.acknowledged(BY_ANNE).as(priority, "worse", 90);

    assertThat(changed.acknowledged()).isEqualTo(acknowledged);
    assertThat(changed.priority()).isEqualTo(priority);
    assertThat(changed.text()).isEqualTo("worse");
    assertThat(changed.changedMicros()).isEqualTo(90);
    assertThat(changed.onsetMicros()).isEqualTo(50);
  }

  @ParameterizedTest(name = "{0}, ended {1}, acknowledged {2}")
  @CsvSource({"ACTIVE,60,false", "LATCHED,0,false", "ENDED,0,false", "LATCHED,60,true"})
  void hasNoStateThatContradictsTheRestOfIt(AlarmState state, long ended, boolean acknowledged) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Alarm(
                    "VT",
                    AlarmKind.PHYSIOLOGICAL,
                    AlarmPriority.HIGH,
                    state,
                    null,
                    "",
                    50,
                    50,
                    60,
                    ended,
                    acknowledged ? BY_ANNE : null,
                    false))
        .withMessageContaining("expected ");
  }

  @ParameterizedTest
  @CsvSource({"'',0", "' ',0", "A,129"})
  void hasACodeAndATextThatFits(String condition, int textLength) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Alarm.raised(
                    condition,
                    AlarmKind.TECHNICAL,
                    AlarmPriority.LOW,
                    null,
                    "x".repeat(textLength),
                    1,
                    1))
        .withMessageContaining("expected ");
  }
}

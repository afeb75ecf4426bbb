package org.wardbeat.bridge.alarm.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wardbeat.wire.ward.Reading;
import org.wardbeat.wire.ward.Score;
import org.wardbeat.wire.ward.ScoreInput;
import org.wardbeat.wire.ward.ScoreInput.Source;
import org.wardbeat.wire.ward.ScoreInput.State;
import org.wardbeat.wire.ward.ScoreParameter;
import org.wardbeat.wire.ward.VitalSign;

class BedScoresTest {
  private static final long START_MICROS = 1_773_135_600_000_000L;

  private final BedScores scores = new BedScores(ScoreSettings.DEFAULT);
  private final Map<VitalSign, Reading> readings = new EnumMap<>(VitalSign.class);
  private final List<Entered> entries = new ArrayList<>();
  private long nowMicros = START_MICROS;

  @BeforeEach
  void measureAndEnterAll() {
    measure();
    enter(ScoreParameter.OXYGEN, 0);
    enter(ScoreParameter.SYSTOLIC, 120);
    enter(ScoreParameter.ACVPU, 0);
    enter(ScoreParameter.TEMPERATURE, 370);
  }

  private void measure() {
    readings.put(VitalSign.HR, Reading.of(VitalSign.HR, 70, nowMicros));
    readings.put(VitalSign.RR, Reading.of(VitalSign.RR, 16, nowMicros));
    readings.put(VitalSign.SPO2, Reading.of(VitalSign.SPO2, 97, nowMicros));
  }

  private void enter(ScoreParameter parameter, int value) {
    entries.add(new Entered(parameter, value, nowMicros, "N. Haddad"));
    scores.enter(entries);
  }

  private boolean evaluate() {
    return scores.evaluate(readings::get, nowMicros, (nowMicros - START_MICROS) * 1_000);
  }

  private void pass(Duration time) {
    nowMicros += time.toNanos() / 1_000;
  }

  private Score news2() {
    return scores.scores().getFirst();
  }

  private ScoreInput input(ScoreParameter parameter) {
    return news2().inputs().get(Numbers.place(parameter));
  }

  @Test
  void hasATotalOnceAllIsKnown() {
    assertThat(evaluate()).isTrue();
    assertThat(news2().total()).isZero();
    assertThat(news2().band()).isEqualTo(Score.Band.LOW);
    assertThat(news2().version()).isEqualTo("RCP 2017");
    assertThat(news2().sinceMicros()).isEqualTo(START_MICROS);
  }

  @Test
  void tellsWhereEachInputIsFrom() {
    evaluate();
    assertThat(input(ScoreParameter.PULSE).source()).isEqualTo(Source.DEVICE);
    assertThat(input(ScoreParameter.PULSE).expiresMicros()).isZero();
    ScoreInput systolic = input(ScoreParameter.SYSTOLIC);
    assertThat(systolic.source()).isEqualTo(Source.MANUAL);
    assertThat(systolic.user()).isEqualTo("N. Haddad");
    assertThat(systolic.expiresMicros())
        .isEqualTo(START_MICROS + Duration.ofHours(6).toNanos() / 1_000);
  }

  @ParameterizedTest
  @EnumSource(
      value = ScoreParameter.class,
      names = {"SPO2_SCALE_2"},
      mode = EnumSource.Mode.EXCLUDE)
  void hasNoTotalWhileAnInputIsMissing(ScoreParameter missing) {
    entries.removeIf(entry -> entry.parameter() == missing);
    scores.enter(entries);
    switch (missing) {
      case RESPIRATION -> readings.remove(VitalSign.RR);
      case SPO2 -> readings.put(VitalSign.SPO2, Reading.unavailable(VitalSign.SPO2, nowMicros));
      case PULSE -> readings.remove(VitalSign.HR);
      default -> {}
    }
    evaluate();
    assertThat(news2().hasTotal()).isFalse();
    assertThat(news2().band()).isEqualTo(Score.Band.NONE);
    assertThat(input(missing).state()).isEqualTo(State.MISSING);
    assertThat(news2().inputs().stream().filter(input -> input.state() != State.VALID)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = ScoreParameter.class,
      names = {"OXYGEN", "SYSTOLIC", "ACVPU", "TEMPERATURE"})
  void hasNoTotalOnceAnEntryHasExpired(ScoreParameter oldest) {
    pass(Duration.ofHours(1));
    for (ScoreParameter parameter : ScoreParameter.values()) {
      if (parameter != oldest) {
        entries.stream()
            .filter(entry -> entry.parameter() == parameter)
            .findFirst()
            .ifPresent(entry -> enter(parameter, entry.value()));
      }
    }
    pass(Duration.ofHours(5).minusMillis(1));
    measure();
    evaluate();
    assertThat(news2().hasTotal()).isTrue();
    pass(Duration.ofMillis(1));
    assertThat(evaluate()).isTrue();
    assertThat(news2().hasTotal()).isFalse();
    assertThat(input(oldest).state()).isEqualTo(State.EXPIRED);
    assertThat(input(oldest).points()).isZero();
  }

  @Test
  void hasNoTotalOnceTheDeviceHasBeenSilentForAMinute() {
    evaluate();
    pass(Duration.ofSeconds(59));
    evaluate();
    assertThat(news2().hasTotal()).isTrue();
    pass(Duration.ofSeconds(1));
    assertThat(evaluate()).isTrue();
    assertThat(news2().hasTotal()).isFalse();
    assertThat(input(ScoreParameter.RESPIRATION).state()).isEqualTo(State.EXPIRED);
  }

  @Test
  void takesTheNewerOfMeasuredAndEntered() {
    readings.put(VitalSign.NIBP_SYS, Reading.of(VitalSign.NIBP_SYS, 95, nowMicros + 1));
    evaluate();
    assertThat(input(ScoreParameter.SYSTOLIC).value()).isEqualTo(95);
    assertThat(input(ScoreParameter.SYSTOLIC).source()).isEqualTo(Source.DEVICE);
    pass(Duration.ofMinutes(1));
    measure();
    enter(ScoreParameter.SYSTOLIC, 130);
    evaluate();
    assertThat(input(ScoreParameter.SYSTOLIC).value()).isEqualTo(130);
    assertThat(input(ScoreParameter.SYSTOLIC).source()).isEqualTo(Source.MANUAL);
  }

  @Test
  void takesThePulseOfTheOximeterWithoutAnEcg() {
    readings.remove(VitalSign.HR);
    readings.put(VitalSign.PULSE, Reading.of(VitalSign.PULSE, 135, nowMicros));
    evaluate();
    assertThat(news2().total()).isEqualTo(3);
    assertThat(news2().band()).isEqualTo(Score.Band.LOW_MEDIUM);
  }

  @Test
  void scoresSaturationByScale2OnlyWherePrescribed() {
    readings.put(VitalSign.SPO2, Reading.of(VitalSign.SPO2, 89, nowMicros));
    evaluate();
    assertThat(news2().total()).isEqualTo(3);
    enter(ScoreParameter.SPO2_SCALE_2, 1);
    assertThat(evaluate()).isTrue();
    assertThat(news2().total()).isZero();
  }

  @Test
  void takesNoImplausibleValueOfADevice() {
    readings.put(VitalSign.RR, Reading.of(VitalSign.RR, 900, nowMicros));
    evaluate();
    assertThat(news2().hasTotal()).isFalse();
    assertThat(input(ScoreParameter.RESPIRATION).state()).isEqualTo(State.MISSING);
  }

  @Test
  void tellsMereValuesEveryFifteenMinutes() {
    evaluate();
    pass(Duration.ofSeconds(1));
    readings.put(VitalSign.HR, Reading.of(VitalSign.HR, 71, nowMicros));
    assertThat(evaluate()).isFalse();
    assertThat(input(ScoreParameter.PULSE).value()).isEqualTo(70);
    pass(Duration.ofMinutes(15).minusSeconds(1));
    measure();
    readings.put(VitalSign.HR, Reading.of(VitalSign.HR, 72, nowMicros));
    assertThat(evaluate()).isTrue();
    assertThat(input(ScoreParameter.PULSE).value()).isEqualTo(72);
    assertThat(news2().sinceMicros()).isEqualTo(START_MICROS);
  }

  @Test
  void comparesWithTheTotalOfAnHourBefore() {
    evaluate();
    for (int minute = 1; minute <= 62; minute++) {
      pass(Duration.ofMinutes(1));
      measure();
      if (minute > 30) {
        readings.put(VitalSign.HR, Reading.of(VitalSign.HR, 135, nowMicros));
      }
      evaluate();
    }
    assertThat(news2().total()).isEqualTo(3);
    assertThat(news2().trend()).isEqualTo(3);
    for (int minute = 0; minute < 45; minute++) {
      pass(Duration.ofMinutes(1));
      measure();
      readings.put(VitalSign.HR, Reading.of(VitalSign.HR, 135, nowMicros));
      evaluate();
    }
    assertThat(news2().trend()).isZero();
  }

  @Test
  void forgetsAllOfAnotherPatient() {
    evaluate();
    scores.clear();
    assertThat(scores.scores()).isEmpty();
    evaluate();
    assertThat(news2().hasTotal()).isFalse();
    assertThat(news2().trend()).isZero();
  }

  @Test
  void makesBothScoresIfAskedTo() {
    ScoreSettings both =
        new ScoreSettings(
            List.of(Score.Kind.MEWS, Score.Kind.NEWS2),
            ScoreSettings.DEFAULT.counts(),
            ScoreSettings.DEFAULT.continuous(),
            ScoreSettings.DEFAULT.settled());
    BedScores bed = new BedScores(both);
    bed.enter(entries);
    bed.evaluate(readings::get, nowMicros, 0);
    assertThat(bed.scores())
        .extracting(Score::kind)
        .containsExactly(Score.Kind.NEWS2, Score.Kind.MEWS);
    assertThat(bed.scores().get(1).total()).isEqualTo(1); // respiration 16
    assertThat(bed.scores().get(1).inputs()).hasSize(5);
  }
}

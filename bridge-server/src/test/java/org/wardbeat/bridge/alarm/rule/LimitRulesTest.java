package org.wardbeat.bridge.alarm.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.wardbeat.wire.ward.VitalSign.HR;
import static org.wardbeat.wire.ward.VitalSign.NIBP_SYS;
import static org.wardbeat.wire.ward.VitalSign.RR;
import static org.wardbeat.wire.ward.VitalSign.SPO2;
import static org.wardbeat.wire.ward.VitalSign.TEMP;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wardbeat.bridge.alarm.ConditionChange;
import org.wardbeat.wire.ward.AlarmLimits;
import org.wardbeat.wire.ward.DeviceStatus;
import org.wardbeat.wire.ward.Electrode;
import org.wardbeat.wire.ward.Limit;
import org.wardbeat.wire.ward.PatientCategory;
import org.wardbeat.wire.ward.VitalSign;

class LimitRulesTest {
  private final RuledBed bed = RuledBed.adult();

  @ParameterizedTest
  @CsvSource({
    "HR, 121, 6, HR_HIGH, HR 121 > 120, MEDIUM",
    "HR, 49, 6, HR_LOW, HR 49 < 50, MEDIUM",
    "HR, 141, 6, EXTREME_TACHY, EXTREME TACHY 141 > 140, HIGH",
    "HR, 39, 6, EXTREME_BRADY, EXTREME BRADY 39 < 40, HIGH",
    "PULSE, 121, 6, PULSE_HIGH, PULSE 121 > 120, MEDIUM",
    "PULSE, 49, 6, PULSE_LOW, PULSE 49 < 50, MEDIUM",
    "RR, 31, 14, RR_HIGH, RR 31 > 30, MEDIUM",
    "RR, 7, 14, RR_LOW, RR 7 < 8, MEDIUM",
    "SPO2, 89, 10, SPO2_LOW, SpO₂ 89 < 90, MEDIUM",
    "SPO2, 79, 10, DESAT, DESAT 79 < 80, HIGH",
    "TEMP, 391, 10, TEMP_HIGH, TEMP 39.1 > 39.0, MEDIUM",
    "TEMP, 359, 10, TEMP_LOW, TEMP 35.9 < 36.0, MEDIUM",
    "NIBP_SYS, 161, 0, NIBP_SYS_HIGH, NIBP SYS 161 > 160, MEDIUM",
    "NIBP_SYS, 89, 0, NIBP_SYS_LOW, NIBP SYS 89 < 90, MEDIUM",
    "NIBP_DIA, 91, 0, NIBP_DIA_HIGH, NIBP DIA 91 > 90, MEDIUM",
    "NIBP_MEAN, 59, 0, NIBP_MEAN_LOW, NIBP MEAN 59 < 60, MEDIUM",
    "ETCO2, 51, 10, ETCO2_HIGH, EtCO₂ 51 > 50, MEDIUM",
    "PVC, 11, 0, PVC_HIGH, PVC 11 > 10, LOW",
    "ST_I, 21, 15, ST_I_HIGH, ST I 2.1 > 2.0, MEDIUM",
    "ST_II, -21, 15, ST_II_LOW, ST II -2.1 < -2.0, MEDIUM"
  })
  void raisesEachConditionAfterItsDelay(
      VitalSign sign, int value, int delaySeconds, String code, String text, String priority) {
    for (int second = 0; second < delaySeconds; second++) {
      bed.at(second * 1_000L);
      bed.says(sign, value);
    }
    assertThat(bed.told()).isEmpty();
    bed.at(delaySeconds * 1_000L);
    bed.says(sign, value);
    ConditionChange raised =
        bed.changes().stream().filter(ConditionChange::active).findFirst().orElseThrow();
    assertThat(raised.condition()).isEqualTo(code);
    assertThat(raised.sign()).isEqualTo(sign);
    assertThat(bed.told()).containsExactly("0 %s %s".formatted(priority, text));
  }

  @ParameterizedTest
  @CsvSource({"HR, 50", "HR, 120", "SPO2, 90", "SPO2, 100", "RR, 8", "RR, 30", "TEMP, 390"})
  void raisesNothingAtALimit(VitalSign sign, int value) {
    bed.saysEverySecond(sign, value, 0, 60_000);
    assertThat(bed.told()).isEmpty();
  }

  @Test
  void watchesSaturationAboveAHighLimitOfANewborn() {
    RuledBed newborn =
        new RuledBed(RuleSettings.DEFAULT, Profiles.limits(PatientCategory.NEONATAL));
    newborn.saysEverySecond(SPO2, 97, 0, 5_000);
    assertThat(newborn.told()).isEmpty();
    newborn.saysEverySecond(SPO2, 97, 6_000, 6_000);
    assertThat(newborn.told()).containsExactly("0 MEDIUM SpO₂ 97 > 95");
  }

  @Test
  void raisesNothingForABreachThatEndsInTime() {
    bed.saysEverySecond(HR, 130, 0, 5_000);
    bed.saysEverySecond(HR, 120, 6_000, 6_000);
    bed.saysEverySecond(HR, 130, 7_000, 12_000);
    assertThat(bed.told()).isEmpty();
    bed.saysEverySecond(HR, 130, 13_000, 13_000);
    assertThat(bed.told()).containsExactly("7000 MEDIUM HR 130 > 120");
  }

  @Test
  void endsOnlyInsideTheHysteresis() {
    bed.saysEverySecond(HR, 130, 0, 6_000);
    bed.saysEverySecond(HR, 119, 7_000, 20_000);
    assertThat(bed.told()).containsExactly("0 MEDIUM HR 130 > 120");
    bed.saysEverySecond(HR, 118, 21_000, 21_000);
    assertThat(bed.told()).containsExactly("HR_HIGH ends");
  }

  @ParameterizedTest
  @CsvSource({"SPO2, 100, , 99, 100, SPO2_LOW", "RR, , 0, 1, 0, RR_HIGH"})
  void endsAtTheBestValueThereIsWhereTheHysteresisAsksForMore(
      VitalSign sign, Integer low, Integer high, int beyond, int best, String code) {
    bed.limits(
        new AlarmLimits(
            PatientCategory.ADULT, List.of(new Limit(sign, true, low, high, null, null))));
    bed.saysEverySecond(sign, beyond, 0, 14_000);
    assertThat(bed.told()).hasSize(1);
    bed.saysEverySecond(sign, best, 15_000, 15_000);
    assertThat(bed.told()).containsExactly(code + " ends");
  }

  @Test
  void putsTheGraverInThePlaceOfTheOther() {
    bed.saysEverySecond(HR, 130, 0, 6_000);
    bed.saysEverySecond(HR, 150, 7_000, 12_000);
    assertThat(bed.told()).containsExactly("0 MEDIUM HR 130 > 120");
    bed.saysEverySecond(HR, 150, 13_000, 13_000);
    assertThat(bed.told()).containsExactly("7000 HIGH EXTREME TACHY 150 > 140", "HR_HIGH ends");
  }

  @Test
  void goesOnWithTheLesserAsAnotherAlarm() {
    bed.saysEverySecond(HR, 150, 0, 10_000);
    assertThat(bed.told()).containsExactly("0 HIGH EXTREME TACHY 150 > 140");
    bed.saysEverySecond(HR, 139, 11_000, 12_000);
    assertThat(bed.told()).isEmpty();
    bed.saysEverySecond(HR, 138, 13_000, 13_000);
    assertThat(bed.told()).containsExactly("13000 MEDIUM HR 138 > 120", "EXTREME_TACHY ends");
    bed.saysEverySecond(HR, 100, 14_000, 14_000);
    assertThat(bed.told()).containsExactly("HR_HIGH ends");
  }

  @Test
  void goesFromOneSideToTheOther() {
    bed.saysEverySecond(HR, 130, 0, 6_000);
    bed.saysEverySecond(HR, 45, 7_000, 13_000);
    assertThat(bed.told())
        .containsExactly("0 MEDIUM HR 130 > 120", "HR_HIGH ends", "7000 MEDIUM HR 45 < 50");
  }

  @Test
  void marksOnlyExtremeHeartRatesAsLatching() {
    bed.saysEverySecond(HR, 30, 0, 6_000);
    bed.saysEverySecond(SPO2, 70, 7_000, 17_000);
    assertThat(bed.changes())
        .filteredOn(ConditionChange::active)
        .extracting(ConditionChange::condition, ConditionChange::latching)
        .containsExactly(tuple("EXTREME_BRADY", true), tuple("DESAT", false));
  }

  @Test
  void watchesNothingThatIsOff() {
    bed.limits(
        new AlarmLimits(
            PatientCategory.ADULT,
            List.of(
                new Limit(HR, false, 50, 120, 40, 140),
                new Limit(SPO2, true, null, null, 80, null))));
    for (int second = 0; second < 30; second++) {
      bed.at(second * 1_000L);
      bed.says(Map.of(HR, 250, SPO2, 85, RR, 60));
    }
    assertThat(bed.told()).isEmpty();
    bed.saysEverySecond(SPO2, 79, 30_000, 40_000);
    assertThat(bed.told()).containsExactly("30000 HIGH DESAT 79 < 80");
  }

  @Test
  void holdsOnWhileAValueIsMissingForLessThanADropout() {
    bed.saysEverySecond(SPO2, 86, 0, 4_000);
    for (long then = 5_000; then <= 9_000; then += 1_000) {
      bed.at(then);
      bed.says(SPO2, null);
    }
    assertThat(bed.told()).isEmpty();
    bed.saysEverySecond(SPO2, 86, 10_000, 10_000);
    assertThat(bed.told()).containsExactly("0 MEDIUM SpO₂ 86 < 90");
    for (long then = 11_000; then <= 20_000; then += 1_000) {
      bed.at(then);
      bed.says(SPO2, null);
    }
    assertThat(bed.told()).isEmpty();
    bed.at(21_000);
    bed.says(SPO2, null);
    assertThat(bed.told()).containsExactly("SPO2_LOW ends");
    bed.saysEverySecond(SPO2, 86, 22_000, 32_000);
    assertThat(bed.told()).containsExactly("22000 MEDIUM SpO₂ 86 < 90");
  }

  @Test
  void takesAValueThatIsLeftOutAsLasting() {
    bed.says(TEMP, 395);
    for (long then = 1_000; then <= 10_000; then += 1_000) {
      bed.at(then);
      bed.saysNothing();
    }
    assertThat(bed.told()).containsExactly("0 MEDIUM TEMP 39.5 > 39.0");
  }

  @Test
  void evaluatesFromZeroAfterADropoutAndRaisesAgain() {
    bed.saysEverySecond(HR, 130, 0, 6_000);
    bed.told();
    bed.at(16_000);
    assertThat(bed.told()).containsExactly("16000 MEDIUM NO DATA", "HR_HIGH ends");
    bed.saysEverySecond(HR, 130, 20_000, 25_000);
    assertThat(bed.told()).containsExactly("NO_DATA ends");
    bed.saysEverySecond(HR, 130, 26_000, 26_000);
    assertThat(bed.told()).containsExactly("20000 MEDIUM HR 130 > 120");
  }

  @Test
  void evaluatesFromZeroWhenTheBridgeWasAwayWhileTheSourceLeftOutTooMuch() {
    bed.saysEverySecond(HR, 130, 0, 6_000);
    bed.told();
    bed.frozenUntil(18_000);
    bed.says(HR, 130);
    assertThat(bed.told()).containsExactly("HR_HIGH ends");
    bed.saysEverySecond(HR, 130, 19_000, 24_000);
    assertThat(bed.told()).containsExactly("18000 MEDIUM HR 130 > 120");
  }

  @Test
  void evaluatesFromZeroWhenElectrodesComeOff() {
    for (long then = 0; then <= 14_000; then += 1_000) {
      bed.at(then);
      bed.says(Map.of(HR, 130, SPO2, 85));
    }
    assertThat(bed.told()).containsExactly("0 MEDIUM HR 130 > 120", "0 MEDIUM SpO₂ 85 < 90");
    bed.status(new DeviceStatus(true, Set.of(Electrode.LL), 80));
    assertThat(bed.told()).containsExactly("14000 LOW LEADS OFF LL", "HR_HIGH ends");
    for (long then = 15_000; then <= 21_000; then += 1_000) {
      bed.at(then);
      bed.says(Map.of(HR, 130, SPO2, 85));
    }
    assertThat(bed.told()).containsExactly("15000 MEDIUM HR 130 > 120");
  }

  @Test
  void evaluatesNothingWhileHeldBackAndAllFromZeroAfterIt() {
    bed.saysEverySecond(HR, 130, 0, 6_000);
    bed.told();
    bed.holdBack(true);
    assertThat(bed.told()).containsExactly("HR_HIGH ends");
    bed.saysEverySecond(HR, 130, 7_000, 60_000);
    bed.at(120_000);
    assertThat(bed.told()).isEmpty();
    bed.saysEverySecond(HR, 130, 120_000, 125_000);
    bed.holdBack(false);
    bed.saysEverySecond(HR, 130, 126_000, 131_000);
    assertThat(bed.told()).isEmpty();
    bed.saysEverySecond(HR, 130, 132_000, 132_000);
    assertThat(bed.told()).containsExactly("126000 MEDIUM HR 130 > 120");
  }

  @Test
  void raisesWhatWasMeasuredBeforeAPauseAgainAfterIt() {
    bed.says(NIBP_SYS, 190);
    bed.holdBack(true);
    bed.told();
    bed.at(5_000);
    bed.saysNothing();
    bed.holdBack(false);
    bed.at(6_000);
    bed.saysNothing();
    assertThat(bed.told()).containsExactly("6000 MEDIUM NIBP SYS 190 > 160");
  }

  @Test
  void evaluatesASignWithOtherLimitsFromZeroAndNoOther() {
    for (long then = 0; then <= 10_000; then += 1_000) {
      bed.at(then);
      bed.says(Map.of(HR, 130, SPO2, 85));
    }
    bed.told();
    List<Limit> limits =
        Profiles.limits(PatientCategory.ADULT).limits().stream()
            .map(limit -> limit.sign() == HR ? new Limit(HR, true, 50, 125, 40, 145) : limit)
            .toList();
    bed.limits(new AlarmLimits(PatientCategory.ADULT, limits));
    assertThat(bed.told()).containsExactly("HR_HIGH ends");
    for (long then = 11_000; then <= 17_000; then += 1_000) {
      bed.at(then);
      bed.says(Map.of(HR, 130, SPO2, 85));
    }
    assertThat(bed.told()).containsExactly("11000 MEDIUM HR 130 > 125");
  }

  @Test
  void endsAllOfWhoLayThereBefore() {
    bed.saysEverySecond(HR, 130, 0, 6_000);
    bed.told();
    bed.rules.replaced(bed.nanos(), bed.micros());
    assertThat(bed.told()).containsExactly("HR_HIGH ends");
    bed.born("patch-2");
    bed.saysEverySecond(HR, 130, 7_000, 13_000);
    assertThat(bed.told()).containsExactly("7000 MEDIUM HR 130 > 120");
  }

  @Test
  void countsADelayOnWhenTheDevicesClockIsSetBackOrForth() {
    bed.saysEverySecond(HR, 130, 0, 3_000);
    bed.setDeviceClock(-3_600_000);
    bed.saysEverySecond(HR, 130, 4_000, 5_000);
    bed.setDeviceClock(3_600_000);
    assertThat(bed.told()).noneMatch(told -> told.contains("HR"));
    bed.saysEverySecond(HR, 130, 6_000, 6_000);
    assertThat(bed.told()).contains("0 MEDIUM HR 130 > 120");
  }

  @Test
  void evaluatesWhatWaitedSomewhereByItsOwnTimes() {
    bed.at(30_000);
    bed.told();
    for (int second = 0; second <= 8; second++) {
      bed.saysLate(HR, second < 7 ? 130 : 80, 20_000 - second * 1_000L);
    }
    assertThat(bed.told()).containsExactly("10000 MEDIUM HR 130 > 120", "HR_HIGH ends");
  }

  @Test
  void saysOnceWhatIsNormalSoThatWhatARestartBroughtBackCanEnd() {
    bed.says(HR, 80);
    bed.at(1_000);
    bed.says(HR, 80);
    assertThat(bed.changes())
        .filteredOn(
            change -> change.condition().contains("HR") || change.condition().contains("EXTREME"))
        .extracting(ConditionChange::condition)
        .containsExactlyInAnyOrder("HR_LOW", "HR_HIGH", "EXTREME_BRADY", "EXTREME_TACHY");
    assertThat(bed.changes()).extracting(ConditionChange::active).doesNotContain(true);
  }

  @Test
  void saysNothingOfABreachThatMayStillBeTheOneOfBeforeARestart() {
    bed.saysEverySecond(HR, 130, 0, 5_000);
    assertThat(bed.changes())
        .extracting(ConditionChange::condition)
        .contains("HR_LOW", "EXTREME_TACHY")
        .doesNotContain("HR_HIGH");
  }

  @Test
  void endsWhatARestartBroughtBackOfASignThatIsNoLongerTold() {
    bed.saysEverySecond(SPO2, 97, 0, 9_000);
    assertThat(bed.changes()).extracting(ConditionChange::condition).doesNotContain("HR_HIGH");
    bed.saysEverySecond(SPO2, 97, 10_000, 10_000);
    assertThat(bed.changes()).extracting(ConditionChange::condition).contains("HR_HIGH");
  }

  @Test
  void watchesNoEmptyBed() {
    bed.rules.born("patch-1", false, false, bed.deviceMicros(), bed.nanos(), bed.micros());
    bed.saysEverySecond(HR, 130, 0, 10_000);
    bed.at(60_000);
    assertThat(bed.told()).isEmpty();
  }
}

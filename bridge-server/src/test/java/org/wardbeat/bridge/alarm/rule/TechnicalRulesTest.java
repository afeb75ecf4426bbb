package org.wardbeat.bridge.alarm.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wardbeat.wire.ward.VitalSign.HR;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wardbeat.bridge.alarm.ConditionChange;
import org.wardbeat.wire.ward.AlarmKind;
import org.wardbeat.wire.ward.DeviceStatus;
import org.wardbeat.wire.ward.Electrode;

class TechnicalRulesTest {
  private final RuledBed bed = RuledBed.adult();

  private static DeviceStatus online() {
    return new DeviceStatus(true, Set.of(), 80);
  }

  @Test
  void alarmsOfASilentBedAfterTenSecondsAndHighAfterThirty() {
    bed.saysEverySecond(HR, 80, 0, 3_000);
    bed.at(12_999);
    assertThat(bed.told()).isEmpty();
    bed.at(13_000);
    assertThat(bed.told()).containsExactly("13000 MEDIUM NO DATA");
    bed.at(32_999);
    assertThat(bed.told()).isEmpty();
    bed.at(33_000);
    assertThat(bed.told()).containsExactly("13000 HIGH NO DATA");
    bed.at(40_000);
    bed.says(HR, 80);
    assertThat(bed.told()).containsExactly("NO_DATA ends");
  }

  @Test
  void alarmsOfABedThatWasNeverHeard() {
    bed.at(9_999);
    assertThat(bed.told()).isEmpty();
    bed.at(10_000);
    assertThat(bed.told()).containsExactly("10000 MEDIUM NO DATA");
  }

  @Test
  void saysNothingOfSilenceUntilItIsProvenOtherwise() {
    bed.at(9_000);
    assertThat(bed.changes()).extracting(ConditionChange::condition).doesNotContain("NO_DATA");
    bed.says(HR, 80);
    assertThat(bed.changes()).extracting(ConditionChange::condition).contains("NO_DATA");
  }

  @Test
  void takesNoOldDataForALivingDevice() {
    bed.at(5_000);
    bed.saysLate(HR, 80, 15_000);
    bed.at(9_000);
    bed.saysLate(HR, 80, 15_000);
    bed.at(9_999);
    assertThat(bed.told()).isEmpty();
    bed.at(10_000);
    assertThat(bed.told()).containsExactly("4000 MEDIUM NO DATA"); // 10 s after the last it said
  }

  @Test
  void waitsAfterItsOwnStandstillForWhatIsOnItsWay() {
    bed.saysEverySecond(HR, 80, 0, 3_000);
    bed.frozenUntil(60_000);
    bed.tick();
    assertThat(bed.told()).isEmpty();
    bed.says(HR, 80);
    bed.at(65_000);
    assertThat(bed.told()).isEmpty();
  }

  @Test
  void alarmsOfADeviceThatIsOffInsteadOfSilence() {
    bed.status(online());
    bed.saysEverySecond(HR, 130, 0, 6_000);
    bed.told();
    bed.at(6_500);
    bed.lastWill();
    assertThat(bed.told()).containsExactly("6000 MEDIUM DEVICE OFF", "HR_HIGH ends");
    bed.at(36_499);
    assertThat(bed.told()).isEmpty();
    bed.at(36_500);
    bed.tick();
    assertThat(bed.told()).containsExactly("6000 HIGH DEVICE OFF");
    bed.status(online());
    assertThat(bed.told()).containsExactly("DEVICE_OFF ends");
    bed.at(46_500);
    bed.tick();
    assertThat(bed.told()).containsExactly("16000 MEDIUM NO DATA");
  }

  @Test
  void alarmsOfElectrodesAndNamesThem() {
    bed.status(online());
    bed.at(1_000);
    bed.status(new DeviceStatus(true, Set.of(Electrode.LL), 80));
    assertThat(bed.told()).containsExactly("1000 LOW LEADS OFF LL");
    bed.at(2_000);
    bed.status(new DeviceStatus(true, Set.of(Electrode.LL, Electrode.RA), 80));
    assertThat(bed.told()).containsExactly("1000 LOW LEADS OFF RA LL");
    bed.status(online());
    assertThat(bed.told()).containsExactly("LEADS_OFF ends");
  }

  @ParameterizedTest
  @CsvSource({"10, false", "9, true", "0, true", "-1, false", "100, false"})
  void alarmsOfALowBattery(int percent, boolean alarmed) {
    bed.status(new DeviceStatus(true, Set.of(), percent));
    assertThat(bed.told().contains("0 LOW REPLACE BATTERY")).isEqualTo(alarmed);
  }

  @Test
  void takesABatteryForLowUntilItIsClearlyNot() {
    bed.status(new DeviceStatus(true, Set.of(), 9));
    bed.told();
    bed.status(new DeviceStatus(true, Set.of(), 14));
    assertThat(bed.told()).isEmpty();
    bed.status(new DeviceStatus(true, Set.of(), 15));
    assertThat(bed.told()).containsExactly("BATTERY_LOW ends");
  }

  @ParameterizedTest
  @CsvSource({"5000, false", "5001, true", "-5001, true", "3600000, true", "-3600000, true"})
  void alarmsOfAClockThatIsOff(long aheadMillis, boolean alarmed) {
    bed.setDeviceClock(aheadMillis);
    bed.says(HR, 80);
    bed.tick();
    assertThat(bed.told().toString().contains("LOW CLOCK UNSYNCED")).isEqualTo(alarmed);
    bed.setDeviceClock(4_500);
    bed.tick();
    assertThat(bed.told()).isEmpty();
    bed.setDeviceClock(0);
    bed.tick();
    assertThat(bed.told().contains("CLOCK_UNSYNCED ends")).isEqualTo(alarmed);
  }

  @Test
  void alarmsOfTwoDevicesThatTakeTurns() {
    bed.says(HR, 80);
    bed.at(1_000);
    bed.born("patch-2");
    bed.says(HR, 80);
    bed.at(2_000);
    assertThat(bed.told()).isEmpty();
    bed.born("patch-1");
    bed.says(HR, 80);
    assertThat(bed.told()).containsExactly("2000 MEDIUM DEVICE CONFLICT");
    bed.saysEverySecond(HR, 80, 3_000, 62_000);
    assertThat(bed.told()).isEmpty();
    bed.saysEverySecond(HR, 80, 63_000, 63_000);
    assertThat(bed.told()).containsExactly("DEVICE_CONFLICT ends");
  }

  @Test
  void alarmsOfADeviceThatWasReplacedButGoesOn() {
    bed.says(HR, 80);
    bed.at(1_000);
    bed.born("patch-2");
    for (long then = 1_000; then <= 11_000; then += 1_000) {
      bed.at(then);
      bed.says(HR, 80);
      bed.rules.overtaken(bed.nanos());
    }
    assertThat(bed.told()).isEmpty();
    bed.at(11_500);
    bed.rules.overtaken(bed.nanos());
    bed.tick();
    assertThat(bed.told()).containsExactly("11000 MEDIUM DEVICE CONFLICT");
  }

  @Test
  void raisesNoConflictForADeviceThatComesBackLater() {
    bed.at(1_000);
    bed.born("patch-2");
    bed.saysEverySecond(HR, 80, 1_000, 62_000);
    bed.born("patch-1");
    bed.says(HR, 80);
    assertThat(bed.told()).isEmpty();
  }

  @Test
  void alarmsOfRefusedMessagesThatDoNotCease() {
    bed.saysEverySecond(HR, 80, 0, 0);
    for (long then = 1_000; then <= 3_000; then += 1_000) {
      assertThat(bed.told()).isEmpty();
      bed.at(then);
      bed.says(HR, 80);
      bed.rules.refused(bed.nanos());
    }
    bed.saysEverySecond(HR, 80, 4_000, 32_000);
    assertThat(bed.told()).containsExactly("3000 LOW DATA REJECTED");
    bed.saysEverySecond(HR, 80, 33_000, 34_000);
    assertThat(bed.told()).containsExactly("DATA_REJECTED ends");
  }

  @Test
  void raisesNothingForSingleRefusedMessages() {
    for (long then = 0; then <= 120_000; then += 1_000) {
      bed.at(then);
      bed.says(HR, 80);
      if (then % 6_000 == 0) {
        bed.rules.refused(bed.nanos());
      }
    }
    assertThat(bed.told()).isEmpty();
  }

  @Test
  void tellsNoTechnicalConditionWhileHeldBack() {
    bed.status(new DeviceStatus(true, Set.of(Electrode.LL), 5));
    assertThat(bed.told()).hasSize(2);
    bed.holdBack(true);
    assertThat(bed.told()).containsExactly("LEADS_OFF ends", "BATTERY_LOW ends");
    bed.at(60_000);
    bed.lastWill();
    assertThat(bed.told()).isEmpty();
    bed.status(new DeviceStatus(true, Set.of(), 5));
    bed.holdBack(false);
    bed.at(69_000);
    assertThat(bed.told()).containsExactly("60000 LOW REPLACE BATTERY");
    bed.at(70_000);
    assertThat(bed.told()).containsExactly("10000 MEDIUM NO DATA");
  }

  @Test
  void marksThemAsTechnical() {
    bed.at(10_000);
    assertThat(bed.changes())
        .filteredOn(ConditionChange::active)
        .allSatisfy(change -> assertThat(change.kind()).isEqualTo(AlarmKind.TECHNICAL));
  }
}

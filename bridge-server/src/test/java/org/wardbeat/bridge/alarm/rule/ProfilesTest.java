package org.wardbeat.bridge.alarm.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.wardbeat.wire.ward.Limit;
import org.wardbeat.wire.ward.PatientCategory;
import org.wardbeat.wire.ward.VitalSign;

class ProfilesTest {
  @ParameterizedTest
  @CsvSource({
    "ADULT, 50, 120, 40, 140",
    "ADULT, 35, 190, 30, 200",
    "ADULT, 25, 210, 25, 210",
    "PAEDIATRIC, 75, 160, 65, 180",
    "NEONATAL, 100, 200, 90, 220"
  })
  void putsExtremesBesideTheLimitsOfTheHeartRate(
      PatientCategory profile, int low, int high, int extremeLow, int extremeHigh) {
    Limit limit = Profiles.heartRate(profile, low, high);
    assertThat(limit.extremeLow()).isEqualTo(extremeLow);
    assertThat(limit.extremeHigh()).isEqualTo(extremeHigh);
  }

  @ParameterizedTest
  @EnumSource(PatientCategory.class)
  void haveLimitsOfEveryVitalSign(PatientCategory profile) {
    assertThat(Profiles.limits(profile).profile()).isEqualTo(profile);
    assertThat(Profiles.limits(profile).limits())
        .extracting(Limit::sign)
        .containsExactly(VitalSign.values());
  }

  @Test
  void areThoseOfTheReferenceForGrownUps() {
    assertThat(Profiles.limits(PatientCategory.ADULT).limits())
        .contains(
            new Limit(VitalSign.HR, true, 50, 120, 40, 140),
            new Limit(VitalSign.RR, true, 8, 30, null, null),
            new Limit(VitalSign.SPO2, true, 90, 100, 80, null),
            new Limit(VitalSign.TEMP, true, 360, 390, null, null));
  }
}

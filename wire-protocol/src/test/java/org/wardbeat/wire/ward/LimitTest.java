package org.wardbeat.wire.ward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitTest {
  @ParameterizedTest(name = "{0} ≤ {1} < {2} ≤ {3}")
  @CsvSource({"40,50,120,140", "50,50,120,120", ",50,120,", "40,,,140", ",,,", ",,120,", "40,,41,"})
  void areInOrder(
      @Nullable Integer extremeLow,
      @Nullable Integer low,
      @Nullable Integer high,
      @Nullable Integer extremeHigh) {
    assertThat(new Limit(VitalSign.HR, true, low, high, extremeLow, extremeHigh).on()).isTrue();
  }

  @ParameterizedTest(name = "{0}, {1}, {2}, {3}")
  @CsvSource({
    "51,50,120,140",
    "40,120,120,140",
    "40,50,141,140",
    "140,,,140",
    "120,,120,",
    ",140,,140"
  })
  void areRefusedOutOfOrder(
      @Nullable Integer extremeLow,
      @Nullable Integer low,
      @Nullable Integer high,
      @Nullable Integer extremeHigh) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Limit(VitalSign.HR, true, low, high, extremeLow, extremeHigh))
        .withMessageStartingWith("limits of HR: expected ");
  }

  @Test
  void refusalsShowValuesInTheirUnits() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Limit(VitalSign.TEMP, true, 390, 360, null, null))
        .withMessageContaining("39.0")
        .withMessageContaining("36.0");
  }

  @Test
  void comeOncePerVitalSignAndInOrder() {
    Limit rate = new Limit(VitalSign.HR, true, 50, 120, null, null);
    Limit saturation = new Limit(VitalSign.SPO2, true, 90, null, null, null);

    assertThat(new AlarmLimits(PatientCategory.ADULT, List.of(rate, saturation)).limits())
        .hasSize(2);
    for (List<Limit> wrong : List.of(List.of(rate, rate), List.of(saturation, rate))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new AlarmLimits(PatientCategory.ADULT, wrong))
          .withMessageStartingWith("limits: expected ");
    }
  }
}

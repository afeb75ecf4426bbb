package org.wardbeat.station.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TemperatureUnitTest {
  @ParameterizedTest
  @EnumSource(TemperatureUnit.class)
  void eachTenthOfADegreeCelsiusComesBackFromWhatIsShown(TemperatureUnit unit) {
    Set<BigDecimal> shown = new HashSet<>();
    for (int tenths = -500; tenths <= 1_000; tenths++) {
      BigDecimal celsius = BigDecimal.valueOf(tenths, 1);
      assertThat(unit.celsius(unit.of(celsius))).isEqualTo(celsius);
      assertThat(unit.keeps(unit.of(celsius))).isTrue();
      shown.add(unit.of(celsius));
    }
    assertThat(shown).as("no two show alike").hasSize(1_501);
  }

  @Test
  void eachTenthOfADegreeFahrenheitIsKeptAsItIsOrAsTheOneBesideIt() {
    for (int tenths = 770; tenths <= 1_130; tenths++) {
      BigDecimal entered = BigDecimal.valueOf(tenths, 1);
      BigDecimal shown = TemperatureUnit.FAHRENHEIT.of(TemperatureUnit.FAHRENHEIT.celsius(entered));
      boolean kept = TemperatureUnit.FAHRENHEIT.keeps(entered);
      assertThat(shown.subtract(entered).abs())
          .as("of %s", entered)
          .isEqualByComparingTo(kept ? "0" : "0.1");
      assertThat(TemperatureUnit.FAHRENHEIT.keeps(shown)).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "FAHRENHEIT, 98.6, 37.0, 98.6",
    "FAHRENHEIT, 100.4, 38.0, 100.4",
    "FAHRENHEIT, 102.2, 39.0, 102.2",
    "FAHRENHEIT, 77.0, 25.0, 77.0",
    "FAHRENHEIT, 100, 37.8, 100.0",
    "FAHRENHEIT, 101.0, 38.3, 100.9",
    "FAHRENHEIT, 100.5, 38.1, 100.6",
    "FAHRENHEIT, 98.65, 37.0, 98.6",
    "FAHRENHEIT, 113.1, 45.1, 113.2",
    "CELSIUS, 38.5, 38.5, 38.5",
    "CELSIUS, 38.54, 38.5, 38.5",
    "CELSIUS, 38.55, 38.6, 38.6",
    "CELSIUS, 38.96, 39.0, 39.0",
    "CELSIUS, 38, 38.0, 38.0"
  })
  void aTemperatureIsKeptAsTheNearestTenthOfADegreeCelsius(
      TemperatureUnit unit, BigDecimal entered, BigDecimal kept, BigDecimal shown) {
    assertThat(unit.celsius(entered)).isEqualTo(kept);
    assertThat(unit.of(kept)).isEqualTo(shown);
    assertThat(unit.keeps(entered)).isEqualTo(entered.compareTo(shown) == 0);
  }
}

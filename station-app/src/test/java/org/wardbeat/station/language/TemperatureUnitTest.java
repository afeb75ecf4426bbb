package org.wardbeat.station.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TemperatureUnitTest {
  private static final BigDecimal LEAST = new BigDecimal("25.0");
  private static final BigDecimal MOST = new BigDecimal("45.0");

  @ParameterizedTest
  @EnumSource(TemperatureUnit.class)
  void eachTenthOfADegreeCelsiusComesBackFromWhatIsShown(TemperatureUnit unit) {
    Set<BigDecimal> shown = new HashSet<>();
    for (int tenths = -500; tenths <= 1_000; tenths++) {
      BigDecimal celsius = BigDecimal.valueOf(tenths, 1);
      assertThat(unit.celsius(unit.of(celsius))).contains(celsius);
      shown.add(unit.of(celsius));
    }
    assertThat(shown).as("no two show alike").hasSize(1_501);
  }

  /** What is kept shows just as it was entered, or else it is not kept. */
  @Test
  void eachTenthOfADegreeFahrenheitIsKeptAsItIsOrLiesBetweenTwoThatAre() {
    for (int tenths = 770; tenths <= 1_130; tenths++) {
      BigDecimal entered = BigDecimal.valueOf(tenths, 1);
      Optional<BigDecimal> kept = TemperatureUnit.FAHRENHEIT.celsius(entered);
      List<BigDecimal> beside = TemperatureUnit.FAHRENHEIT.beside(entered, LEAST, MOST);
      if (kept.isPresent()) {
        assertThat(TemperatureUnit.FAHRENHEIT.of(kept.get())).isEqualTo(entered);
        assertThat(beside).isEmpty();
      } else {
        assertThat(beside).hasSize(2);
        assertThat(entered).isStrictlyBetween(beside.getFirst(), beside.getLast());
        assertThat(beside.getLast().subtract(beside.getFirst()))
            .isLessThanOrEqualTo(new BigDecimal("0.2"));
        assertThat(beside).allMatch(each -> TemperatureUnit.FAHRENHEIT.celsius(each).isPresent());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "98.6, 37.0",
    "100.4, 38.0",
    "102.2, 39.0",
    "95.0, 35.0",
    "77.0, 25.0",
    "100, 37.8",
    "101.0, ",
    "100.5, ",
    "98.65, "
  })
  void aTemperatureInFahrenheitIsKeptInTenthsOfACelsius(BigDecimal entered, BigDecimal kept) {
    assertThat(TemperatureUnit.FAHRENHEIT.celsius(entered)).isEqualTo(Optional.ofNullable(kept));
  }

  @Test
  void besideOneThatIsNotKeptAreTheNearestThatAreUnlessTheyAreOutOfRange() {
    assertThat(TemperatureUnit.FAHRENHEIT.beside(new BigDecimal("101.0"), LEAST, MOST))
        .containsExactly(new BigDecimal("100.9"), new BigDecimal("101.1"));
    assertThat(TemperatureUnit.FAHRENHEIT.beside(new BigDecimal("113.1"), LEAST, MOST)).isEmpty();
  }
}

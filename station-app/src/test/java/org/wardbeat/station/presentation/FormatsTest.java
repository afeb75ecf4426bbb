package org.wardbeat.station.presentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wardbeat.wire.ward.Reading;
import org.wardbeat.wire.ward.VitalSign;

class FormatsTest {
  @ParameterizedTest
  @CsvSource({
    "HR, 0, 0",
    "HR, 7, 7",
    "HR, 168, 168",
    "HR, 1200, 1\u2009200",
    "TEMP, 370, 37.0",
    "TEMP, 5, 0.5",
    "ST_II, -2, \u22120.2",
    "ST_II, 0, 0.0"
  })
  void writesAReadingInItsOwnSteps(VitalSign sign, int fixed, String text) {
    assertThat(Formats.value(Reading.of(sign, fixed, 0))).isEqualTo(text);
  }

  @Test
  void writesThreeHyphensForWhatIsNotValid() {
    assertThat(Formats.value(null)).isEqualTo("---");
    assertThat(Formats.value(Reading.unavailable(VitalSign.HR, 0))).isEqualTo("---");
  }

  @ParameterizedTest
  @CsvSource({"36.75, 36.8", "36.65, 36.7", "36.649, 36.6"})
  void roundsATemperatureHalfUpOnDecimals(BigDecimal celsius, String text) {
    Optional<Integer> fixed = VitalSign.TEMP.toFixed(celsius);
    assertThat(Formats.value(Reading.of(VitalSign.TEMP, fixed.orElseThrow(), 0))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"14, 0:14, 00:14", "1122, 18:42, 18:42", "3730, 1:02:10, 1:02:10", "-3, 0:00, 00:00"})
  void writesDurations(long seconds, String duration, String ago) {
    assertThat(Formats.duration(seconds)).isEqualTo(duration);
    assertThat(Formats.ago(seconds)).isEqualTo(ago);
  }

  @ParameterizedTest
  @CsvSource({"1050000, 1.1", "1049999, 1.0", "940000, 0.9", "-5, 0.0"})
  void writesTenthsOfSeconds(long micros, String text) {
    assertThat(Formats.tenthsOfSeconds(micros)).isEqualTo(text);
  }

  @Test
  void refusesTimersThatDoNotAscend() {
    Duration second = Duration.ofSeconds(1);
    assertThatThrownBy(() -> new Timers(second, second, second, second))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ascending");
  }

  @ParameterizedTest
  @CsvSource({"0.04, 0.0", "3.25, 3.3", "9.94, 9.9", "9.95, 10", "624.4, 624", "NaN, ---"})
  void writesMillisecondsBelowTenWithOneDecimal(double millis, String text) {
    assertThat(Formats.millis(millis)).isEqualTo(text);
  }
}

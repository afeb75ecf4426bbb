package org.wardbeat.bridge.alarm.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wardbeat.wire.ward.Score;
import org.wardbeat.wire.ward.ScoreParameter;
import org.wardbeat.wire.ward.VitalSign;

class News2Test {
  private static final ChartOracle RESPIRATION =
      new ChartOracle("3: ..8 | 1: 9..11 | 0: 12..20 | 2: 21..24 | 3: 25..");
  private static final ChartOracle SCALE_1 =
      new ChartOracle("3: ..91 | 2: 92..93 | 1: 94..95 | 0: 96..");
  private static final ChartOracle SCALE_2_AIR =
      new ChartOracle("3: ..83 | 2: 84..85 | 1: 86..87 | 0: 88..92 | 0: 93..");
  private static final ChartOracle SCALE_2_OXYGEN =
      new ChartOracle(
          "3: ..83 | 2: 84..85 | 1: 86..87 | 0: 88..92 | 1: 93..94 | 2: 95..96 | 3: 97..");
  private static final ChartOracle OXYGEN = new ChartOracle("0: 0 | 2: 1");
  private static final ChartOracle SYSTOLIC =
      new ChartOracle("3: ..90 | 2: 91..100 | 1: 101..110 | 0: 111..219 | 3: 220..");
  private static final ChartOracle PULSE =
      new ChartOracle("3: ..40 | 1: 41..50 | 0: 51..90 | 1: 91..110 | 2: 111..130 | 3: 131..");
  private static final ChartOracle ACVPU = new ChartOracle("0: 0 | 3: 1 | 3: 2 | 3: 3 | 3: 4");
  private static final ChartOracle TEMPERATURE =
      new ChartOracle("3: ..350 | 1: 351..360 | 0: 361..380 | 1: 381..390 | 2: 391..");

  private record Result(int total, Score.Band band) {}

  private static Result scored(int... values) {
    int total = 0;
    int greatest = 0;
    for (ScoreParameter parameter : News2.RCP_2017.parameters()) {
      int points = News2.RCP_2017.points(parameter, Numbers.of(values));
      total += points;
      greatest = Math.max(greatest, points);
    }
    return new Result(total, News2.RCP_2017.band(total, greatest));
  }

  private static Result expected(int... values) {
    ChartOracle saturation =
        values[2] == 0 ? SCALE_1 : values[3] == 0 ? SCALE_2_AIR : SCALE_2_OXYGEN;
    int[] points = {
      RESPIRATION.points(values[0]),
      saturation.points(values[1]),
      OXYGEN.points(values[3]),
      SYSTOLIC.points(values[4]),
      PULSE.points(values[5]),
      ACVPU.points(values[6]),
      TEMPERATURE.points(values[7])
    };
    int total = Arrays.stream(points).sum();
    boolean single = Arrays.stream(points).anyMatch(point -> point == 3);
    Score.Band aggregate =
        total <= 4 ? Score.Band.LOW : total <= 6 ? Score.Band.MEDIUM : Score.Band.HIGH;
    boolean lifted = single && aggregate == Score.Band.LOW;
    return new Result(total, lifted ? Score.Band.LOW_MEDIUM : aggregate);
  }

  @Test
  void agreesWithTheChartForAllCombinationsOfBoundaries() {
    int[] saturations =
        IntStream.concat(
                Arrays.stream(SCALE_1.boundaries()), Arrays.stream(SCALE_2_OXYGEN.boundaries()))
            .distinct()
            .toArray();
    int combinations = 0;
    int[] v = new int[8];
    for (int scale2 = 0; scale2 <= 1; scale2++) {
      for (int oxygen = 0; oxygen <= 1; oxygen++) {
        for (int saturation : saturations) {
          v[1] = saturation;
          v[2] = scale2;
          v[3] = oxygen;
          combinations += compareAllOthers(v);
        }
      }
    }
    assertThat(combinations).isEqualTo(2 * 2 * saturations.length * 8 * 8 * 10 * 5 * 8);
  }

  private static int compareAllOthers(int[] v) {
    int combinations = 0;
    for (int respiration : RESPIRATION.boundaries()) {
      for (int systolic : SYSTOLIC.boundaries()) {
        for (int pulse : PULSE.boundaries()) {
          v[0] = respiration;
          v[4] = systolic;
          v[5] = pulse;
          combinations += compareConsciousnessAndTemperature(v);
        }
      }
    }
    return combinations;
  }

  private static int compareConsciousnessAndTemperature(int[] v) {
    int combinations = 0;
    for (int acvpu = 0; acvpu <= 4; acvpu++) {
      for (int temperature : TEMPERATURE.boundaries()) {
        v[6] = acvpu;
        v[7] = temperature;
        Result scored = scored(v);
        if (!scored.equals(expected(v))) {
          assertThat(scored).as(Arrays.toString(v)).isEqualTo(expected(v));
        }
        combinations++;
      }
    }
    return combinations;
  }

  @Test
  void agreesWithTheChartForEveryValueOfEachInput() {
    int[] normal = {16, 97, 0, 0, 120, 70, 0, 370};
    for (ScoreParameter parameter : ScoreParameter.values()) {
      for (int value = parameter.least(); value <= parameter.most(); value++) {
        int[] v = normal.clone();
        v[Numbers.place(parameter)] = value;
        assertThat(scored(v)).as("%s %d", parameter, value).isEqualTo(expected(v));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "16, 98, 0, 0, 120, 70, 0, 37.0, 0, LOW",
    "21, 93, 0, 0, 120, 95, 0, 37.5, 5, MEDIUM",
    "8, 96, 0, 0, 111, 51, 0, 36.1, 3, LOW_MEDIUM",
    "12, 96, 0, 0, 219, 90, 0, 38.0, 0, LOW",
    "20, 95, 0, 0, 110, 91, 0, 38.1, 4, LOW",
    "9, 94, 0, 0, 101, 41, 0, 36.0, 5, MEDIUM",
    "24, 93, 0, 1, 100, 111, 0, 39.0, 11, HIGH",
    "25, 91, 0, 1, 90, 131, 4, 35.0, 20, HIGH"
  })
  void scoresTheWorkedExamples(
      int respiration,
      int saturation,
      int scale2,
      int oxygen,
      int systolic,
      int pulse,
      int acvpu,
      BigDecimal temperature,
      int total,
      Score.Band band) {
    int tenths = VitalSign.TEMP.toFixed(temperature).orElseThrow();
    assertThat(scored(respiration, saturation, scale2, oxygen, systolic, pulse, acvpu, tenths))
        .isEqualTo(new Result(total, band));
  }

  /** As doubles, 35.05 is below itself and 38.05 above: neither may decide. */
  @ParameterizedTest
  @CsvSource({
    "35.04, 3",
    "35.05, 1",
    "36.04, 1",
    "36.05, 0",
    "38.04, 0",
    "38.05, 1",
    "39.04, 1",
    "39.05, 2"
  })
  void roundsTemperaturesHalfUpOnDecimals(BigDecimal celsius, int points) {
    int[] v = {16, 97, 0, 0, 120, 70, 0, VitalSign.TEMP.toFixed(celsius).orElseThrow()};
    assertThat(News2.RCP_2017.points(ScoreParameter.TEMPERATURE, Numbers.of(v))).isEqualTo(points);
  }

  @Test
  void doesNotTakeTheTwoWrongExamplesFromElsewhere() {
    int[] warm = {16, 97, 0, 0, 120, 70, 0, 375};
    assertThat(News2.RCP_2017.points(ScoreParameter.TEMPERATURE, Numbers.of(warm))).isZero();
    int[] onOxygen = {16, 94, 1, 1, 120, 70, 0, 370};
    assertThat(News2.RCP_2017.points(ScoreParameter.SPO2, Numbers.of(onOxygen))).isEqualTo(1);
  }
}

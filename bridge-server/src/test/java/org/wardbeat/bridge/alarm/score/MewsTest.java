package org.wardbeat.bridge.alarm.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wardbeat.wire.ward.Score;
import org.wardbeat.wire.ward.ScoreParameter;

class MewsTest {
  private static final ChartOracle RESPIRATION =
      new ChartOracle("2: ..8 | 0: 9..14 | 1: 15..20 | 2: 21..29 | 3: 30..");
  private static final ChartOracle SYSTOLIC =
      new ChartOracle("3: ..70 | 2: 71..80 | 1: 81..100 | 0: 101..199 | 2: 200..");
  private static final ChartOracle PULSE =
      new ChartOracle("2: ..40 | 1: 41..50 | 0: 51..100 | 1: 101..110 | 2: 111..129 | 3: 130..");
  private static final ChartOracle ACVPU = new ChartOracle("0: 0 | 1: 1 | 1: 2 | 2: 3 | 3: 4");
  private static final ChartOracle TEMPERATURE =
      new ChartOracle("2: ..349 | 0: 350..384 | 2: 385..");

  private record Result(int total, Score.Band band) {}

  private static Result scored(int... v) {
    int total = 0;
    for (ScoreParameter parameter : Mews.SUBBE_2001.parameters()) {
      total += Mews.SUBBE_2001.points(parameter, Numbers.of(v));
    }
    return new Result(total, Mews.SUBBE_2001.band(total, 0));
  }

  private static Result expected(int... v) {
    int total =
        RESPIRATION.points(v[0])
            + SYSTOLIC.points(v[4])
            + PULSE.points(v[5])
            + ACVPU.points(v[6])
            + TEMPERATURE.points(v[7]);
    Score.Band band = total < 3 ? Score.Band.LOW : total < 5 ? Score.Band.MEDIUM : Score.Band.HIGH;
    return new Result(total, band);
  }

  @Test
  void agreesWithTheTableForAllCombinationsOfBoundaries() {
    int combinations = 0;
    for (int respiration : RESPIRATION.boundaries()) {
      for (int systolic : SYSTOLIC.boundaries()) {
        for (int pulse : PULSE.boundaries()) {
          for (int acvpu = 0; acvpu <= 4; acvpu++) {
            for (int temperature : TEMPERATURE.boundaries()) {
              int[] v = {respiration, 0, 0, 0, systolic, pulse, acvpu, temperature};
              assertThat(scored(v)).as(Arrays.toString(v)).isEqualTo(expected(v));
              combinations++;
            }
          }
        }
      }
    }
    assertThat(combinations).isEqualTo(8 * 8 * 10 * 5 * 4);
  }

  @ParameterizedTest
  @CsvSource({
    "12, 120, 70, 0, 370, 0, LOW",
    "15, 100, 101, 0, 384, 3, MEDIUM",
    "21, 81, 50, 0, 350, 4, MEDIUM",
    "22, 80, 112, 2, 386, 9, HIGH",
    "30, 70, 130, 4, 349, 14, HIGH"
  })
  void scoresExamplesAddedUpByHand(
      int respiration,
      int systolic,
      int pulse,
      int acvpu,
      int temperature,
      int total,
      Score.Band band) {
    assertThat(scored(respiration, 0, 0, 0, systolic, pulse, acvpu, temperature))
        .isEqualTo(new Result(total, band));
  }
}

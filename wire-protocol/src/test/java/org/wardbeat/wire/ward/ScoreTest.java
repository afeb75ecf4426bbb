package org.wardbeat.wire.ward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ScoreTest {
  private static Score score(int total, Score.Band band, int trend, List<ScoreInput> inputs) {
    return new Score(Score.Kind.NEWS2, "RCP 2017", total, band, trend, 1, inputs);
  }

  private static ScoreInput missing(ScoreParameter parameter) {
    return new ScoreInput(
        parameter, ScoreInput.State.MISSING, ScoreInput.Source.DEVICE, 0, 0, 0, 0, "");
  }

  @ParameterizedTest(name = "total {0}, band {1}, trend {2}: {3}")
  @CsvSource({
    "-1,NONE,0,true",
    "0,LOW,-100,true",
    "100,HIGH,100,true",
    "-1,LOW,0,false",
    "0,NONE,0,false",
    "-2,NONE,0,false",
    "101,HIGH,0,false",
    "0,LOW,101,false",
    "0,LOW,-101,false"
  })
  void hasABandJustWithATotal(int total, Score.Band band, int trend, boolean right) {
    if (right) {
      assertThat(score(total, band, trend, List.of()).hasTotal()).isEqualTo(total >= 0);
    } else {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> score(total, band, trend, List.of()))
          .withMessageContaining("expected ");
    }
  }

  @Test
  void hasEachInputOnceAndInOrder() {
    ScoreInput first = missing(ScoreParameter.RESPIRATION);
    ScoreInput second = missing(ScoreParameter.SPO2);

    assertThat(score(-1, Score.Band.NONE, 0, List.of(first, second)).inputs()).hasSize(2);
    for (List<ScoreInput> wrong : List.of(List.of(first, first), List.of(second, first))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> score(-1, Score.Band.NONE, 0, wrong))
          .withMessageContaining("expected ");
    }
  }

  @ParameterizedTest(name = "{0}: value {1}, points {2}, measured {3}, expires {4}: {5}")
  @CsvSource({
    "VALID,16,3,1,2,true",
    "VALID,-1000000,100,1,0,true",
    "VALID,1000001,0,1,0,false",
    "VALID,-2147483648,0,1,0,false",
    "VALID,16,101,1,2,false",
    "VALID,16,-1,1,2,false",
    "EXPIRED,16,0,1,2,true",
    "EXPIRED,16,1,1,2,false",
    "MISSING,0,0,0,0,true",
    "MISSING,1,0,0,0,false",
    "MISSING,0,1,0,0,false",
    "MISSING,0,0,1,0,false",
    "MISSING,0,0,0,1,false"
  })
  void countsOnlyWhatIsValid(
      ScoreInput.State state, int value, int points, long measured, long expires, boolean right) {
    if (right) {
      assertThat(input(state, value, points, measured, expires).points()).isEqualTo(points);
    } else {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> input(state, value, points, measured, expires))
          .withMessageContaining("expected ");
    }
  }

  private static ScoreInput input(
      ScoreInput.State state, int value, int points, long measured, long expires) {
    return new ScoreInput(
        ScoreParameter.SPO2,
        state,
        ScoreInput.Source.MANUAL,
        value,
        points,
        measured,
        expires,
        "anne");
  }

  @ParameterizedTest
  @EnumSource(ScoreParameter.class)
  void takesOnlyWhatCanBeObserved(ScoreParameter parameter) {
    assertThat(new ScoreEntry(parameter, parameter.least()).value()).isEqualTo(parameter.least());
    assertThat(new ScoreEntry(parameter, parameter.most()).value()).isEqualTo(parameter.most());
    for (int value : new int[] {parameter.least() - 1, parameter.most() + 1}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new ScoreEntry(parameter, value))
          .withMessageStartingWith(parameter + ": expected ");
    }
  }
}

package org.wardbeat.bridge.alarm.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wardbeat.bridge.alarm.ConditionChange;
import org.wardbeat.wire.ward.Score;
import org.wardbeat.wire.ward.Score.Band;

class BandWatchTest {
  private static final long SECOND = 1_000_000_000L;

  private final List<ConditionChange> changes = new ArrayList<>();
  private final BandWatch watch =
      new BandWatch(Score.Kind.NEWS2, Duration.ofSeconds(60), changes::add);

  private void at(int second, int total, Band band) {
    Score score = new Score(Score.Kind.NEWS2, "RCP 2017", total, band, 0, 0, List.of());
    watch.take(score, second * SECOND, second * 1_000_000L, second * 1_000_000L + 7);
  }

  private List<String> told() {
    List<String> told = new ArrayList<>();
    for (ConditionChange change : changes) {
      told.add(change.active() ? change.priority() + " " + change.text() : "normal");
    }
    changes.clear();
    return told;
  }

  @Test
  void alarmsOfEachRiseUntilTheBandIsLower() {
    at(0, 1, Band.LOW);
    at(60, 1, Band.LOW);
    assertThat(told()).containsExactly("normal");
    at(70, 5, Band.MEDIUM);
    at(129, 5, Band.MEDIUM);
    assertThat(told()).isEmpty();
    at(130, 5, Band.MEDIUM);
    assertThat(changes.getFirst().onsetDeviceMicros()).isEqualTo(70_000_007);
    assertThat(told()).containsExactly("LOW NEWS2 5 MEDIUM");
    at(140, 8, Band.HIGH);
    at(200, 8, Band.HIGH);
    assertThat(told()).containsExactly("normal", "LOW NEWS2 8 HIGH");
    at(210, 6, Band.MEDIUM);
    at(270, 6, Band.MEDIUM);
    assertThat(told()).containsExactly("normal");
    at(280, 2, Band.LOW);
    at(340, 2, Band.LOW);
    assertThat(told()).isEmpty();
  }

  @Test
  void saysNothingOfABandThatDoesNotSettle() {
    for (int second = 0; second < 600; second += 30) {
      at(second, second % 60 == 0 ? 4 : 5, second % 60 == 0 ? Band.LOW : Band.MEDIUM);
    }
    assertThat(told()).isEmpty();
  }

  @Test
  void takesTheFirstBandForARiseAndNoTotalForTheEnd() {
    at(0, 7, Band.HIGH);
    at(60, 7, Band.HIGH);
    assertThat(told()).containsExactly("LOW NEWS2 7 HIGH");
    at(70, Score.NO_TOTAL, Band.NONE);
    at(130, Score.NO_TOTAL, Band.NONE);
    assertThat(told()).containsExactly("normal");
    at(140, 3, Band.LOW_MEDIUM);
    at(200, 3, Band.LOW_MEDIUM);
    assertThat(told()).containsExactly("LOW NEWS2 3 LOW-MEDIUM");
  }
}

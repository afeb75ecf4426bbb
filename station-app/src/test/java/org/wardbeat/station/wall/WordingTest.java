package org.wardbeat.station.wall;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each character is 1 px wide here, the age 5 px with its gap. */
class WordingTest {
  @ParameterizedTest
  @CsvSource({
    "SpO₂ 86 < 90, false, 17, SpO₂ 86 < 90, 0:38",
    "SpO₂ 86 < 90, false, 15, SpO₂ 86<90, 0:38",
    "SpO₂ 86 < 90, false, 13, SpO₂ 86 < 90, ''",
    "SpO₂ 86 < 90, false, 10, SpO₂ 86<90, ''",
    "SpO₂ 86 < 90, true, 10, SpO₂, 0:38",
    "SpO₂ 86 < 90, false, 4, SpO₂, ''",
    "EXTREME TACHY 182 > 160, false, 15, EXTREME TACHY, ''",
    "EXTREME TACHY 182 > 160, false, 3, EXTREME TACHY, ''",
    "'LEADS OFF: RA, LL', false, 12, LEADS OFF, ''",
    "ASYSTOLE, false, 8, ASYSTOLE, ''",
    "ASYSTOLE +2, false, 8, ASYSTOLE, ''"
  })
  void saysAsMuchAsThereIsRoomForAndNeverHalfAName(
      String condition, boolean ageFirst, double room, String words, String age) {
    assertThat(Wording.of(condition, "0:38", ageFirst, String::length, 5, room))
        .isEqualTo(new Wording(words, age));
  }
}

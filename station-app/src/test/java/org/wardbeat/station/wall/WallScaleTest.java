package org.wardbeat.station.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How high a capital has to be for a distance, as human factors tables say. */
class WallScaleTest {
  /** Metres, inches, width and height in px, px of a capital of 20 arc minutes. */
  @ParameterizedTest
  @CsvSource({
    "3, 55, 3840, 2160, 55",
    "4, 55, 3840, 2160, 73",
    "5, 55, 3840, 2160, 92",
    "3, 43, 3840, 2160, 70",
    "4, 43, 3840, 2160, 94",
    "5, 43, 3840, 2160, 117",
    "3, 55, 1920, 1080, 28",
    "4, 55, 1920, 1080, 37",
    "5, 55, 1920, 1080, 46"
  })
  void givesCapitalsOfTwentyArcMinutesTheirHeight(
      double metres, double inches, double width, double height, long px) {
    WallScale scale = WallScale.of(metres, inches, width, height);
    assertThat(Math.round(scale.px(20))).isEqualTo(px);
    assertThat(Math.round(Type.BED.capPx(scale))).isEqualTo(px);
  }

  /** Metres, millimetres of a capital of 20 arc minutes. */
  @ParameterizedTest
  @CsvSource({"0.6, 3.5", "3, 17.5", "4, 23.3", "5, 29.1"})
  void knowsHowLargeAnArcMinuteIs(double metres, double millimetres) {
    double pxPerMillimetre = 4;
    WallScale scale = WallScale.ofDpi(metres, 25.4 * pxPerMillimetre);
    assertThat(scale.px(20) / pxPerMillimetre).isCloseTo(millimetres, within(0.05));
  }

  @ParameterizedTest
  @EnumSource(
      value = Type.class,
      names = {"BED", "HR", "VALUE", "PINNED", "CONDITION", "BAR", "BAR_BOLD", "CLOCK", "NOT_LIVE"})
  void setsNothingThatIsReadFromAfarInLessThanSixteenArcMinutes(Type type) {
    assertThat(type.arcMinutes()).isGreaterThanOrEqualTo(16);
  }

  @Test
  void growsEverythingWithTheDistance() {
    assertThat(WallScale.DESIGN.unit()).isEqualTo(1);
    assertThat(WallScale.of(5, 55, 3_840, 2_160).unit()).isCloseTo(1.25, within(0.001));
    assertThat(WallScale.of(4, 55, 1_920, 1_080).unit()).isCloseTo(0.5, within(0.001));
  }

  @Test
  void refusesWhatNoWallIs() {
    assertThatThrownBy(
            () ->
                new WallSettings(
                    0, OptionalDouble.empty(), OptionalInt.empty(), OptionalInt.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                new WallSettings(
                    Double.NaN, OptionalDouble.empty(), OptionalInt.empty(), OptionalInt.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                new WallSettings(4, OptionalDouble.of(5), OptionalInt.empty(), OptionalInt.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

package org.wardbeat.station.wall;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WallGridTest {
  /** The room below the alarms on the display of the design, in its px. */
  private static final double WIDTH = 3_808;

  private static final double HEIGHT = 1_776;

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1",
    "4, 2, 2",
    "8, 4, 2",
    "12, 4, 3",
    "16, 6, 3",
    "24, 6, 4",
    "32, 8, 4",
    "40, 8, 5",
    "64, 8, 8"
  })
  void findsTheLayoutWithTheLargestType(int beds, int columns, int rows) {
    WallGrid grid = WallGrid.of(beds, WIDTH, HEIGHT);
    assertThat(grid.columns()).isEqualTo(columns);
    assertThat(grid.rows()).isEqualTo(rows);
  }

  /** Beds, how far away it is read from as a share of the design's distance, what fits. */
  @ParameterizedTest
  @CsvSource({
    "32, 1, 32, WAVE",
    "40, 1, 40, WIDE",
    "64, 1, 64, SMALL",
    "32, 1.25, 36, SMALL",
    "64, 1.25, 36, SMALL"
  })
  void tellsLessAndThenShowsFewerBedsRatherThanSmallerType(
      int beds, double distance, int capacity, WallGrid.Form form) {
    WallGrid grid = WallGrid.of(beds, WIDTH / distance, HEIGHT / distance);
    assertThat(grid.capacity()).isEqualTo(capacity);
    assertThat(grid.form()).isEqualTo(form);
  }

  @Property
  void neverMakesTypeSmallerThanItShouldBe(
      @ForAll @IntRange(min = 1, max = 200) int beds,
      @ForAll @IntRange(min = 480, max = 8_000) int width,
      @ForAll @IntRange(min = 224, max = 5_000) int height) {
    WallGrid grid = WallGrid.of(beds, width, height);
    assertThat(grid.factor()).isGreaterThanOrEqualTo(1);
    assertThat(grid.capacity()).isBetween(1, WallGrid.MOST_BEDS);
    double gap = WallGrid.gap(1);
    double used = grid.columns() * grid.sectorWidth(width, gap) + gap * (grid.columns() - 1);
    assertThat(used).isLessThanOrEqualTo(width);
  }

  @Property
  void showsAllBedsWheneverThereIsRoomForThem(
      @ForAll @IntRange(min = 1, max = 64) int beds,
      @ForAll @IntRange(min = 480, max = 8_000) int width,
      @ForAll @IntRange(min = 224, max = 5_000) int height) {
    WallGrid grid = WallGrid.of(beds, width, height);
    int most = WallGrid.of(64, width, height).capacity();
    assertThat(grid.capacity()).isGreaterThanOrEqualTo(Math.min(beds, most));
  }
}

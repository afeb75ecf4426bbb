package org.wardbeat.station.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.wire.ward.BedId;

/** Which beds have sectors, in which order, on which page and screen. */
class BoardTest {
  private static BedId bed(int number) {
    return new BedId("4 East", String.valueOf(number));
  }

  private static Board board(int count, Arrangement arrangement) {
    Board board = new Board(arrangement);
    board.look(beds(count));
    return board;
  }

  private static List<BedSnapshot> beds(int count) {
    return IntStream.range(0, count).mapToObj(i -> Beds.bed(String.valueOf(401 + i), 1)).toList();
  }

  private static List<String> labels(Board board) {
    return board.order().stream().map(BedId::bed).toList();
  }

  @Test
  void keepsTheOrderInWhichBedsComeUntilTheyAreMovedByHand() {
    Board board = board(4, Arrangement.AUTOMATIC);
    assertThat(labels(board)).containsExactly("401", "402", "403", "404");
    board.swap(bed(401), bed(403));
    assertThat(labels(board)).containsExactly("403", "402", "401", "404");
    board.look(beds(5));
    assertThat(labels(board)).containsExactly("403", "402", "401", "404", "405");
    board.arrange(board.arrangement().withOrder(List.of()));
    assertThat(labels(board)).containsExactly("401", "402", "403", "404", "405");
  }

  @Test
  void putsTheUsersBedsFirstOrShowsThemAlone() {
    Board board = board(4, Arrangement.AUTOMATIC.withMine(MinePlace.FIRST));
    board.setMine(Set.of(bed(403), bed(404)));
    assertThat(labels(board)).containsExactly("403", "404", "401", "402");
    board.arrange(board.arrangement().withMine(MinePlace.ONLY));
    assertThat(labels(board)).containsExactly("403", "404");
    assertThat(board.shown()).isEqualTo(2);
  }

  @Test
  void leavesNoBedOutAnyMoreOnceOneOfThoseLeftOutIsGoneTo() {
    Board board = board(4, Arrangement.AUTOMATIC.withMine(MinePlace.ONLY));
    board.setMine(Set.of(bed(403)));
    assertThat(board.isInSight(bed(401))).isFalse();
    assertThat(board.reveal(bed(401))).isTrue();
    assertThat(labels(board)).hasSize(4);
    assertThat(board.isInSight(bed(401))).isTrue();
    assertThat(board.reveal(bed(499))).isFalse();
  }

  @Test
  void turnsPagesOfAllScreensTogetherAndNotBeyondTheEnds() {
    Board board = board(100, Arrangement.AUTOMATIC.withLayout(OptionalInt.of(16)).withDisplays(2));
    assertThat(board.first(0)).isZero();
    assertThat(board.first(1)).isEqualTo(16);
    board.turn(1);
    assertThat(board.first(0)).isEqualTo(32);
    board.turn(9);
    assertThat(board.first(0)).isEqualTo(96);
    assertThat(board.page(0)).hasSize(4);
    assertThat(board.page(1)).isEmpty();
    board.turn(-9);
    assertThat(board.first(0)).isZero();
  }

  /** Beds, screens, sectors of a screen: two screens with 16 each rather than 32 on one. */
  @ParameterizedTest
  @CsvSource({"1,1,64", "64,1,64", "200,1,64", "1,2,1", "8,2,4", "32,2,16", "33,2,32", "200,2,64"})
  void followsTheBedsThereAre(int beds, int screens, int sectors) {
    assertThat(board(beds, Arrangement.AUTOMATIC.withDisplays(screens)).perScreen())
        .isEqualTo(sectors);
  }

  @Test
  void keepsTheBedThatWasGoneToInSightWhenTheLayoutChanges() {
    Board board = board(64, Arrangement.AUTOMATIC);
    board.select(bed(440));
    board.arrange(board.arrangement().withLayout(OptionalInt.of(4)));
    assertThat(board.isInSight(bed(440))).isTrue();
    board.turn(-1);
    board.look(beds(65));
    assertThat(board.isInSight(bed(440))).isFalse();
  }

  /** What was arranged for one ward must not hide another. */
  @Test
  void leavesNoBedOutForUnitsNoneOfWhichIsThere() {
    Board board = board(3, Arrangement.AUTOMATIC.withUnits(Set.of("9 North")));
    assertThat(board.order()).hasSize(3);
    board.arrange(board.arrangement().withUnits(Set.of("9 North", "4 East")));
    assertThat(board.order()).hasSize(3);
    board.look(List.of());
    assertThat(board.order()).isEmpty();
    assertThat(board.perPage()).isPositive();
    board.turn(1);
    assertThat(board.first(0)).isZero();
  }

  @Test
  void bedsThatAreAwayForATimeComeBackToTheirPlaces() {
    Board board = board(4, Arrangement.AUTOMATIC);
    board.swap(bed(401), bed(404));
    board.look(List.of());
    board.look(beds(4).subList(1, 3));
    board.swap(bed(402), bed(403));
    board.look(beds(5));
    assertThat(labels(board)).containsExactly("404", "403", "402", "401", "405");
  }

  @Test
  void anArrangementCountsForBedsThatComeLater() {
    Board board = new Board(Arrangement.AUTOMATIC.withOrder(List.of(bed(403), bed(401))));
    board.look(beds(2));
    assertThat(labels(board)).containsExactly("401", "402");
    board.look(beds(3));
    assertThat(labels(board)).containsExactly("403", "401", "402");
  }

  @Test
  void forgetsTheLastOfThoseThatAreNotThereOnceThereAreTooMany() {
    List<BedId> before =
        IntStream.range(0, Arrangement.MOST_PLACED).mapToObj(i -> bed(1_000 + i)).toList();
    Board board = board(2, Arrangement.AUTOMATIC.withOrder(before));
    board.swap(bed(401), bed(402));
    List<BedId> now = board.arrangement().order();
    assertThat(now).hasSize(Arrangement.MOST_PLACED).startsWith(bed(1_000), bed(1_001));
    assertThat(now).endsWith(bed(1_397), bed(402), bed(401));
    assertThat(labels(board)).containsExactly("402", "401");
  }

  @Test
  void hasAllBedsOnTheFirstScreenWhileTheSecondIsAway() {
    List<Arrangement> kept = new ArrayList<>();
    Board board = new Board(Arrangement.AUTOMATIC.withDisplays(2), Set.of(), kept::add);
    board.look(beds(16));
    board.seeScreens(2);
    assertThat(board.displays()).isEqualTo(2);
    assertThat(board.page(0)).hasSize(8);
    board.seeScreens(1);
    assertThat(board.displays()).isEqualTo(1);
    assertThat(board.page(0)).hasSize(16);
    board.seeScreens(1);
    assertThat(board.displays()).isEqualTo(1);
    board.seeScreens(3);
    assertThat(board.displays()).isEqualTo(2);
    assertThat(board.page(1)).hasSize(8);
    assertThat(kept).as("how beds are arranged stays").isEmpty();
  }

  @Test
  void hasTwoScreensOnOneDisplayForWhoWantsThem() {
    Board board = board(16, Arrangement.AUTOMATIC.withDisplays(2));
    board.seeScreens(1);
    assertThat(board.displays()).isEqualTo(2);
    board.seeScreens(2);
    board.seeScreens(1);
    board.arrange(board.arrangement().withDisplays(1));
    board.arrange(board.arrangement().withDisplays(2));
    assertThat(board.displays()).isEqualTo(2);
  }

  @Test
  void tellsEachChangeOnceAndGoesToABedWhateverIsLocked() {
    List<Arrangement> kept = new ArrayList<>();
    Board board =
        new Board(
            Arrangement.AUTOMATIC.withMine(MinePlace.ONLY).withDisplays(2),
            EnumSet.allOf(Arrangement.Part.class),
            kept::add);
    board.look(beds(4));
    board.setMine(Set.of(bed(403)));
    board.arrange(Arrangement.AUTOMATIC);
    board.swap(bed(401), bed(403));
    assertThat(kept).isEmpty();
    assertThat(labels(board)).containsExactly("403");
    assertThat(board.reveal(bed(401))).isTrue();
    assertThat(labels(board)).hasSize(4);
    board.loseSecondScreen();
    board.loseSecondScreen();
    assertThat(kept).hasSize(2).last().isEqualTo(Arrangement.AUTOMATIC);
  }
}

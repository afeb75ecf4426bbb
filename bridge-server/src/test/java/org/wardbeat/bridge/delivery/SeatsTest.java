package org.wardbeat.bridge.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

/** Whom a bed's change concerns. */
class SeatsTest {
  private final Seats seats = new Seats();
  private final Seats.Seat first = seats.reserve();
  private final Seats.Seat second = seats.reserve();

  private static BitSet beds(int... indices) {
    BitSet beds = new BitSet();
    for (int index : indices) {
      beds.set(index);
    }
    return beds;
  }

  private int[] concerned(int... beds) {
    return seats.concernedBy(beds(beds)).stream().toArray();
  }

  @Test
  void aBedThatNobodyDeclinedConcernsAll() {
    assertThat(concerned(7)).containsExactly(0, 1);
    assertThat(concerned()).isEmpty();
  }

  @Test
  void aBedConcernsWhoDidNotDeclineIt() {
    first.decline(7, true);
    assertThat(concerned(7)).containsExactly(1);
    assertThat(concerned(6, 8)).containsExactly(0, 1);
    second.decline(7, true);
    assertThat(concerned(7)).isEmpty();
    assertThat(concerned(7, 8)).containsExactly(0, 1);
    first.decline(7, false);
    assertThat(concerned(7)).containsExactly(0);
  }

  @Test
  void whoSubscribesAnewIsConcernedByAllUntilItDeclines() {
    first.decline(3, true);
    second.decline(3, true);
    first.wantAll();
    assertThat(concerned(3)).containsExactly(0);
    assertThat(second.declines(3)).isTrue();
    assertThat(second.declines(4)).isFalse();
  }

  @Test
  void whoWaitsForTimeIsLookedAtWhateverChanges() {
    first.decline(3, true);
    first.hold(true);
    assertThat(concerned(3)).containsExactly(0, 1);
    assertThat(concerned()).containsExactly(0);
    first.hold(false);
    assertThat(concerned(3)).containsExactly(1);
  }

  @Test
  void whoTakesASeatThatWasLeftInheritsNothing() {
    first.decline(3, true);
    first.hold(true);
    first.leave();
    assertThat(concerned(3)).containsExactly(1);
    Seats.Seat third = seats.reserve();
    assertThat(third.declines(3)).isFalse();
    assertThat(concerned()).isEmpty();
    first.leave();
    assertThat(concerned(3)).as("who has left cannot give away another's seat").contains(0, 1);
  }
}

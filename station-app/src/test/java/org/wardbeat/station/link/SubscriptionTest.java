package org.wardbeat.station.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wardbeat.wire.frame.Frame;

class SubscriptionTest {
  @Test
  void asksForAWallForInitialsAndNeverForNames() {
    Subscription wanted = Subscription.ofWall(List.of("4 East", "4 West"), true);
    assertThat(wanted.units()).containsExactly("4 East", "4 West");
    assertThat(wanted.backfillMillis()).isEqualTo(Subscription.MAX_BACKFILL_MILLIS);
    assertThat(wanted.selections())
        .extracting(Frame.Selection::lanes)
        .containsOnly(
            Set.of(
                Frame.Lane.NUMERICS, Frame.Lane.WAVEFORMS, Frame.Lane.ALARMS, Frame.Lane.INITIALS));
    assertThat(Subscription.ofWall(List.of(), true).selections()).hasSize(1);
  }

  @Test
  void asksForAWallWithoutInitialsForNothingOfAPatient() {
    assertThat(Subscription.ofWall(List.of("4 East"), false).selections())
        .extracting(Frame.Selection::lanes)
        .containsExactly(Set.of(Frame.Lane.NUMERICS, Frame.Lane.WAVEFORMS, Frame.Lane.ALARMS));
  }
}

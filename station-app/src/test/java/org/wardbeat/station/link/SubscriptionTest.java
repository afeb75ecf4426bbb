package org.wardbeat.station.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wardbeat.wire.frame.Frame;

class SubscriptionTest {
  @Test
  void asksAnonymouslyForVitalSignsAndAlarmsAndNothingElse() {
    Subscription wanted = Subscription.ofUnitsAnonymously(List.of("4 East", "4 West"));
    assertThat(wanted.units()).containsExactly("4 East", "4 West");
    assertThat(wanted.backfillMillis()).isZero();
    assertThat(wanted.selections())
        .extracting(Frame.Selection::lanes)
        .containsOnly(Set.of(Frame.Lane.NUMERICS, Frame.Lane.ALARMS));
    assertThat(Subscription.ofUnitsAnonymously(List.of()).selections()).hasSize(1);
  }
}

package org.wardbeat.station.ward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BridgeClockTest {
  private static final long BRIDGE = 1_773_135_600_000_000L;
  private static final long SECOND = 1_000_000_000L;

  private long nanos = 5 * SECOND;
  private final BridgeClock clock = new BridgeClock(() -> nanos);

  private long trueMicros() {
    return BRIDGE + nanos / 1_000;
  }

  private void hear(long delayMicros) {
    clock.heard(trueMicros() - delayMicros, nanos);
  }

  @Test
  void knowsNoTimeBeforeABridgeToldOne() {
    assertThat(clock.nowMicros()).isZero();
    hear(0);
    assertThat(clock.nowMicros()).isEqualTo(trueMicros());
  }

  @Test
  void leastDelayedTimestampCounts() {
    for (int i = 0; i < 30; i++) {
      hear(i == 11 ? 1_000 : 20_000 + i);
      nanos += SECOND;
    }
    assertThat(clock.nowMicros()).isCloseTo(trueMicros() - 1_000, within(1L));
  }

  @Test
  void runsOnWhileTheLinkIsDown() {
    hear(0);
    nanos += 3_600 * SECOND;
    assertThat(clock.nowMicros()).isEqualTo(trueMicros());
  }

  @Test
  void oldTimestampsAreForgottenAfterAMinute() {
    hear(0);
    for (int i = 0; i < 200; i++) {
      nanos += SECOND;
      hear(50_000);
    }
    assertThat(clock.nowMicros()).isCloseTo(trueMicros() - 50_000, within(1L));
  }

  @Test
  void bridgeFarAheadIsFollowedAtOnce() {
    hear(0);
    nanos += SECOND;
    hear(-3_000_000);
    assertThat(clock.nowMicros()).isEqualTo(trueMicros() + 3_000_000);
  }

  @Test
  void otherBridgeALittleBehindIsApproachedWithoutAStepBack() {
    hear(0);
    long before = clock.nowMicros();
    clock.begin();
    hear(200_000);
    assertThat(clock.nowMicros()).isEqualTo(before);
    nanos += SECOND;
    assertThat(clock.nowMicros()).isEqualTo(trueMicros() - 100_000);
    nanos += 2 * SECOND;
    assertThat(clock.nowMicros()).isEqualTo(trueMicros() - 200_000);
  }

  @Test
  void otherBridgeFarBehindIsFollowedAtOnce() {
    hear(0);
    clock.begin();
    hear(60_000_000);
    assertThat(clock.nowMicros()).isEqualTo(trueMicros() - 60_000_000);
  }

  @Test
  void quickAnswerShowsThatASlowOneWasNotTheNetworks() {
    clock.answered(trueMicros(), nanos - SECOND, nanos);
    assertThat(clock.oneWayMicros()).isEqualTo(500_000);
    assertThat(clock.delayMicros(trueMicros(), nanos)).isEqualTo(500_000);
    clock.roundTrip(nanos - SECOND / 100, nanos);
    long before = clock.nowMicros();
    hear(0);
    assertThat(clock.delayMicros(trueMicros(), nanos)).isEqualTo(5_000);
    assertThat(clock.nowMicros()).isEqualTo(before);
    nanos += 6 * SECOND;
    assertThat(clock.nowMicros()).isEqualTo(trueMicros() + 5_000);
  }

  @Property
  void neverRunsBackwardsNorBeyondTheTrueTime(
      @ForAll @Size(min = 1, max = 200) List<@IntRange(min = 0, max = 4_000_000) Integer> delays) {
    new BridgeClockTest().hearWithoutRunningBackwards(delays);
  }

  private void hearWithoutRunningBackwards(List<Integer> delays) {
    long last = 0;
    for (int delay : delays) {
      hear(delay);
      for (int i = 0; i < 10; i++) {
        long now = clock.nowMicros();
        assertThat(now).isGreaterThanOrEqualTo(last).isLessThanOrEqualTo(trueMicros());
        last = now;
        nanos += SECOND / 10;
      }
    }
  }
}

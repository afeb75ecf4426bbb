package org.wardbeat.render.playout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PlayoutClockTest {

  private static final long FRAME_NANOS = 16_000_000;
  private static final long START = 1_700_000_000_000_000L;

  private long bridge = START;
  private long now;
  private final PlayoutClock clock = new PlayoutClock(() -> bridge, Duration.ofSeconds(1));

  private long frame(long bridgeStepMicros) {
    now += FRAME_NANOS;
    bridge += FRAME_NANOS / 1_000 + bridgeStepMicros;
    return clock.advance(now);
  }

  private long behind() {
    return bridge - clock.playheadMicros();
  }

  @Test
  void staysItsBufferBehindTheBridge() {
    clock.advance(now);
    for (int i = 0; i < 100; i++) {
      frame(0);
    }

    assertThat(behind()).isEqualTo(1_000_000);
    assertThat(clock.jumps()).isZero();
    assertThat(clock.epoch()).isEqualTo(1);
  }

  @Test
  void doesNotMoveTwiceForOneMoment() {
    clock.advance(now);
    long first = frame(0);

    assertThat(clock.advance(now)).isEqualTo(first);
    assertThat(clock.advance(now - 1)).isEqualTo(first);
  }

  @Test
  void isLedToItsAimByOnePercent() {
    clock.advance(now);
    long before = clock.playheadMicros();
    frame(100_000);

    assertThat(clock.playheadMicros() - before).isEqualTo(16_160);
    for (int i = 0; i < 700; i++) {
      frame(0);
    }
    assertThat(behind()).isEqualTo(1_000_000);
  }

  @Test
  void slowsDownByOnePercentAtMost() {
    clock.advance(now);
    long before = clock.playheadMicros();
    frame(-100_000);

    assertThat(clock.playheadMicros() - before).isEqualTo(15_840);
  }

  @Test
  void jumpsAheadWhereTheAimIsFarAhead() {
    clock.advance(now);
    frame(300_000);

    assertThat(behind()).isEqualTo(1_000_000);
    assertThat(clock.jumps()).isEqualTo(1);
    assertThat(clock.epoch()).isEqualTo(1);
  }

  @Test
  void goesOnAtTheRealTimeAfterAStandstillOfTheScreen() {
    clock.advance(now);
    now += 5_000_000_000L;
    bridge += 5_000_000;
    clock.advance(now);

    assertThat(behind()).isEqualTo(1_000_000);
    assertThat(clock.jumps()).isZero();
  }

  @Test
  void freezesUntilTimeHasCaughtUp() {
    clock.advance(now);
    frame(0);
    long frozen = clock.playheadMicros();
    frame(-1_000_000);
    for (int i = 0; i < 40; i++) {
      frame(0);
    }
    assertThat(clock.playheadMicros()).isEqualTo(frozen);

    for (int i = 0; i < 40; i++) {
      frame(0);
    }
    assertThat(clock.playheadMicros()).isGreaterThan(frozen);
    assertThat(clock.epoch()).isEqualTo(1);
  }

  @Test
  void startsAnewWhereTheBridgeClockIsFarBehind() {
    clock.advance(now);
    frame(-3_600_000_000L);

    assertThat(behind()).isEqualTo(1_000_000);
    assertThat(clock.epoch()).isEqualTo(2);
  }

  @Test
  void startsAnewWhenTold() {
    clock.advance(now);
    clock.restart();
    frame(-500_000);

    assertThat(behind()).isEqualTo(1_000_000);
    assertThat(clock.epoch()).isEqualTo(2);
  }

  @Test
  void aLargerBufferIsReachedWithoutRunningBackwards() {
    clock.advance(now);
    clock.setBuffer(Duration.ofMillis(1_200));
    for (int i = 0; i < 1_300; i++) {
      frame(0);
    }

    assertThat(behind()).isEqualTo(1_200_000);
  }

  @Test
  void refusesABufferOutOfRange() {
    assertThatIllegalArgumentException().isThrownBy(() -> clock.setBuffer(Duration.ofMillis(-1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> clock.setBuffer(Duration.ofSeconds(11)))
        .withMessage("A playout buffer of PT11S is not 0 to 10 s.");
  }

  /** Whatever the bridge's clock does, within an epoch time goes forward and never visibly fast. */
  @Property(tries = 300)
  void runsForwardAtARealPace(
      @ForAll @Size(max = 200) List<@IntRange(min = -400_000, max = 400_000) Integer> steps) {
    PlayoutClock subject = new PlayoutClock(() -> bridge, Duration.ofSeconds(1));
    bridge = START;
    now = 0;
    subject.advance(now);
    for (int step : steps) {
      long before = subject.playheadMicros();
      long jumps = subject.jumps();
      long epoch = subject.epoch();
      now += FRAME_NANOS;
      bridge += FRAME_NANOS / 1_000 + step;
      long moved = subject.advance(now) - before;
      if (subject.epoch() == epoch) {
        assertThat(moved).isNotNegative();
        if (subject.jumps() == jumps) {
          assertThat(moved).isLessThanOrEqualTo(16_161);
        }
      }
    }
  }
}

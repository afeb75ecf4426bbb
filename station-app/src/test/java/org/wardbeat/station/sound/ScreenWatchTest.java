package org.wardbeat.station.sound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScreenWatchTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long TICK = 10_000_000L;

  private final ScreenWatch watch = new ScreenWatch();
  private long now = Long.MAX_VALUE - 3 * SECOND;
  private long told = now;

  /** Looks at a screen that speaks, or does not, and returns what was seen last. */
  private boolean after(long nanos, boolean speaks) {
    boolean still = false;
    for (long passed = 0; passed < nanos; passed += TICK) {
      now += TICK;
      told = speaks ? now : told;
      still = watch.isStill(true, told, now);
    }
    return still;
  }

  @Test
  void aScreenThatSpeaksDoesNotStandStill() {
    assertThat(after(60 * SECOND, true)).isFalse();
  }

  @Test
  void aScreenThatFellSilentStandsStillAfterThreeSecondsUntilItSpeaks() {
    after(SECOND, true);
    assertThat(after(2 * SECOND, false)).isFalse();
    assertThat(after(2 * SECOND, false)).isTrue();
    assertThat(after(TICK, true)).isFalse();
  }

  @Test
  void aScreenThatNeverSpokeHasNotBegun() {
    assertThat(watch.isStill(false, 0, now)).isFalse();
    now += 60 * SECOND;
    assertThat(watch.isStill(false, 0, now)).isFalse();
  }

  @Test
  void aComputerThatSleptRaisesNothing() {
    after(SECOND, true);
    now += 3_600 * SECOND;
    assertThat(watch.isStill(true, told, now)).isFalse();
    assertThat(after(SECOND, true)).isFalse();
  }
}

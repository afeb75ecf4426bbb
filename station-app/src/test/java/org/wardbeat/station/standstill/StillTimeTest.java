package org.wardbeat.station.standstill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StillTimeTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long TICK = 10_000_000L;

  private final StillTime time = new StillTime(10 * TICK);
  private long now = Long.MAX_VALUE - 3 * SECOND;
  private long sign = now;

  /** Looks at what gives signs, or does not, and returns what was seen last. */
  private long after(long nanos, boolean signs) {
    long still = 0;
    for (long passed = 0; passed < nanos; passed += TICK) {
      now += TICK;
      sign = signs ? now : sign;
      still = time.look(sign, now);
    }
    return still;
  }

  @Test
  void whatGivesSignsDoesNotStandStill() {
    assertThat(after(60 * SECOND, true)).isZero();
  }

  @Test
  void timeWithoutASignCountsUntilTheNext() {
    after(SECOND, true);
    assertThat(after(2 * SECOND, false)).isEqualTo(2 * SECOND);
    assertThat(after(SECOND, false)).isEqualTo(StillTime.STILL_NANOS);
    assertThat(after(TICK, true)).isZero();
  }

  @Test
  void nothingCountsBeforeTheFirstLook() {
    assertThat(time.look(0, now)).isZero();
    assertThat(time.look(0, now + TICK)).isEqualTo(TICK);
  }

  @Test
  void aComputerThatSleptRaisesNothing() {
    after(SECOND, true);
    now += 3_600 * SECOND;
    assertThat(time.look(sign, now)).isEqualTo(10 * TICK);
    assertThat(after(SECOND, false)).isLessThan(StillTime.STILL_NANOS);
  }
}

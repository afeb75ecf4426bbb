package org.wardbeat.bridge.ward;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BridgeStepsTest {
  private static final long SECOND = 1_000_000;
  private static final long HOUR = 3_600 * SECOND;
  private static final long START = 1_773_135_600 * SECOND;

  private final BridgeSteps steps = new BridgeSteps();

  private long back(long elapsedMicros, long stepMicros) {
    return steps.backMicros(elapsedMicros * 1_000, START + elapsedMicros + stepMicros);
  }

  @Test
  void aStepBackIsToldOnce() {
    assertThat(back(0, 0)).isZero();
    assertThat(back(SECOND, -HOUR)).isEqualTo(HOUR);
    assertThat(back(2 * SECOND, -HOUR)).isZero();
    assertThat(back(3 * SECOND, -2 * HOUR)).isEqualTo(HOUR);
  }

  @Test
  void neitherTimeThatPassesNorAStepForwardNorASlewIsAStepBack() {
    assertThat(back(0, 0)).isZero();
    assertThat(back(HOUR, 0)).isZero();
    assertThat(back(2 * HOUR, HOUR)).isZero();
    assertThat(back(2 * HOUR + SECOND, HOUR - 200_000)).isZero();
  }

  @Test
  void whatCameBeforeTheStepAndIsTakenAfterItTellsNothing() {
    assertThat(back(0, 0)).isZero();
    assertThat(back(2 * SECOND, -HOUR)).isEqualTo(HOUR);
    assertThat(back(SECOND, 0)).isZero();
    assertThat(back(3 * SECOND, -HOUR)).isZero();
  }
}

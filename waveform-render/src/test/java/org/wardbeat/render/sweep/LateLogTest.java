package org.wardbeat.render.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LateLogTest {

  private final LateLog log = new LateLog();

  private int[] masked(long first, int count) {
    int[] samples = new int[count];
    Arrays.fill(samples, 1);
    log.mask(first, samples, count, 0);
    return samples;
  }

  @Test
  void masksTheLateSamplesOnly() {
    log.add(10, 12);
    log.add(12, 13);
    log.add(15, 17);

    assertThat(masked(8, 10)).containsExactly(1, 1, 0, 0, 0, 1, 1, 0, 0, 1);
    assertThat(masked(11, 2)).containsExactly(0, 0);
    assertThat(masked(13, 2)).containsExactly(1, 1);
  }

  @Test
  void leavesOutMoreRatherThanLessWhenItIsFull() {
    for (int i = 0; i <= LateLog.MAX_RANGES; i++) {
      log.add(10L * i, 10L * i + 2);
    }

    assertThat(masked(0, 30))
        .startsWith(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)
        .endsWith(0, 0, 1, 1, 1, 1, 1, 1, 1, 1);
    assertThat(masked(10L * LateLog.MAX_RANGES, 3)).containsExactly(0, 0, 1);
  }

  @Test
  void forgetsOnRequest() {
    log.add(0, 5);
    log.clear();

    assertThat(masked(0, 5)).containsOnly(1);
  }
}

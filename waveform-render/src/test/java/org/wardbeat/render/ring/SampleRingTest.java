package org.wardbeat.render.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.wardbeat.render.ring.SampleRing.GAP;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SampleRingTest {

  private final SampleRing ring = new SampleRing(250, 8);

  private void append(long first, int... samples) {
    ring.append(first, samples, 0, samples.length, (first + samples.length) * 4_000);
  }

  private int[] copy(long from, long to) {
    int[] samples = new int[(int) (to - from)];
    ring.copy(from, to, samples);
    return samples;
  }

  @Test
  void beginsAtTheFirstIndexItIsGiven() {
    assertThat(ring.oldest()).isEqualTo(ring.end());

    append(1_000, 1, 2, 3);

    assertThat(ring.oldest()).isEqualTo(1_000);
    assertThat(ring.end()).isEqualTo(1_003);
    assertThat(copy(999, 1_004)).containsExactly(GAP, 1, 2, 3, GAP);
    assertThat(ring.gaps()).isZero();
  }

  @Test
  void keepsTheNewestSamplesOfItsCapacity() {
    append(0, 0, 1, 2, 3, 4, 5);
    append(6, 6, 7, 8, 9);

    assertThat(ring.oldest()).isEqualTo(2);
    assertThat(copy(0, 10)).containsExactly(GAP, GAP, 2, 3, 4, 5, 6, 7, 8, 9);
  }

  @Test
  void marksMissingSamplesAndCountsThem() {
    append(0, 1, 2);
    append(4, 5, 6);

    assertThat(copy(0, 6)).containsExactly(1, 2, GAP, GAP, 5, 6);
    assertThat(ring.gaps()).isEqualTo(1);
    assertThat(ring.lostSamples()).isEqualTo(2);
    assertThat(ring.samples()).isEqualTo(4);
  }

  @Test
  void takesAGapLongerThanItself() {
    append(0, 1, 2);
    append(1_000_000_000_000L, 5);

    assertThat(copy(1_000_000_000_000L - 8, 1_000_000_000_001L))
        .containsExactly(GAP, GAP, GAP, GAP, GAP, GAP, GAP, GAP, 5);
    assertThat(ring.lostSamples()).isEqualTo(1_000_000_000_000L - 2);
  }

  @ParameterizedTest
  @CsvSource({"0, 4, 3", "1, 4, 4", "2, 4, 4", "3, 3, 3"})
  void leavesOutSamplesItHas(long first, long end, int duplicates) {
    append(0, 10, 11, 12);
    int[] again = new int[(int) (Math.max(end, 3 + first) - first)];
    for (int i = 0; i < again.length; i++) {
      again[i] = 10 + (int) first + i;
    }
    append(first, again);

    assertThat(copy(0, 3)).containsExactly(10, 11, 12);
    assertThat(ring.end()).isEqualTo(first + again.length);
    assertThat(ring.samples()).isEqualTo(ring.end());
    assertThat(ring.duplicateSamples()).isEqualTo(again.length - (ring.end() - 3));
    assertThat(duplicates).isPositive();
  }

  @Test
  void doesNotChangeWhatItHasWhenAChunkDisagrees() {
    append(0, 1, 2, 3);
    append(1, 7, 7, 4);

    assertThat(copy(0, 4)).containsExactly(1, 2, 3, 4);
  }

  @Test
  void takesAChunkLongerThanItself() {
    append(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

    assertThat(copy(0, 10)).containsExactly(GAP, GAP, 3, 4, 5, 6, 7, 8, 9, 10);
  }

  @Test
  void takesPartOfAnArray() {
    ring.append(5, new int[] {9, 1, 2, 9}, 1, 2, 0);

    assertThat(copy(5, 7)).containsExactly(1, 2);
  }

  @Test
  void tellsWhatWasBackfilled() {
    ring.backfill(0, new int[] {1, 2, 3}, 0, 3, 0);
    append(3, 4);

    assertThat(ring.backfilledEnd()).isEqualTo(3);
    assertThat(ring.end()).isEqualTo(4);
  }

  @Test
  void anEmptyChunkChangesNothing() {
    append(7);

    assertThat(ring.timeline().isUnknown()).isTrue();
    assertThat(ring.end()).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 100_001})
  void refusesAFrequencyOutOfRange(double frequency) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SampleRing(frequency, 8))
        .withMessageContaining("Hz is not within 0 to 100,000 Hz.");
  }

  @Test
  void refusesACapacityOfNothingAndNegativeCounters() {
    assertThatIllegalArgumentException().isThrownBy(() -> new SampleRing(250, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> append(-1, 1))
        .withMessage("Sample counter -1 is negative.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SampleRing.lasting(Duration.ofDays(365), 1_000));
  }

  @Test
  void holdsAtLeastTheTimeItIsMadeFor() {
    assertThat(SampleRing.lasting(Duration.ofSeconds(60), 62.4725).capacity()).isEqualTo(3_749);
    assertThat(SampleRing.lasting(Duration.ofSeconds(60), 360).capacity()).isEqualTo(21_600);
  }
}

package org.wardbeat.render.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleTimelineTest {

  private static final int CHUNK = 50;
  private final SampleRing ring = new SampleRing(100, 6_000);
  private final int[] chunk = new int[CHUNK];
  private long next;

  /** Appends half a second that ends at the nominal time plus an offset. */
  private void append(long offsetMicros) {
    ring.append(next, chunk, 0, CHUNK, (next + CHUNK) * 10_000 + offsetMicros);
    next += CHUNK;
  }

  private long errorMicros(long offsetMicros) {
    return ring.timeline().timeMicros(next) - next * 10_000 - offsetMicros;
  }

  @Test
  void takesItsTimeFromTheEndOfTheFirstChunk() {
    ring.append(1_000, chunk, 0, CHUNK, 7_000_000);

    assertThat(ring.timeline().timeMicros(1_049)).isEqualTo(6_990_000);
    assertThat(ring.timeline().timeMicros(1_000)).isEqualTo(6_500_000);
    assertThat(ring.timeline().indexAtOrAfter(6_500_000)).isEqualTo(1_000);
    assertThat(ring.timeline().indexAtOrAfter(6_500_001)).isEqualTo(1_001);
  }

  @Test
  void knowsNoTimeBeforeTheFirstChunk() {
    assertThat(ring.timeline().isUnknown()).isTrue();
    assertThatIllegalStateException().isThrownBy(() -> ring.timeline().timeMicros(0));
    assertThatIllegalStateException().isThrownBy(() -> ring.timeline().indexAtOrAfter(0));
  }

  @Test
  void keepsAFractionalFrequencyForHours() {
    SampleRing slow = new SampleRing(62.4725, 1_000);
    long first = 0;
    for (int second = 0; second < 10_000; second++) {
      slow.append(first, chunk, 0, CHUNK, Math.round((first + CHUNK) * 1e6 / 62.4725));
      first += CHUNK;
    }

    assertThat(slow.timeline().timeMicros(first)).isEqualTo(Math.round(first * 1e6 / 62.4725));
  }

  @ParameterizedTest
  @ValueSource(longs = {-9_000, -1_000, 1_000, 9_000})
  void ignoresSmallJitter(long jitter) {
    append(0);
    for (int i = 0; i < 20; i++) {
      append(i % 2 == 0 ? jitter : 0);
    }

    assertThat(errorMicros(0)).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {-150_000, -20_000, 20_000, 150_000})
  void worksOffADifferenceWithoutAStep(long offset) {
    append(0);
    for (int i = 0; i < 120; i++) {
      append(offset);
    }

    assertThat(errorMicros(offset)).isBetween(-2_100L, 2_100L);
    SampleTimeline timeline = ring.timeline();
    for (long i = ring.oldest() + 1; i < next; i++) {
      assertThat(timeline.timeMicros(i) - timeline.timeMicros(i - 1)).isBetween(9_899L, 10_101L);
      assertThat(timeline.joinsPrevious(i)).isTrue();
    }
  }

  @Test
  void followsADriftingDeviceClock() {
    for (int i = 0; i < 2_000; i++) {
      append(i * 250L);
    }

    assertThat(errorMicros(1_999 * 250L)).isBetween(-12_000L, 12_000L);
  }

  @Test
  void neverMovesASampleItHasPlaced() {
    append(0);
    append(0);
    long placed = ring.timeline().timeMicros(90);
    for (int i = 0; i < 50; i++) {
      append(100_000);
    }

    assertThat(ring.timeline().timeMicros(90)).isEqualTo(placed);
  }

  @Test
  void takesOverAJumpAtOnceAndDoesNotJoinIt() {
    append(0);
    append(500_000);

    SampleTimeline timeline = ring.timeline();
    assertThat(timeline.timeMicros(49)).isEqualTo(490_000);
    assertThat(timeline.timeMicros(50)).isEqualTo(1_000_000);
    assertThat(timeline.joinsPrevious(50)).isFalse();
    assertThat(timeline.joinsPrevious(51)).isTrue();
    assertThat(timeline.indexAtOrAfter(700_000)).isEqualTo(50);
  }

  @Test
  void newerSamplesWinWhereTimeJumpsBack() {
    append(0);
    append(0);
    append(-400_000);

    SampleTimeline timeline = ring.timeline();
    assertThat(timeline.timeMicros(100)).isEqualTo(600_000);
    assertThat(timeline.indexAtOrAfter(590_000)).isEqualTo(59);
    assertThat(timeline.indexAtOrAfter(600_000)).isEqualTo(100);
  }

  @Test
  void takesOverAnyDifferenceAfterAGap() {
    append(0);
    next += 30;
    append(3_000);

    assertThat(errorMicros(3_000)).isZero();
    assertThat(ring.timeline().joinsPrevious(80)).isFalse();
  }
}

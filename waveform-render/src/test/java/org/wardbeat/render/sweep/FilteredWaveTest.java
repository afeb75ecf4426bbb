package org.wardbeat.render.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wardbeat.render.filter.FilterBand;
import org.wardbeat.render.filter.Notch;
import org.wardbeat.render.filter.WaveFilter;
import org.wardbeat.render.ring.SampleRing;

class FilteredWaveTest {

  private static final double RATE = 250;

  private final SampleRing ring = new SampleRing(RATE, 5_000);
  private final FilteredWave wave =
      new FilteredWave(WaveFilter.of(FilterBand.MONITOR, Notch.HZ_50, RATE), ring);

  private void append(int first, int... samples) {
    ring.append(
        first, samples, 0, samples.length, SweepFixture.micros((first + samples.length) / RATE));
    wave.follow(ring.timeline(), ring.end());
  }

  private static int[] noise(long seed, int count) {
    return new Random(seed).ints(count, -200, 200).toArray();
  }

  private double[] values(int from, int to) {
    double[] values = new double[to - from];
    Arrays.setAll(values, i -> wave.value(from + i));
    return values;
  }

  @Test
  void whatCameBeforeAGapHasNoSayInWhatComesAfter() {
    append(0, noise(1, 1_000));
    append(1_010, noise(2, 500));
    double[] afterNoise = values(1_010, 1_510);

    SampleRing other = new SampleRing(RATE, 5_000);
    FilteredWave quiet =
        new FilteredWave(WaveFilter.of(FilterBand.MONITOR, Notch.HZ_50, RATE), other);
    other.append(1_010, noise(2, 500), 0, 500, SweepFixture.micros(1_510 / RATE));
    quiet.follow(other.timeline(), other.end());
    for (int i = 0; i < 500; i++) {
      assertThat(afterNoise[i]).isEqualTo(quiet.value(1_010 + i));
    }
  }

  @Test
  void aJumpOfTimeIsAGap() {
    append(0, noise(1, 1_000));
    int[] level = new int[500];
    Arrays.fill(level, 170);
    ring.append(1_000, level, 0, 500, SweepFixture.micros(30));
    wave.follow(ring.timeline(), ring.end());

    assertThat(values(1_000, 1_500)).containsOnly(values(1_000, 1_001)[0]);
    assertThat(wave.value(1_000)).isCloseTo(0, within(1e-4));
  }

  @Test
  void aWaveFarOffZeroStartsAtRest() {
    int[] samples = noise(3, 1_000);
    append(0, Arrays.stream(samples).map(sample -> 5_000 + sample / 10).toArray());

    for (double value : values(0, 1_000)) {
      assertThat(value).isBetween(-60.0, 60.0);
    }
  }

  @Test
  void howSamplesAreCutIntoChunksDoesNotMatterOnceOneHasBegun() {
    int[] samples = noise(4, 2_000);
    append(0, Arrays.copyOf(samples, 500));
    append(500, Arrays.copyOfRange(samples, 500, 2_000));
    double[] coarse = values(500, 2_000);

    SampleRing other = new SampleRing(RATE, 5_000);
    FilteredWave fine =
        new FilteredWave(WaveFilter.of(FilterBand.MONITOR, Notch.HZ_50, RATE), other);
    int length;
    for (int at = 0; at < 2_000; at += length) {
      length = at == 0 ? 500 : 1;
      other.append(at, samples, at, length, SweepFixture.micros((at + length) / RATE));
      fine.follow(other.timeline(), other.end());
    }
    for (int i = 0; i < coarse.length; i++) {
      assertThat(fine.value(500 + i)).isEqualTo(coarse[i]);
    }
  }

  @Test
  void startsAnewWhereTheRingRanAway() {
    append(0, noise(5, 1_000));
    int[] level = new int[6_000];
    Arrays.fill(level, 90);
    append(1_000, level);

    assertThat(values(2_000, 7_000)).containsOnly(values(2_000, 2_001)[0]);
    assertThat(wave.value(6_999)).isCloseTo(0, within(1e-4));
  }
}

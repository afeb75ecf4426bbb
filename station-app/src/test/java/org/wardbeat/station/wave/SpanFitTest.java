package org.wardbeat.station.wave;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.wardbeat.render.ring.SampleRing;

class SpanFitTest {
  private static SpanFit fit() {
    return new SpanFit(20, 0, 1_000);
  }

  private static boolean scan(SpanFit fit, int low, int high) {
    return fit.scan(new int[] {low, SampleRing.GAP, high}, 3);
  }

  @Property
  void aWaveLiesWithinItsScaleAndFillsIt(
      @ForAll @IntRange(min = -30_000, max = 30_000) int low,
      @ForAll @IntRange(min = 20, max = 30_000) int extent) {
    SpanFit fit = fit();
    scan(fit, low, low + extent);
    assertThat(fit.low()).isLessThan(low);
    assertThat(fit.high()).isGreaterThan(low + extent);
    assertThat(extent).isGreaterThan((int) (0.6 * (fit.high() - fit.low())));
  }

  @Test
  void aGreaterWaveIsFollowedAtOnce() {
    SpanFit fit = fit();
    scan(fit, 400, 500);
    assertThat(scan(fit, 300, 700)).isTrue();
    assertThat(fit.high()).isGreaterThan(700);
  }

  @Test
  void aSmallerWaveGrowsOnlyWhenItHasStayedSmall() {
    SpanFit fit = fit();
    scan(fit, 0, 1_000);
    for (int i = 1; i < SpanFit.WINDOW; i++) {
      assertThat(scan(fit, 450, 550)).as("scan %d", i).isFalse();
    }
    assertThat(scan(fit, 450, 550)).isTrue();
    assertThat(fit.high() - fit.low()).isLessThan(150);
  }

  @Test
  void aWaveThatVariesALittleKeepsItsSize() {
    SpanFit fit = fit();
    scan(fit, 0, 1_000);
    for (int i = 0; i < 100; i++) {
      assertThat(scan(fit, 50, i % 10 == 0 ? 800 : 700)).isFalse();
    }
  }

  @Test
  void noiseIsNotBlownUp() {
    SpanFit fit = fit();
    scan(fit, 500, 502);
    assertThat(fit.high() - fit.low()).isGreaterThanOrEqualTo(20);
    for (int i = 0; i < 40; i++) {
      assertThat(scan(fit, 500, 502)).isFalse();
    }
  }

  @Test
  void nothingChangesWhileNothingComes() {
    SpanFit fit = fit();
    assertThat(fit.scan(new int[] {SampleRing.GAP}, 1)).isFalse();
    assertThat(fit.low()).isZero();
    assertThat(fit.high()).isEqualTo(1_000);
  }
}

package org.wardbeat.station.wave;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wardbeat.render.ring.SampleRing;

class ScaleFitTest {
  private static final int PER_UNIT = 10;
  private static final int ZERO = 500;

  private static ScaleFit fit() {
    return new ScaleFit(ZERO, PER_UNIT, 200);
  }

  private static boolean scan(ScaleFit fit, double least, double most) {
    return fit.scan(new int[] {adc(least), SampleRing.GAP, adc(most)}, 3);
  }

  private static int adc(double value) {
    return (int) Math.round(ZERO + value * PER_UNIT);
  }

  /**
   * The least and the greatest value of a wave, top of its scale: of mmHg, kPa, and none at all.
   */
  @ParameterizedTest
  @CsvSource({
    "70, 118, 150",
    "70, 150, 150",
    "70, 151, 200",
    "2, 9, 10",
    "0, 38, 40",
    "0, 5.1, 6",
    "120, 310, 300",
    "-9, -2, 2"
  })
  void takesTheLeastUsualScaleThatAWaveFits(double least, double most, double top) {
    ScaleFit fit = fit();
    scan(fit, least, most);
    assertThat(fit.top()).isEqualTo(top);
    assertThat(fit.low()).isEqualTo(ZERO);
    assertThat(fit.high()).isEqualTo(ZERO + top * PER_UNIT);
  }

  @Test
  void keepsItsScaleUntilSomethingCame() {
    ScaleFit fit = fit();
    assertThat(fit.scan(new int[] {SampleRing.GAP}, 1)).isFalse();
    assertThat(fit.scan(new int[0], 0)).isFalse();
    assertThat(fit.top()).isEqualTo(200);
  }

  @Test
  void widensAtOnceAndNarrowsOnlyAfterAWhile() {
    ScaleFit fit = fit();
    scan(fit, 70, 118);
    assertThat(scan(fit, 70, 180)).isTrue();
    assertThat(fit.top()).isEqualTo(200);
    for (int i = 1; i < SpanFit.WINDOW; i++) {
      assertThat(scan(fit, 70, 118)).as("scan %d", i).isFalse();
    }
    assertThat(scan(fit, 70, 118)).isTrue();
    assertThat(fit.top()).isEqualTo(150);
  }

  @Property
  void noPressureUpToThreeHundredLeavesItsScale(
      @ForAll @IntRange(min = 0, max = 300) int one,
      @ForAll @IntRange(min = 0, max = 300) int other) {
    ScaleFit fit = fit();
    scan(fit, 0, one);
    scan(fit, 0, other);
    assertThat(fit.top()).isGreaterThanOrEqualTo(Math.max(one, other));
  }
}

package org.wardbeat.station.wave;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wardbeat.render.ring.SampleRing;

/** Where an ECG is drawn within its lane: heights in mm, as at 16 beds. */
class LaneFitTest {
  private static final double HEIGHT = 87 / 4.0;
  private static final double GAIN = 10;
  private static final double UNITS = 200;

  private static boolean scan(LaneFit fit, double lowMillivolts, double highMillivolts) {
    int[] samples = {
      (int) Math.round(lowMillivolts * UNITS),
      SampleRing.GAP,
      (int) Math.round(highMillivolts * UNITS)
    };
    return fit.scan(samples, samples.length, 0, UNITS, HEIGHT, GAIN);
  }

  private static double y(LaneFit fit, double millivolts) {
    LaneFit.Placement placement = fit.placement();
    return LaneFit.LEVEL_AT * HEIGHT
        - (millivolts - placement.levelMillivolts()) * GAIN / placement.divisor();
  }

  /** The lane holds 0.49 mV below and 1.58 mV above its usual zero, 2.07 mV in all. */
  @ParameterizedTest
  @CsvSource({
    "-0.3,  1.2, 1, true",
    "-0.4,  1.5, 1, true",
    "-1.4, -0.2, 1, false",
    "-1.6,  0.4, 1, false",
    " 0.1,  2.1, 1, false",
    "-1.5,  1.5, 2, false",
    "-0.3,  2.5, 2, true",
    "-3.0,  2.0, 4, false",
    "-5.0,  5.0, 8, false",
  })
  void movesAWaveBeforeItMakesItSmaller(double low, double high, int divisor, boolean usualZero) {
    LaneFit fit = LaneFit.automatic();
    scan(fit, low, high);
    assertThat(fit.placement().divisor()).isEqualTo(divisor);
    assertThat(fit.placement().levelMillivolts() == 0).isEqualTo(usualZero);
    assertThat(y(fit, high)).isBetween(0.0, HEIGHT);
    assertThat(y(fit, low)).isBetween(0.0, HEIGHT);
  }

  @Property
  void placesEveryWaveOfUpToTenMillivoltsInsideItsLane(
      @ForAll @DoubleRange(min = -8, max = 8) double a,
      @ForAll @DoubleRange(min = -8, max = 8) double b) {
    LaneFit fit = LaneFit.automatic();
    scan(fit, Math.min(a, b), Math.max(a, b));
    assertThat(y(fit, a)).isBetween(0.0, HEIGHT);
    assertThat(y(fit, b)).isBetween(0.0, HEIGHT);
  }

  @Test
  void staysAsItIsAsLongAsTheWaveFits() {
    LaneFit fit = LaneFit.automatic();
    assertThat(scan(fit, -1.4, -0.2)).isTrue();
    LaneFit.Placement placed = fit.placement();
    for (int i = 0; i < 100; i++) {
      assertThat(scan(fit, -1.3, -0.3)).isFalse();
    }
    assertThat(fit.placement()).isEqualTo(placed);
  }

  @Test
  void growsAgainWhenItHasFittedForLong() {
    LaneFit fit = LaneFit.automatic();
    scan(fit, -3, 3);
    assertThat(fit.placement().divisor()).isEqualTo(4);
    int scans = 0;
    while (!scan(fit, -0.3, 1) && scans < 200) {
      scans++;
    }
    assertThat(scans).isEqualTo(LaneFit.WINDOW);
    assertThat(fit.placement()).isEqualTo(LaneFit.Placement.USUAL);
  }

  @Test
  void doesNotGrowIntoALaneThatItWouldFillToTheEdge() {
    LaneFit fit = LaneFit.automatic();
    scan(fit, -1.5, 1.5);
    for (int i = 0; i < 100; i++) {
      assertThat(scan(fit, -0.4, 1.4)).isFalse();
    }
  }

  @Test
  void keepsItsPlaceWhileNothingComes() {
    LaneFit fit = LaneFit.automatic();
    int[] gap = {SampleRing.GAP};
    assertThat(fit.scan(gap, 1, 0, UNITS, HEIGHT, GAIN)).isFalse();
    assertThat(fit.placement()).isEqualTo(LaneFit.Placement.USUAL);
  }

  @Test
  void fitsAnewWhenTheLaneChangesItsHeight() {
    LaneFit fit = LaneFit.automatic();
    scan(fit, -0.4, 1.5);
    int[] samples = {-80, 300};
    assertThat(fit.scan(samples, 2, 0, UNITS, HEIGHT / 2, GAIN)).isTrue();
    assertThat(fit.placement().divisor()).isEqualTo(2);
  }
}

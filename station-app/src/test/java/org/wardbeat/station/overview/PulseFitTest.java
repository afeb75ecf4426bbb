package org.wardbeat.station.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.wardbeat.render.ring.SampleRing;
import org.wardbeat.render.sweep.Amplitude;

/** The scale of a wave that has no calibrated height. */
class PulseFitTest {
  private final SampleRing ring = SampleRing.lasting(Duration.ofSeconds(60), 10);
  private final Scan scan = new Scan(20);
  private final PulseFit fit = new PulseFit(0, 1_000);
  private long end;

  /** A second of a wave between two heights. */
  private boolean second(int low, int high) {
    int[] samples = {low, high, low, high, low, high, low, high, low, high};
    ring.append(end, samples, 0, samples.length, (end / 10 + 1) * 1_000_000);
    end += samples.length;
    scan.take(ring);
    return fit.scan(scan);
  }

  private Amplitude.FullScale scale() {
    return (Amplitude.FullScale) fit.amplitude();
  }

  @Test
  void takesInAWaveThatLeavesItsLaneAtOnce() {
    assertThat(second(100, 900)).isFalse();
    assertThat(second(100, 2_900)).isTrue();
    assertThat(scale().lowUnits()).isBetween(-400.0, 100.0);
    assertThat(scale().highUnits()).isBetween(2_900.0, 3_400.0);
  }

  @Test
  void makesASmallWaveLargerOnlyOnceItHasStayedSmall() {
    second(0, 1_000);
    for (int i = 1; i < PulseFit.WINDOW; i++) {
      assertThat(second(400, 600)).as("second %d", i).isFalse();
    }
    second(400, 600);
    second(400, 600);
    assertThat(scale().highUnits() - scale().lowUnits()).isLessThan(300);
  }

  @Test
  void leavesAFlatLineFlat() {
    for (int i = 0; i < 3 * PulseFit.WINDOW; i++) {
      second(499, 501);
    }
    assertThat(scale().highUnits() - scale().lowUnits()).isGreaterThanOrEqualTo(100);
    assertThat(scale().lowUnits()).isLessThan(499);
  }
}

package org.wardbeat.simulator.physiology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TachogramTest {
  private static final int SAMPLES = Tachogram.PERIOD_SECONDS * Tachogram.SAMPLES_PER_SECOND;
  private final Tachogram tachogram = new Tachogram(0.25, new SplittableRandom(1));

  @Test
  void hasMeanZeroAndStandardDeviationOne() {
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < SAMPLES; i++) {
      double value = at(i);
      sum += value;
      squares += value * value;
    }
    assertThat(sum / SAMPLES).isCloseTo(0, within(1e-9));
    assertThat(squares / SAMPLES).isCloseTo(1, within(1e-9));
  }

  @Test
  void hasHalfAsMuchPowerInTheLowBandAsInTheHighOneAndNoneElsewhere() {
    double low = power(0.04, 0.15);
    double high = power(0.15, 0.4);
    assertThat(low / high).isCloseTo(0.5, within(0.02));
    assertThat(power(0, 0.04) + power(0.4, 1)).isLessThan(1e-4 * (low + high));
  }

  @Test
  void repeatsWithoutAStep() {
    assertThat(tachogram.at(Tachogram.PERIOD_SECONDS + 3.7))
        .isCloseTo(tachogram.at(3.7), within(1e-9));
    assertThat(tachogram.at(Tachogram.PERIOD_SECONDS - 1e-6))
        .isCloseTo(tachogram.at(0), within(1e-4));
  }

  private double at(int sample) {
    return tachogram.at((double) sample / Tachogram.SAMPLES_PER_SECOND);
  }

  private double power(double fromHz, double toHz) {
    double power = 0;
    for (int bin = 1; bin < SAMPLES / 2; bin++) {
      double hertz = (double) bin / Tachogram.PERIOD_SECONDS;
      if (hertz >= fromHz && hertz < toHz) {
        double sin = 0;
        double cos = 0;
        for (int i = 0; i < SAMPLES; i++) {
          sin += at(i) * Math.sin(2 * Math.PI * bin * i / SAMPLES);
          cos += at(i) * Math.cos(2 * Math.PI * bin * i / SAMPLES);
        }
        power += sin * sin + cos * cos;
      }
    }
    return power;
  }
}

package org.wardbeat.station.patient;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.wardbeat.station.presentation.Formats;

/**
 * Two points on samples of a frozen wave.
 *
 * @param lane the wave, by its place from the top
 * @param first a sample of it
 * @param second another one, or the same
 * @param onSecond whether the second point is the one that moves
 */
record Calipers(int lane, int first, int second, boolean onSecond) {
  private static final double MICROS_PER_MINUTE = 60_000_000;

  /**
   * What lies between the points.
   *
   * @param millis the interval, 0 or above
   * @param perMinute how often it fits a minute; 0 if there is no interval
   * @param amplitude the second value less the first, in mV of an ECG, else in the wave's unit
   */
  record Measure(double millis, double perMinute, double amplitude) {
    /** {@code 820 ms}. */
    String interval() {
      return rounded(millis, 0) + " ms";
    }

    /** {@code 73 bpm}; dashes where there is no interval. */
    String rate() {
      return (perMinute == 0 ? Formats.INVALID : rounded(perMinute, 0)) + " bpm";
    }

    /** {@code 1.24 mV}. */
    String amplitude(String unit) {
      return rounded(amplitude, 2) + (unit.isEmpty() ? "" : " " + unit);
    }

    private static String rounded(double value, int decimals) {
      return Formats.decimal(BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP));
    }
  }

  /** The sample of the point that moves. */
  int active() {
    return onSecond ? second : first;
  }

  Calipers choosing(boolean next) {
    return new Calipers(lane, first, second, next);
  }

  /** The point that moves, on another sample. */
  Calipers at(int sample) {
    return onSecond
        ? new Calipers(lane, first, sample, true)
        : new Calipers(lane, sample, second, false);
  }

  /** What lies between the points of a wave. */
  Measure measure(FrozenLane wave) {
    long micros = Math.abs(wave.micros(second) - wave.micros(first));
    return new Measure(
        micros / 1_000.0,
        micros == 0 ? 0 : MICROS_PER_MINUTE / micros,
        wave.value(second) - wave.value(first));
  }

  /** The unit of an amplitude. */
  static String unit(FrozenLane wave) {
    String told = wave.channel().unit();
    return wave.isEcg() ? "mV" : told.equals("1") ? "" : told;
  }
}

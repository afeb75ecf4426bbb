package org.wardbeat.station.review;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What some alarms come to. Times are microseconds.
 *
 * @param count alarms that began in the period
 * @param totalMicros how long conditions lasted within the period, those included that began before
 * @param medianMicros median of how long the alarms that began in it lasted; empty if there are
 *     none
 * @param p90Micros 90th percentile of the same
 * @param responseMicros median time from onset to acknowledgement of those that were acknowledged;
 *     empty if none was
 * @param unseen alarms that began in the period and that nobody acknowledged
 */
record Figures(
    int count,
    long totalMicros,
    OptionalLong medianMicros,
    OptionalLong p90Micros,
    OptionalLong responseMicros,
    int unseen) {

  /** The share that nobody acknowledged, 0 to 1; empty if there are none. */
  OptionalDouble unseenShare() {
    return count == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) unseen / count);
  }

  /**
   * A quantile, interpolated between the two samples it lies between: definition 7 of Hyndman and
   * Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50 (1996) 361–365.
   *
   * @param sorted ascending
   * @param share 0 to 1
   * @return empty if there are no samples
   */
  static OptionalLong quantile(long[] sorted, double share) {
    if (sorted.length == 0) {
      return OptionalLong.empty();
    }
    double at = (sorted.length - 1) * share;
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    double value = sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    return OptionalLong.of(Math.round(value));
  }

  /** Collects alarms and works their figures out. */
  static final class Builder {
    private long[] durations = new long[8];
    private long[] responses = new long[8];
    private int count;
    private int seen;
    private long total;

    /** An alarm that began in the period. */
    void began(long durationMicros, OptionalLong responseMicros) {
      durations = withRoom(durations, count);
      durations[count++] = durationMicros;
      if (responseMicros.isPresent()) {
        responses = withRoom(responses, seen);
        responses[seen++] = responseMicros.getAsLong();
      }
    }

    /** A condition lasted for so long within the period. */
    void lasted(long micros) {
      total += micros;
    }

    private static long[] withRoom(long[] array, int used) {
      return used < array.length ? array : Arrays.copyOf(array, 2 * used);
    }

    Figures build() {
      long[] sorted = Arrays.copyOf(durations, count);
      long[] waits = Arrays.copyOf(responses, seen);
      Arrays.sort(sorted);
      Arrays.sort(waits);
      return new Figures(
          count,
          total,
          quantile(sorted, 0.5),
          quantile(sorted, 0.9),
          quantile(waits, 0.5),
          count - seen);
    }
  }
}

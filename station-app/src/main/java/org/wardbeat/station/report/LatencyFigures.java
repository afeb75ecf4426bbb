package org.wardbeat.station.report;

/**
 * How long something took, within a window of time.
 *
 * @param count how often it was measured
 * @param p50Millis the median, in milliseconds; NaN if the count is 0, as are the others
 * @param p95Millis the 95th percentile
 * @param p99Millis the 99th percentile
 */
public record LatencyFigures(long count, double p50Millis, double p95Millis, double p99Millis) {
  /** Nothing was measured. */
  public static final LatencyFigures NONE =
      new LatencyFigures(0, Double.NaN, Double.NaN, Double.NaN);
}

package org.wardbeat.benchmarks.fanout.load;

import org.HdrHistogram.Histogram;

/**
 * What all sessions together got in a time.
 *
 * @param bytes read from the sockets, WebSocket framing included
 * @param deliveries messages that brought something new
 * @param merged messages of devices whose state came with a newer one, beyond those deliveries
 * @param lost messages known to be lost: jumps in a sequence, gaps that were announced
 * @param repeated messages that came again
 * @param latencyMicros from publishing to decoded, of delivered and merged messages
 */
public record Tally(
    long bytes, long deliveries, long merged, long lost, long repeated, Histogram latencyMicros) {

  /** A percentile of the latency in milliseconds; 0 without deliveries. */
  public double latencyMillis(double percentile) {
    return latencyMicros.getValueAtPercentile(percentile) / 1e3;
  }
}

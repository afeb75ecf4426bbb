package org.wardbeat.bridge.ward;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.wardbeat.wire.frame.Frame.Hop;
import org.wardbeat.wire.frame.Frame.HopLatency;

/**
 * How long messages took on a part of their way, within the last half to one minute. Durations are
 * in microseconds; negative ones, which a device's clock that is ahead makes, count as such. Safe
 * for use by any thread.
 */
final class LatencyWindow {
  private static final long HALF_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final long MOST_MICROS = TimeUnit.HOURS.toMicros(24);
  private static final int DIGITS = 2;

  private Half current = new Half();
  private Half previous = new Half();
  private long startedNanos;
  private boolean started;

  /** Half a window: durations before zero and from zero on, as a histogram takes none below. */
  private static final class Half {
    private final Histogram negative = new Histogram(MOST_MICROS, DIGITS);
    private final Histogram positive = new Histogram(MOST_MICROS, DIGITS);

    private void reset() {
      negative.reset();
      positive.reset();
    }
  }

  /** Records a duration that was measured at a monotonic time. */
  synchronized void record(long micros, long nowNanos) {
    turn(nowNanos);
    if (micros < 0) {
      current.negative.recordValue(Math.min(-micros, MOST_MICROS));
    } else {
      current.positive.recordValue(Math.min(micros, MOST_MICROS));
    }
  }

  private void turn(long nowNanos) {
    if (!started) {
      started = true;
      startedNanos = nowNanos;
    }
    for (int turns = 0; turns < 2 && nowNanos - startedNanos >= HALF_NANOS; turns++) {
      Half oldest = previous;
      oldest.reset();
      previous = current;
      current = oldest;
      startedNanos += HALF_NANOS;
    }
    if (nowNanos - startedNanos >= HALF_NANOS) {
      startedNanos = nowNanos;
    }
  }

  /**
   * What was recorded, each duration less a part that belongs to another hop.
   *
   * @param lessMicros that part
   */
  synchronized HopLatency summary(Hop hop, long lessMicros, long nowNanos) {
    turn(nowNanos);
    Histogram negative = new Histogram(MOST_MICROS, DIGITS);
    Histogram positive = new Histogram(MOST_MICROS, DIGITS);
    negative.add(current.negative);
    negative.add(previous.negative);
    positive.add(current.positive);
    positive.add(previous.positive);
    return new HopLatency(
        hop,
        negative.getTotalCount() + positive.getTotalCount(),
        percentile(negative, positive, 50) - lessMicros,
        percentile(negative, positive, 95) - lessMicros,
        percentile(negative, positive, 99) - lessMicros);
  }

  private static long percentile(Histogram negative, Histogram positive, double percentile) {
    long below = negative.getTotalCount();
    long total = below + positive.getTotalCount();
    long rank = Math.max(1, (long) Math.ceil(total * percentile / 100));
    if (total == 0) {
      return 0;
    }
    return rank <= below
        ? -negative.getValueAtPercentile(100.0 * (below - rank + 1) / below)
        : positive.getValueAtPercentile(100.0 * (rank - below) / positive.getTotalCount());
  }
}

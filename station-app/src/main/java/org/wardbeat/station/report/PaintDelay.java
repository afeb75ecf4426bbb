package org.wardbeat.station.report;

/** How long changes take from their decoding to the screen, as the median of the last 10 s. */
public final class PaintDelay {
  private static final long SECOND_NANOS = 1_000_000_000;

  private final LatencyWindow window = new LatencyWindow(10 * SECOND_NANOS, 1_024);
  private double millis;
  private long workedOutNanos;
  private boolean began;

  /**
   * Takes a pulse in.
   *
   * @param changedNanos when what is painted now was decoded, 0 if nothing changed
   * @param nowNanos the present on the same clock
   * @return the delay in milliseconds, worked out once a second
   */
  public double millis(long changedNanos, long nowNanos) {
    if (changedNanos != 0) {
      window.add(Math.max(0, nowNanos - changedNanos) / 1e6, nowNanos);
    }
    if (!began || nowNanos - workedOutNanos >= SECOND_NANOS) {
      began = true;
      workedOutNanos = nowNanos;
      double median = window.medianMillis(nowNanos);
      millis = Double.isNaN(median) ? 0 : median;
    }
    return millis;
  }
}

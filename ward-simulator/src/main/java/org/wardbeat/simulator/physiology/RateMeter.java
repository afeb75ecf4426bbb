package org.wardbeat.simulator.physiology;

import java.util.OptionalDouble;

/**
 * Measures a rate as monitors do: over the last few events, and known to be outdated when events
 * stay away. Confined to one thread.
 */
final class RateMeter {
  private final double[] times;
  private final double silentAfterSeconds;
  private int count;

  /**
   * @param intervals over so many intervals
   * @param silentAfterSeconds without an event for so long, there is no rate
   */
  RateMeter(int intervals, double silentAfterSeconds) {
    this.times = new double[intervals + 1];
    this.silentAfterSeconds = silentAfterSeconds;
  }

  void event(double seconds) {
    if (count > 0 && seconds - times[(count - 1) % times.length] > silentAfterSeconds) {
      count = 0;
    }
    times[count % times.length] = seconds;
    count++;
  }

  /** Events per minute; empty while none are known or when they stay away. */
  OptionalDouble perMinute(double seconds) {
    int known = Math.min(count, times.length);
    if (known < 2) {
      return OptionalDouble.empty();
    }
    double last = times[(count - 1) % times.length];
    if (seconds - last > silentAfterSeconds) {
      return OptionalDouble.empty();
    }
    double first = times[(count - known) % times.length];
    return OptionalDouble.of(60 * (known - 1) / (last - first));
  }
}

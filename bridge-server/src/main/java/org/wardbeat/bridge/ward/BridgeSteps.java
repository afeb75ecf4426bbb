package org.wardbeat.bridge.ward;

import java.util.concurrent.TimeUnit;

/**
 * Notices by how much the bridge's time of day was set back, which its monotonic clock tells. Used
 * by one thread.
 */
final class BridgeSteps {
  /** Less is a clock that is slewed, or was read a moment after the other one. */
  private static final long LEAST_MICROS = DeviceClock.TOLERANCE_MICROS;

  private boolean begun;
  private long lastNanos;
  private long lastOffsetMicros;

  /**
   * By how much the time of day was set back since the last moment, in microseconds; 0 if it was
   * not. A moment before the last one tells nothing: it may be of before the step.
   *
   * @param nanos monotonic
   * @param micros the same moment, UTC
   */
  long backMicros(long nanos, long micros) {
    if (begun && nanos - lastNanos < 0) {
      return 0;
    }
    long offsetMicros = micros - TimeUnit.NANOSECONDS.toMicros(nanos);
    long back = begun ? lastOffsetMicros - offsetMicros : 0;
    begun = true;
    lastNanos = nanos;
    lastOffsetMicros = offsetMicros;
    return back > LEAST_MICROS ? back : 0;
  }
}

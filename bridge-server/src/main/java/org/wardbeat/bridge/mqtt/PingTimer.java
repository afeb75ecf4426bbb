package org.wardbeat.bridge.mqtt;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** How long the broker took to answer the last ping. Safe for use by any thread. */
final class PingTimer {
  private final LongSupplier nanos;
  private volatile long micros = -1;

  /**
   * @param nanos monotonic nanoseconds
   */
  PingTimer(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Begins to measure; what is returned is to be run when the answer is there. */
  Runnable begin() {
    long begun = nanos.getAsLong();
    return () -> micros = TimeUnit.NANOSECONDS.toMicros(nanos.getAsLong() - begun);
  }

  /** The last round trip in microseconds, -1 if none was measured. */
  long micros() {
    return micros;
  }
}

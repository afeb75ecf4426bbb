package org.wardbeat.station.link;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The clocks of a link.
 *
 * @param nanoTime monotonic, for durations
 * @param wall UTC, for records
 */
record LinkTime(LongSupplier nanoTime, InstantSource wall) {
  static final LinkTime SYSTEM = new LinkTime(System::nanoTime, InstantSource.system());

  long nanos() {
    return nanoTime.getAsLong();
  }
}

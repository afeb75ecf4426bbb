package org.wardbeat.bridge.clock;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The bridge's two clocks. Safe for use by any thread.
 *
 * @param monotonic nanoseconds from an arbitrary origin that never run backwards, for durations
 * @param utc the time of day, for records; it may be stepped by the system
 */
public record BridgeClock(LongSupplier monotonic, InstantSource utc) {
  /** The clocks of the system. */
  public static BridgeClock system() {
    return new BridgeClock(System::nanoTime, InstantSource.system());
  }

  /** Monotonic nanoseconds from an arbitrary origin. */
  public long nanos() {
    return monotonic.getAsLong();
  }

  /** UTC microseconds since the Unix epoch. */
  public long micros() {
    Instant now = utc.instant();
    return now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
  }
}

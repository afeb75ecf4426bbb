package org.wardbeat.bridge.alarm;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.wardbeat.bridge.clock.BridgeClock;

/** Both clocks of a bridge, which a test moves; the time of day can be set without time passing. */
final class TestTime {
  static final long START_MICROS = 1_773_135_600_000_000L;

  private long nanos = 1_000_000_000_000L;
  private long micros = START_MICROS;

  BridgeClock clock() {
    return new BridgeClock(() -> nanos, () -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
  }

  long micros() {
    return micros;
  }

  void pass(Duration duration) {
    nanos += duration.toNanos();
    micros += TimeUnit.NANOSECONDS.toMicros(duration.toNanos());
  }

  /** Somebody sets the clock, or the bridge starts on another machine. */
  void set(Duration step) {
    micros += TimeUnit.NANOSECONDS.toMicros(step.toNanos());
  }
}

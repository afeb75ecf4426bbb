package org.wardbeat.bridge.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.wardbeat.bridge.clock.BridgeClock;

/** A clock that only a test moves. */
public final class FakeClock {
  private static final Instant START = Instant.parse("2026-03-10T09:40:00Z");
  private final AtomicLong nanos = new AtomicLong();

  public BridgeClock clock() {
    return new BridgeClock(nanos::get, () -> START.plusNanos(nanos.get()));
  }

  public void advance(Duration duration) {
    nanos.addAndGet(duration.toNanos());
  }
}

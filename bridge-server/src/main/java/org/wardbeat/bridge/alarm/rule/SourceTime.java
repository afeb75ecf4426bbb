package org.wardbeat.bridge.alarm.rule;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The time that passes at a source, as its messages tell it, from which a step of its clock is
 * taken out: time that passed by the stamps alone, but not on the way, did not pass. Messages that
 * waited somewhere keep the times between them. Used by one thread.
 */
final class SourceTime {
  private static final long STEP_MICROS = 5_000_000;

  private final long gapMicros;
  private boolean begun;
  private long deviceMicros;
  private long arrivedNanos;
  private long elapsedMicros;

  /**
   * @param gap how long a source may leave out before nothing is known of what was between
   */
  SourceTime(Duration gap) {
    gapMicros = gap.toMillis() * 1_000;
  }

  /**
   * A message came.
   *
   * @return false if too much was left out since the last one
   */
  boolean advance(long nextDeviceMicros, long nextArrivedNanos) {
    long passed = nextDeviceMicros - deviceMicros;
    long waited = TimeUnit.NANOSECONDS.toMicros(nextArrivedNanos - arrivedNanos);
    deviceMicros = nextDeviceMicros;
    arrivedNanos = nextArrivedNanos;
    if (!begun) {
      begun = true;
      return true;
    }
    boolean stepped = passed < 0 || (passed - waited > STEP_MICROS && waited < gapMicros);
    long elapsed = stepped ? Math.min(waited, gapMicros) : passed;
    elapsedMicros += elapsed;
    return elapsed <= gapMicros;
  }

  /** Whether a message came yet. */
  boolean begun() {
    return begun;
  }

  /** What the source's clock said last. */
  long deviceMicros() {
    return deviceMicros;
  }

  /** Microseconds since the first message. */
  long elapsedMicros() {
    return elapsedMicros;
  }
}

package org.wardbeat.station.presentation;

import java.util.concurrent.TimeUnit;

/**
 * That this station was blind for a time, because it ended without being asked to, or because its
 * screen stood still.
 */
final class RestartNotice {
  private static final String RESTARTED = "banner.restarted.lead";
  private static final String STOOD_STILL = "banner.stood-still.lead";

  /** A longer time is no interruption of a shift. */
  private static final long LONGEST_MICROS = TimeUnit.HOURS.toMicros(24);

  /** So long a picture that does not move may be taken for the present. */
  private static final long STILL_NANOS = TimeUnit.SECONDS.toNanos(3);

  private long ranUntilMicros;
  private long liveMicros;
  private String leadKey = RESTARTED;
  private boolean pulsed;
  private long pulseNanos;

  void ranUntil(long micros) {
    ranUntilMicros = micros;
  }

  /** The screen shows the present: sees whether it has for long shown the past. */
  void pulse(LinkPhase phase, long nowMicros, long nowNanos) {
    long passed = pulsed ? nowNanos - pulseNanos : 0;
    pulsed = true;
    pulseNanos = nowNanos;
    if (passed >= STILL_NANOS) {
      leadKey = STOOD_STILL;
      ranUntilMicros = nowMicros - TimeUnit.NANOSECONDS.toMicros(passed);
      liveMicros = 0;
      look(phase, nowMicros);
    }
  }

  /** Sees whether the station is live for the first time. */
  void look(LinkPhase phase, long nowMicros) {
    if (ranUntilMicros != 0 && liveMicros == 0 && phase.isFlowing()) {
      liveMicros = nowMicros;
      long blind = nowMicros - ranUntilMicros;
      if (blind <= 0 || blind > LONGEST_MICROS) {
        close();
      }
    }
  }

  void close() {
    ranUntilMicros = 0;
    liveMicros = 0;
    leadKey = RESTARTED;
  }

  /** Whether it is to be told. */
  boolean isOpen() {
    return liveMicros != 0;
  }

  /** The key of what happened, in capitals with the time. */
  String leadKey() {
    return leadKey;
  }

  /** When it was live again, UTC microseconds on the bridge's clock. */
  long liveMicros() {
    return liveMicros;
  }

  /** For how long it was not. */
  long blindSeconds() {
    return Formats.wholeSeconds(liveMicros - ranUntilMicros);
  }
}

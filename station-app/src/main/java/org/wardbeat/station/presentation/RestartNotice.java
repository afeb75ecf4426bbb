package org.wardbeat.station.presentation;

import java.util.concurrent.TimeUnit;

/** That this station was blind for a time, because it ended without being asked to. */
final class RestartNotice {
  /** A longer time is no interruption of a shift. */
  private static final long LONGEST_MICROS = TimeUnit.HOURS.toMicros(24);

  private long ranUntilMicros;
  private long liveMicros;

  void ranUntil(long micros) {
    ranUntilMicros = micros;
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
  }

  /** Whether it is to be told. */
  boolean isOpen() {
    return liveMicros != 0;
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

package org.wardbeat.bridge.delivery;

import java.util.concurrent.TimeUnit;
import org.wardbeat.wire.frame.Frame;

/** When the last heartbeats of a session were sent, and what their answers said. */
final class HeartbeatLog {
  /** Heartbeats whose sending time is remembered, for the round trip of late answers. */
  private static final int REMEMBERED = 64;

  private final long[] sentNanos = new long[REMEMBERED];
  private long lastSequence;
  private long framesReceived;
  private long roundTripMicros = -1;

  /** Records that the next heartbeat is sent; its sequence. */
  long sent(long nowNanos) {
    lastSequence++;
    sentNanos[(int) (lastSequence % REMEMBERED)] = nowNanos;
    return lastSequence;
  }

  /** Records an answer; false if it answers a heartbeat that was never sent. */
  boolean answered(Frame.HeartbeatEcho echo, long nowNanos) {
    if (echo.sequence() < 1 || echo.sequence() > lastSequence) {
      return false;
    }
    framesReceived = echo.framesReceived();
    if (lastSequence - echo.sequence() < REMEMBERED) {
      long sent = sentNanos[(int) (echo.sequence() % REMEMBERED)];
      roundTripMicros = TimeUnit.NANOSECONDS.toMicros(nowNanos - sent);
    }
    return true;
  }

  /** Frames sent that the station had not received as it answered last. */
  long framesUnanswered(long framesSent) {
    return Math.max(0, framesSent - framesReceived);
  }

  /** From the last answered heartbeat to its answer; -1 before the first. */
  long roundTripMicros() {
    return roundTripMicros;
  }
}

package org.wardbeat.station.ward;

import java.time.Instant;

/**
 * What is known of one way to the bridge.
 *
 * @param kind which
 * @param status how it does
 * @param since since when, by the station's clock
 * @param words why, one sentence without a full stop
 */
public record Rung(TransportKind kind, Status status, Instant since, String words) {
  /** How a way to the bridge does. */
  public enum Status {
    /** The session is on it. */
    IN_USE,
    /** Not needed, or not tried yet. */
    READY,
    /** Something answers, but lets no session live on it. */
    BLOCKED,
    /** Nothing answers on it. */
    FAILED
  }
}

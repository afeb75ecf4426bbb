package org.wardbeat.station.ward;

import java.time.Instant;

/**
 * Something that happened to the link.
 *
 * @param time when, by the station's clock
 * @param level how much it matters
 * @param words one sentence without a full stop; names no patient
 */
public record LinkEvent(Instant time, Level level, String words) {
  /** How much an event matters. */
  public enum Level {
    /** As it should be. */
    INFO,
    /** Something is not as it should be. */
    WARN
  }
}

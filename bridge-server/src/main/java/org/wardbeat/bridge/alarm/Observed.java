package org.wardbeat.bridge.alarm;

import org.wardbeat.wire.ward.ScoreEntry;

/**
 * What somebody observed.
 *
 * @param entry what
 * @param user who
 * @param micros when, UTC microseconds on the bridge's clock
 * @param bridge the bridge that took it
 */
public record Observed(ScoreEntry entry, String user, long micros, String bridge) {
  /** Whether this came after another, on whichever bridge. */
  boolean isAfter(Observed other) {
    return micros != other.micros ? micros > other.micros : bridge.compareTo(other.bridge) > 0;
  }
}

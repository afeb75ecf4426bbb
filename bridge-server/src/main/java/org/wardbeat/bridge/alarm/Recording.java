package org.wardbeat.bridge.alarm;

/**
 * Whether alarms are recorded.
 *
 * @param on whether they are
 * @param sinceMicros since when, UTC microseconds on the bridge's clock; 0 since the start
 * @param reason why not, in one sentence; empty if they are
 */
public record Recording(boolean on, long sinceMicros, String reason) {
  /** As it should be. */
  static final Recording ON = new Recording(true, 0, "");
}

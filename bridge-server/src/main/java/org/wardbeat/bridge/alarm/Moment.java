package org.wardbeat.bridge.alarm;

import org.wardbeat.bridge.clock.BridgeClock;

/**
 * A moment on both clocks.
 *
 * @param nanos monotonic, for durations
 * @param micros UTC, for records
 */
record Moment(long nanos, long micros) {
  static Moment of(BridgeClock clock) {
    return new Moment(clock.nanos(), clock.micros());
  }
}

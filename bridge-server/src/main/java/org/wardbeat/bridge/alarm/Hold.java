package org.wardbeat.bridge.alarm;

import org.wardbeat.wire.ward.InactivationState;

/**
 * The newest of what holds alarms of a bed or a unit back in one way, ended or not.
 *
 * @param state what it is
 * @param version counts up with each act on it, on whichever bridge
 * @param bridge the bridge that took the act
 * @param patient whose alarms they are, as {@link BedConditions} tells patients apart; empty for a
 *     unit's
 */
public record Hold(InactivationState state, long version, String bridge, String patient) {
  boolean isAfter(Hold other) {
    return version != other.version ? version > other.version : bridge.compareTo(other.bridge) > 0;
  }

  Hold with(InactivationState newState) {
    return new Hold(newState, version, bridge, patient);
  }

  /** The same, ended by itself. */
  Hold ended() {
    return with(
        new InactivationState(
            state.unit(),
            state.bed(),
            state.kind(),
            false,
            state.sinceMicros(),
            state.untilMicros(),
            "",
            state.reason()));
  }

  /** The same by a clock that was set: it lasts as long as it was meant to. */
  Hold until(long micros) {
    long step = micros - state.untilMicros();
    return with(
        new InactivationState(
            state.unit(),
            state.bed(),
            state.kind(),
            state.active(),
            state.sinceMicros() + step,
            micros,
            state.user(),
            state.reason()));
  }
}

package org.wardbeat.bridge.alarm;

import java.util.List;
import java.util.Map;
import org.wardbeat.wire.ward.AlarmLimits;
import org.wardbeat.wire.ward.Inactivation;
import org.wardbeat.wire.ward.InactivationState;
import org.wardbeat.wire.ward.ScoreParameter;

/**
 * By what a bed's alarms are judged at one moment. Immutable.
 *
 * @param version grows with each change of any of it, as long as the bridge runs
 * @param limits the limits
 * @param unitLimits the limits that hold where nobody set any
 * @param inactivations what holds the bed's alarms back now: its own, then its unit's
 * @param entries what somebody observed of who lies in the bed, each parameter's newest
 * @param lying who that is
 */
public record BedAlarming(
    long version,
    LimitsInForce limits,
    AlarmLimits unitLimits,
    List<InactivationState> inactivations,
    Map<ScoreParameter, Observed> entries,
    Lying lying) {
  public BedAlarming {
    inactivations = List.copyOf(inactivations);
    entries = Map.copyOf(entries);
  }

  /** Whether something of a kind holds the bed's alarms back. */
  public boolean isHeldBack(Inactivation kind) {
    return inactivations.stream().anyMatch(state -> state.kind() == kind);
  }

  /** Whether no condition is to be evaluated: the patient is away, or alarms are paused. */
  public boolean inhibited() {
    return isHeldBack(Inactivation.STANDBY) || isHeldBack(Inactivation.ALARM_PAUSED);
  }
}

package org.wardbeat.bridge.alarm;

import org.wardbeat.wire.ward.AlarmLimits;

/**
 * The limits of a bed, and who set them.
 *
 * @param version counts up with each change of them
 * @param limits what they are
 * @param user who set them; empty for the unit's defaults
 * @param setMicros when, UTC microseconds on the bridge's clock; 0 for the unit's defaults
 * @param reason why; may be empty
 * @param bridge the bridge that took them; empty for the unit's defaults
 */
public record LimitsInForce(
    long version, AlarmLimits limits, String user, long setMicros, String reason, String bridge) {
  /** The unit's defaults. */
  static LimitsInForce defaults(long version, AlarmLimits limits) {
    return new LimitsInForce(version, limits, "", 0, "", "");
  }

  /** Whether nobody set them. */
  public boolean isDefault() {
    return user.isEmpty();
  }

  /** Whether these came after others, on whichever bridge. */
  boolean isAfter(LimitsInForce other) {
    return version != other.version ? version > other.version : bridge.compareTo(other.bridge) > 0;
  }
}

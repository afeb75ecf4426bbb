package org.wardbeat.station.ward;

import org.wardbeat.wire.ward.AlarmLimits;

/**
 * The alarm limits of a bed, and who set them.
 *
 * @param version counts up with each change; a change names the one it was made from
 * @param limits what they are
 * @param user who set them, empty for the unit's defaults
 * @param setMicros when, UTC microseconds on the bridge's clock; 0 for the unit's defaults
 * @param reason why
 * @param unitLimits what they would be if nobody had set any
 */
public record LimitSetting(
    long version,
    AlarmLimits limits,
    String user,
    long setMicros,
    String reason,
    AlarmLimits unitLimits) {
  /** Whether nobody set them. */
  public boolean isDefault() {
    return user.isEmpty();
  }
}

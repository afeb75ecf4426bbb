package org.wardbeat.bridge.alarm;

import org.wardbeat.wire.ward.AlarmLimits;
import org.wardbeat.wire.ward.BedId;

/** The limits of beds for which nobody set any. Safe for use by any thread. */
@FunctionalInterface
public interface DefaultLimits {
  /** The limits of a bed's unit. */
  AlarmLimits of(BedId bed);
}

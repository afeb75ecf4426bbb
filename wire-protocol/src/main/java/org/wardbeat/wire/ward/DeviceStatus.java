package org.wardbeat.wire.ward;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * The technical state a device reports.
 *
 * @param online false once the device said goodbye or its last will was delivered
 * @param leadsOff ECG electrodes without contact
 * @param batteryPercent 0 to 100, or {@link #BATTERY_UNKNOWN}
 */
public record DeviceStatus(boolean online, Set<Electrode> leadsOff, int batteryPercent) {
  /** The device has no battery, or does not report it. */
  public static final int BATTERY_UNKNOWN = -1;

  /** What is known of a device before its first message: the worst. */
  public static final DeviceStatus OFFLINE = new DeviceStatus(false, Set.of(), BATTERY_UNKNOWN);

  /**
   * @throws IllegalArgumentException if the battery is out of its range
   */
  public DeviceStatus {
    if (batteryPercent < BATTERY_UNKNOWN || batteryPercent > 100) {
      throw new IllegalArgumentException(
          "batteryPercent: expected 0 to 100, or -1 for unknown, got " + batteryPercent);
    }
    leadsOff =
        leadsOff.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(leadsOff));
  }
}

package org.wardbeat.wire.ward;

/**
 * One value of a vital sign with the time it was measured at.
 *
 * @param sign which vital sign
 * @param available false if the device says that it has no valid value now ({@code ---})
 * @param fixed the value in whole steps of {@link VitalSign#decimals()}; 0 if not available
 * @param measuredMicros UTC microseconds since the Unix epoch, on the bridge's clock
 */
public record Reading(VitalSign sign, boolean available, int fixed, long measuredMicros) {
  /**
   * @throws IllegalArgumentException if the value is out of its range, or one is given though not
   *     available
   */
  public Reading {
    if (Math.abs(fixed) > VitalSign.MAX_FIXED || (!available && fixed != 0)) {
      throw new IllegalArgumentException("%s: value %d out of range".formatted(sign, fixed));
    }
  }

  /** A reading with a value. */
  public static Reading of(VitalSign sign, int fixed, long measuredMicros) {
    return new Reading(sign, true, fixed, measuredMicros);
  }

  /** A reading that says that there is no valid value. */
  public static Reading unavailable(VitalSign sign, long measuredMicros) {
    return new Reading(sign, false, 0, measuredMicros);
  }
}

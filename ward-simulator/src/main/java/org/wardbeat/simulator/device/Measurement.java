package org.wardbeat.simulator.device;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.wardbeat.wire.ward.VitalSign;

/**
 * One vital sign as a device measured it.
 *
 * @param sign which one
 * @param value empty when the device has no valid value
 * @param age how long ago, zero for now
 */
public record Measurement(VitalSign sign, Optional<BigDecimal> value, Duration age) {
  /** A value measured now. */
  public static Measurement now(VitalSign sign, Optional<BigDecimal> value) {
    return new Measurement(sign, value, Duration.ZERO);
  }
}

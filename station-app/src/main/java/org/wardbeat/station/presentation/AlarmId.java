package org.wardbeat.station.presentation;

import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Operation;

/**
 * What tells an alarm of the bridge from all others.
 *
 * @param bed the bed
 * @param condition code of its condition
 * @param onsetDeviceMicros its onset by the device's clock
 */
public record AlarmId(BedId bed, String condition, long onsetDeviceMicros) {
  /** What says that somebody sees to it. */
  public Operation.Acknowledge acknowledge() {
    return new Operation.Acknowledge(bed, condition, onsetDeviceMicros);
  }
}

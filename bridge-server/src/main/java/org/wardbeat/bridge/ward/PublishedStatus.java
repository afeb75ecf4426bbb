package org.wardbeat.bridge.ward;

import org.wardbeat.wire.ward.DeviceStatus;

/**
 * The device's technical state.
 *
 * @param version grows with each change, from 0 (nothing was heard of the device yet)
 * @param status the state
 * @param sinceMicros when it began, UTC microseconds on the bridge's clock; for a last will, which
 *     carries no time, when the bridge got it; 0 if nothing was heard yet
 */
public record PublishedStatus(long version, DeviceStatus status, long sinceMicros) {
  /** What is known before the first message: the worst. */
  static final PublishedStatus UNHEARD = new PublishedStatus(0, DeviceStatus.OFFLINE, 0);
}

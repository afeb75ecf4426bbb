package org.wardbeat.bridge.alarm.rule;

/** Maps a device's clock to the bridge's. */
@FunctionalInterface
public interface DeviceTimes {
  /** UTC microseconds on the bridge's clock at a time of the device's. */
  long toBridge(long deviceMicros);
}

package org.wardbeat.station.ward;

/** A part of the way from a device to the screen, in its order. */
public enum LinkHop {
  /** From the device's time stamp to the broker. */
  DEVICE_TO_BROKER,
  /** From the broker to the bridge. */
  BROKER_TO_BRIDGE,
  /** From a message's arrival to its being ready for the stations. */
  IN_BRIDGE,
  /** From the bridge to the station, as heartbeats tell. */
  BRIDGE_TO_STATION,
  /** From decoding to the scene graph. */
  STATION_TO_SCREEN
}

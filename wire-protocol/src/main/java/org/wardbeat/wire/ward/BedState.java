package org.wardbeat.wire.ward;

/** How far what is known of a bed can be trusted. Ages are from the source's own timestamp. */
public enum BedState {
  /** Younger than 2 s. */
  LIVE,
  /** 2 to 5 s old. */
  DELAYED,
  /** 5 to 10 s old. */
  STALE,
  /** Older than 10 s, or nothing heard yet. The state every monitored bed starts in. */
  NO_DATA,
  /** Fresh, but an ECG electrode is off. */
  LEADS_OFF,
  /** The device's last will was delivered, or the device said that it goes. */
  DEVICE_OFFLINE,
  /** Monitoring is suspended on purpose. */
  STANDBY,
  /** No patient. */
  EMPTY
}

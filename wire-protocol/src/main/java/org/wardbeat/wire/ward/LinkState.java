package org.wardbeat.wire.ward;

/** The link between a station and its bridge, as the station sees it. */
public enum LinkState {
  /** No bridge has been reached yet. The state every station starts in. */
  CONNECTING,
  /** Connected, the snapshot is not complete. */
  RESUMING,
  /** Live over the best transport. */
  STREAMING,
  /** Live, but late or over a fallback transport. */
  DEGRADED,
  /** No heartbeat for 3 s. */
  STALLED,
  /** Closed, or no heartbeat for so long that the link was given up. */
  OFFLINE
}

package org.wardbeat.station.presentation;

import org.wardbeat.station.ward.LinkSnapshot;

/** What link and broker together mean for every bed. */
public enum LinkPhase {
  /** No bridge has been reached since the station started. */
  NEVER_CONNECTED,
  /** The bridge is out of reach. */
  OFFLINE,
  /** The bridge answers, but no device data reaches it. */
  BROKER_LOST,
  /** Connected again; a bed stays not live until it has been heard anew. */
  RESUMING,
  /** No heartbeat; ages run on. */
  STALLED,
  /** Live, but late. */
  DEGRADED,
  /** Live. */
  STREAMING;

  /** The phase of a link; being out of reach wins over what the bridge last said of the broker. */
  public static LinkPhase of(LinkSnapshot link) {
    LinkPhase phase =
        switch (link.state()) {
          case CONNECTING, OFFLINE -> link.everConnected() ? OFFLINE : NEVER_CONNECTED;
          case RESUMING -> RESUMING;
          case STALLED -> STALLED;
          case DEGRADED -> DEGRADED;
          case STREAMING -> STREAMING;
        };
    boolean reached = phase != OFFLINE && phase != NEVER_CONNECTED;
    return reached && !link.broker().up() ? BROKER_LOST : phase;
  }

  /** Whether no bed is shown as live. */
  public boolean isCutOff() {
    return this == NEVER_CONNECTED || this == OFFLINE || this == BROKER_LOST;
  }

  /** Whether bridge and broker are known to be there, so that a silent bed is the bed's fault. */
  public boolean isFlowing() {
    return this == STREAMING || this == DEGRADED;
  }
}

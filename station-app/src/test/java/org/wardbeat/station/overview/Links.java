package org.wardbeat.station.overview;

import org.wardbeat.station.ward.LinkDetails;
import org.wardbeat.station.ward.LinkSnapshot;
import org.wardbeat.station.ward.TransportKind;
import org.wardbeat.wire.ward.BrokerState;
import org.wardbeat.wire.ward.LinkState;

/** Links in the states a test needs. */
final class Links {
  private static final BrokerState UP = new BrokerState(true, FakeWard.START_MICROS - 60_000_000);

  private Links() {}

  static LinkSnapshot streaming() {
    return in(LinkState.STREAMING, 18.2, FakeWard.START_MICROS);
  }

  static LinkSnapshot degraded() {
    return in(LinkState.DEGRADED, 904.0, FakeWard.START_MICROS);
  }

  static LinkSnapshot resuming() {
    return in(LinkState.RESUMING, Double.NaN, FakeWard.START_MICROS);
  }

  private static LinkSnapshot in(LinkState state, double latencyMillis, long lastDataMicros) {
    return new LinkSnapshot(
        state,
        true,
        TransportKind.WEB_SOCKET,
        null,
        UP,
        0,
        0,
        System.nanoTime(),
        lastDataMicros,
        latencyMillis,
        false,
        0,
        "",
        LinkDetails.NONE);
  }

  static LinkSnapshot stalled(int seconds, long lastDataMicros) {
    long heartbeat = System.nanoTime() - seconds * 1_000_000_000L - 500_000_000L;
    return new LinkSnapshot(
        LinkState.STALLED,
        true,
        TransportKind.WEB_SOCKET,
        null,
        UP,
        0,
        0,
        heartbeat,
        lastDataMicros,
        18,
        false,
        0,
        "",
        LinkDetails.NONE);
  }

  static LinkSnapshot offline(long lastDataMicros) {
    return new LinkSnapshot(
        LinkState.OFFLINE,
        true,
        TransportKind.WEB_SOCKET,
        null,
        UP,
        7,
        System.nanoTime() + 3_600_000_000_000L,
        0,
        lastDataMicros,
        Double.NaN,
        false,
        0,
        "The bridge does not answer",
        LinkDetails.NONE);
  }

  static LinkSnapshot neverConnected() {
    return new LinkSnapshot(
        LinkState.CONNECTING,
        false,
        TransportKind.WEB_SOCKET,
        null,
        new BrokerState(false, 0),
        3,
        System.nanoTime() + 3_600_000_000_000L,
        0,
        0,
        Double.NaN,
        false,
        0,
        "The bridge does not answer",
        LinkDetails.NONE);
  }

  static LinkSnapshot brokerLost(long sinceMicros) {
    return new LinkSnapshot(
        LinkState.STREAMING,
        true,
        TransportKind.WEB_SOCKET,
        null,
        new BrokerState(false, sinceMicros),
        0,
        0,
        System.nanoTime(),
        sinceMicros,
        18,
        false,
        0,
        "",
        LinkDetails.NONE);
  }
}

package org.wardbeat.station.overview;

import org.wardbeat.station.ward.LinkSnapshot;
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
        state, true, "WebSocket", UP, 0, 0, System.nanoTime(), lastDataMicros, latencyMillis, "");
  }

  static LinkSnapshot stalled(int seconds, long lastDataMicros) {
    long heartbeat = System.nanoTime() - seconds * 1_000_000_000L - 500_000_000L;
    return new LinkSnapshot(
        LinkState.STALLED, true, "WebSocket", UP, 0, 0, heartbeat, lastDataMicros, 18, "");
  }

  static LinkSnapshot offline(long lastDataMicros) {
    return new LinkSnapshot(
        LinkState.OFFLINE,
        true,
        "WebSocket",
        UP,
        7,
        System.nanoTime() + 3_600_000_000_000L,
        0,
        lastDataMicros,
        Double.NaN,
        "The bridge does not answer");
  }

  static LinkSnapshot neverConnected() {
    return new LinkSnapshot(
        LinkState.CONNECTING,
        false,
        "WebSocket",
        new BrokerState(false, 0),
        3,
        System.nanoTime() + 3_600_000_000_000L,
        0,
        0,
        Double.NaN,
        "The bridge does not answer");
  }

  static LinkSnapshot brokerLost(long sinceMicros) {
    return new LinkSnapshot(
        LinkState.STREAMING,
        true,
        "WebSocket",
        new BrokerState(false, sinceMicros),
        0,
        0,
        System.nanoTime(),
        sinceMicros,
        18,
        "");
  }
}

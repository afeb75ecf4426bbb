package org.wardbeat.station.overview;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wardbeat.station.report.LatencyFigures;
import org.wardbeat.station.ward.HopMedians;
import org.wardbeat.station.ward.LinkCounters;
import org.wardbeat.station.ward.LinkDetails;
import org.wardbeat.station.ward.LinkEvent;
import org.wardbeat.station.ward.LinkHop;
import org.wardbeat.station.ward.LinkSnapshot;
import org.wardbeat.station.ward.Rung;
import org.wardbeat.station.ward.TransportKind;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.BrokerState;
import org.wardbeat.wire.ward.LinkState;

/** Links in the states a test needs. */
final class Links {
  private static final BrokerState UP = new BrokerState(true, FakeWard.START_MICROS - 60_000_000);

  /** The present on the monotonic clock that all times in here and {@link Window} refer to. */
  static final long NANOS = 5_000_000_000_000L;

  private Links() {}

  static LinkSnapshot streaming() {
    return in(LinkState.STREAMING, 18.2, FakeWard.START_MICROS);
  }

  /** A good link over which each part of the way has been measured. */
  static LinkSnapshot measured() {
    Map<LinkHop, LatencyFigures> hops =
        Map.of(
            LinkHop.DEVICE_TO_BROKER, new LatencyFigures(6_700, 41, 62, 112),
            LinkHop.BROKER_TO_BRIDGE, new LatencyFigures(6_700, 1.8, 3.1, 9.4),
            LinkHop.IN_BRIDGE, new LatencyFigures(6_700, 0.1, 0.3, 0.8),
            LinkHop.BRIDGE_TO_STATION, new LatencyFigures(3_400, 2.3, 3.9, 8.2),
            LinkHop.STATION_TO_SCREEN, new LatencyFigures(3_400, 16, 21, 34));
    return in(LinkState.STREAMING, 18.2, FakeWard.START_MICROS, details(hops));
  }

  static LinkSnapshot degraded() {
    return in(LinkState.DEGRADED, 904.0, FakeWard.START_MICROS);
  }

  static LinkSnapshot resuming() {
    return in(LinkState.RESUMING, Double.NaN, FakeWard.START_MICROS);
  }

  private static LinkSnapshot in(LinkState state, double latencyMillis, long lastDataMicros) {
    return in(state, latencyMillis, lastDataMicros, LinkDetails.NONE);
  }

  private static LinkSnapshot in(
      LinkState state, double latencyMillis, long lastDataMicros, LinkDetails details) {
    return new LinkSnapshot(
        state,
        true,
        TransportKind.WEB_SOCKET,
        null,
        UP,
        0,
        0,
        NANOS,
        lastDataMicros,
        latencyMillis,
        false,
        0,
        "",
        details);
  }

  static LinkSnapshot stalled(int seconds, long lastDataMicros) {
    long heartbeat = NANOS - seconds * 1_000_000_000L - 500_000_000L;
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
    return offline(lastDataMicros, 3_600);
  }

  static LinkSnapshot offline(long lastDataMicros, int nextTrySeconds) {
    return new LinkSnapshot(
        LinkState.OFFLINE,
        true,
        TransportKind.WEB_SOCKET,
        null,
        UP,
        7,
        NANOS + nextTrySeconds * 1_000_000_000L,
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
        NANOS + 3_600_000_000_000L,
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
        NANOS,
        sinceMicros,
        18,
        false,
        0,
        "",
        LinkDetails.NONE);
  }

  /** A link over HTTP, with all that a link can tell of itself. */
  static LinkSnapshot overHttp() {
    return over(TransportKind.HTTP_STREAM, 640, details(hops()));
  }

  /** A link over long polling. */
  static LinkSnapshot overPolling() {
    return over(TransportKind.LONG_POLL, 2_100, details(hops()));
  }

  /** A degraded link whose bridge has not confirmed alarms for so long. */
  static LinkSnapshot unconfirmed(int seconds) {
    LinkSnapshot link = degraded();
    return new LinkSnapshot(
        link.state(),
        true,
        link.transport(),
        link.bridge(),
        UP,
        0,
        0,
        link.lastHeartbeatNanos(),
        link.lastDataMicros(),
        link.latencyMillis(),
        false,
        NANOS - seconds * 1_000_000_000L - 500_000_000L,
        "",
        LinkDetails.NONE);
  }

  private static LinkSnapshot over(
      TransportKind transport, double latencyMillis, LinkDetails details) {
    return new LinkSnapshot(
        LinkState.DEGRADED,
        true,
        transport,
        URI.create("wss://wb-4e.hospital.example:8443/ws"),
        UP,
        0,
        0,
        NANOS - 400_000_000L,
        FakeWard.START_MICROS,
        latencyMillis,
        false,
        0,
        "A proxy removed the Upgrade header",
        details);
  }

  private static LinkDetails details(Map<LinkHop, LatencyFigures> hops) {
    Instant now = Window.NOW;
    return new LinkDetails(
        List.of(URI.create("wss://user:secret@wb-4e.hospital.example:8443/ws")),
        "wb-4e",
        "wardbeat-bridge 0.1.0",
        1_000,
        12.4,
        List.of(
            new Rung(
                TransportKind.WEB_SOCKET,
                Rung.Status.BLOCKED,
                now.minusSeconds(499),
                "WebSocket does not get through: something on the way took the Upgrade header away"
                    + " (status 200)"),
            new Rung(
                TransportKind.HTTP_STREAM,
                Rung.Status.IN_USE,
                now.minusSeconds(495),
                "First heartbeat after 212 ms, limit 4 s"),
            new Rung(
                TransportKind.LONG_POLL,
                Rung.Status.READY,
                now.minusSeconds(3_600),
                "Not tried yet")),
        NANOS + 41_000_000_000L,
        new LinkCounters(
            now.minusSeconds(86_400),
            new LinkCounters.Lane(41, 41, 0, 0, 2, 0),
            new LinkCounters.Lane(38_412, 37_208, 0, 0, 0, 1_204),
            new LinkCounters.Lane(230_164, 230_126, 6, 38, 0, 0),
            2,
            3,
            17,
            2),
        new Frame.BridgeFigures("mqtt-4e:8883", 5, 3, 112, List.of()),
        sources(),
        hops,
        history(now),
        List.of(
            new LinkEvent(
                now.minusSeconds(120),
                LinkEvent.Level.INFO,
                "WebSocket was tried in vain: The bridge's answer was cut short"),
            new LinkEvent(
                now.minusSeconds(495),
                LinkEvent.Level.WARN,
                "No link: The connection to the bridge broke"),
            new LinkEvent(
                now.minusSeconds(1_700),
                LinkEvent.Level.INFO,
                "Connected to wss://wb-4e:8443/ws over WebSocket")),
        now.plusSeconds(9 * 86_400 + 60));
  }

  private static Map<BedId, Frame.SourceFigures> sources() {
    Map<BedId, Frame.SourceFigures> sources = new HashMap<>();
    for (int bed = 401; bed <= 416; bed++) {
      long offset = bed == 408 ? 6_200_000 : (bed * 37 % 60 - 30) * 1_000L;
      sources.put(
          new BedId("4 East", String.valueOf(bed)),
          new Frame.SourceFigures(bed, offset, bed % 5 == 0 ? 2 : 0, bed % 5 == 0 ? 480 : 0, 0));
    }
    return sources;
  }

  private static Map<LinkHop, LatencyFigures> hops() {
    return Map.of(
        LinkHop.DEVICE_TO_BROKER, new LatencyFigures(6_700, 74, 180, 412),
        LinkHop.BROKER_TO_BRIDGE, new LatencyFigures(6_700, 3.2, 8.4, 21),
        LinkHop.IN_BRIDGE, new LatencyFigures(6_700, 0.1, 0.3, 0.8),
        LinkHop.BRIDGE_TO_STATION, new LatencyFigures(60, 624, 866, 1_310),
        LinkHop.STATION_TO_SCREEN, new LatencyFigures(3_400, 16, 21, 34));
  }

  private static List<HopMedians> history(Instant now) {
    List<HopMedians> history = new ArrayList<>();
    for (int slice = 59; slice >= 0; slice--) {
      double link = slice > 16 ? 9 + slice % 4 : 590 + slice * 37 % 70;
      if (slice != 16) {
        history.add(
            new HopMedians(
                now.minusSeconds(slice * 30L),
                Map.of(
                    LinkHop.DEVICE_TO_BROKER,
                    70.0 + slice % 7,
                    LinkHop.BROKER_TO_BRIDGE,
                    3.0,
                    LinkHop.BRIDGE_TO_STATION,
                    link,
                    LinkHop.STATION_TO_SCREEN,
                    16.0)));
      }
    }
    return history;
  }
}

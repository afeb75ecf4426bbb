package org.wardbeat.station.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wardbeat.station.diagnostics.DiagnosticsView.Tone;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.presentation.Timers;
import org.wardbeat.station.report.LatencyFigures;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.station.ward.BedWatch;
import org.wardbeat.station.ward.HopMedians;
import org.wardbeat.station.ward.LinkCounters;
import org.wardbeat.station.ward.LinkDetails;
import org.wardbeat.station.ward.LinkEvent;
import org.wardbeat.station.ward.LinkHop;
import org.wardbeat.station.ward.LinkSnapshot;
import org.wardbeat.station.ward.Rung;
import org.wardbeat.station.ward.TransportKind;
import org.wardbeat.station.ward.WardSnapshot;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.BrokerState;
import org.wardbeat.wire.ward.DeviceStatus;
import org.wardbeat.wire.ward.LinkState;

/** What the diagnostics say of a link, its counts and its sources. */
class DiagnosticsPresenterTest {
  private static final Instant TIME = Instant.parse("2026-03-10T10:12:31Z");
  private static final long NOW = TIME.toEpochMilli() * 1_000;
  private static final long NANOS = 5_000_000_000_000L;
  private static final StationFacts FACTS =
      new StationFacts(TIME, 58.3, 0, 38_000_000, 312_000_000, 768_000_000);

  private static BedId id(String bed) {
    return new BedId("4 East", bed);
  }

  private static BedSnapshot bed(String label, double ageSeconds, int battery) {
    return new BedSnapshot(
        id(label),
        true,
        1,
        null,
        "WP-" + label,
        1,
        false,
        List.of(),
        new DeviceStatus(true, Set.of(), battery),
        NOW - 600_000_000,
        Map.of(),
        ageSeconds < 0 ? 0 : NOW - Math.round(ageSeconds * 1e6),
        true,
        List.of(),
        BedWatch.NONE);
  }

  /** Details of a link of which a test says what matters. */
  private static final class Link {
    private LinkState state = LinkState.STREAMING;
    private boolean brokerUp = true;
    private double clockOffset = 12;
    private List<Rung> ladder = List.of();
    private long nextClimb;
    private LinkCounters counters = LinkCounters.NONE;
    private Map<BedId, Frame.SourceFigures> sources = Map.of();
    private Map<LinkHop, LatencyFigures> hops = Map.of();
    private List<HopMedians> history = List.of();
    private List<LinkEvent> events = List.of();
    private @Nullable Instant expiry;
    private long unconfirmedSince;

    LinkSnapshot snapshot() {
      LinkDetails details =
          new LinkDetails(
              List.of(),
              "wb-4e",
              "wardbeat-bridge 0.1.0",
              1_000,
              clockOffset,
              ladder,
              nextClimb,
              counters,
              new Frame.BridgeFigures(
                  "tcp://mqtt-4e.hospital.example:8883", 3, 1, 1_120, List.of()),
              sources,
              hops,
              history,
              events,
              expiry);
      return new LinkSnapshot(
          state,
          true,
          TransportKind.HTTP_STREAM,
          null,
          new BrokerState(brokerUp, NOW - 60_000_000),
          0,
          0,
          NANOS - 400_000_000L,
          NOW,
          18,
          false,
          unconfirmedSince,
          "",
          details);
    }
  }

  private static DiagnosticsView present(Link link, BedSnapshot... beds) {
    return present(link, FACTS, beds);
  }

  private static DiagnosticsView present(Link link, StationFacts facts, BedSnapshot... beds) {
    WardSnapshot ward = new WardSnapshot(link.snapshot(), List.of(beds), List.of(), NOW, false, 0);
    return new DiagnosticsPresenter(Timers.DEFAULT, Words.english(), ZoneOffset.UTC)
        .present(ward, facts, link.events, NOW, NANOS);
  }

  @Test
  void tellsTheHopsAndAddsUpTheirMediansOnly() {
    Link link = new Link();
    link.hops =
        Map.of(
            LinkHop.DEVICE_TO_BROKER, new LatencyFigures(100, 74.2, 180, 412),
            LinkHop.BROKER_TO_BRIDGE, new LatencyFigures(100, 3.04, 8, 21),
            LinkHop.IN_BRIDGE, new LatencyFigures(100, 0.1, 0.2, 0.3),
            LinkHop.BRIDGE_TO_STATION, new LatencyFigures(60, 624, 866, 1_310),
            LinkHop.STATION_TO_SCREEN, new LatencyFigures(100, 16, 20, 30));
    DiagnosticsView view = present(link, bed("401", 0.4, 64));
    assertThat(view.hops())
        .containsExactly(
            new DiagnosticsView.Hop(
                "radio and gateway", DiagnosticsView.Word.of("74"), "180", "412"),
            new DiagnosticsView.Hop("broker queue", DiagnosticsView.Word.of("3.0"), "8.0", "21"),
            new DiagnosticsView.Hop(
                "HTTP stream", new DiagnosticsView.Word("624", Tone.CAUTION), "866", "1\u2009310"));
    assertThat(view.total()).isEqualTo(new DiagnosticsView.Word("717", Tone.CAUTION));
    assertThat(view.places())
        .containsExactly(
            new DiagnosticsView.Place("Devices", List.of("1 device", "oldest 0 s")),
            new DiagnosticsView.Place(
                "Broker", List.of("mqtt-4e:8883", "MQTT 3.1.1", "1\u2009120 msg/s")),
            new DiagnosticsView.Place("Bridge", List.of("version 0.1.0", "1 station")),
            new DiagnosticsView.Place("Station", List.of("58 frames/s", "to screen 16 ms")));
  }

  @ParameterizedTest
  @CsvSource({
    "wb-4e.hospital.example:8443, wb-4e:8443",
    "wss://wb-4e.hospital.example:8443/ws, wb-4e:8443",
    "localhost:1883, localhost:1883",
    "10.20.4.8:1883, 10.20.4.8:1883",
    "broker, broker"
  })
  void shortensTheNameOfAHostButNoNumericAddress(String address, String shown) {
    assertThat(LatencyPresenter.shortHost(address)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"OFFLINE, true", "STREAMING, false"})
  void tellsNoDelayWhileNothingComes(LinkState state, boolean brokerUp) {
    Link link = new Link();
    link.state = state;
    link.brokerUp = brokerUp;
    link.hops = Map.of(LinkHop.BRIDGE_TO_STATION, new LatencyFigures(60, 24, 66, 110));
    DiagnosticsView view = present(link);
    assertThat(view.hops())
        .allSatisfy(
            hop -> assertThat(hop.median()).isEqualTo(new DiagnosticsView.Word("---", Tone.QUIET)));
    assertThat(view.total()).isEqualTo(new DiagnosticsView.Word("---", Tone.QUIET));
  }

  @Test
  void drawsTheLastHalfHourAndWhatHappened() {
    Link link = new Link();
    link.history =
        List.of(
            new HopMedians(TIME.minusSeconds(2_000), Map.of(LinkHop.BRIDGE_TO_STATION, 9_000.0)),
            new HopMedians(
                TIME.minusSeconds(900),
                Map.of(LinkHop.DEVICE_TO_BROKER, 70.0, LinkHop.BRIDGE_TO_STATION, 300.0)),
            new HopMedians(TIME, Map.of(LinkHop.DEVICE_TO_BROKER, -3.0)));
    link.events =
        List.of(
            new LinkEvent(TIME.minusSeconds(60), LinkEvent.Level.INFO, "tried WebSocket"),
            new LinkEvent(TIME.minusSeconds(900), LinkEvent.Level.WARN, "moved to HTTP streaming"));
    DiagnosticsView.Chart chart = present(link).chart();
    assertThat(chart.bars()).hasSize(2);
    assertThat(chart.bars().getFirst().to()).isEqualTo(0.5);
    assertThat(chart.bars().getFirst().sum()).isEqualTo(370);
    assertThat(chart.bars().getLast().sum()).isZero();
    assertThat(chart.topMillis()).isEqualTo(600);
    assertThat(chart.marks())
        .containsExactly(new DiagnosticsView.Mark(0.5, "09:57:31 moved to HTTP streaming"));
    assertThat(chart.times())
        .extracting(DiagnosticsView.Mark::text)
        .containsExactly("09:45", "09:50", "09:55", "10:00", "10:05", "10:10");
  }

  @Test
  void tellsTheTransportInUseAndWhyNotABetterOne() {
    Link link = new Link();
    link.nextClimb = NANOS + 40_200_000_000L;
    link.ladder =
        List.of(
            new Rung(TransportKind.WEB_SOCKET, Rung.Status.BLOCKED, TIME, "No upgrade"),
            new Rung(
                TransportKind.HTTP_STREAM, Rung.Status.IN_USE, TIME.minusSeconds(495), "In 212 ms"),
            new Rung(TransportKind.LONG_POLL, Rung.Status.READY, TIME, "Not needed"));
    DiagnosticsView view = present(link);
    assertThat(view.nextClimb()).isEqualTo("next try up 0:41");
    assertThat(view.ladder())
        .containsExactly(
            new DiagnosticsView.Rung(
                "WebSocket",
                new DiagnosticsView.Word("BLOCKED", Tone.CAUTION),
                "No upgrade",
                false),
            new DiagnosticsView.Rung(
                "HTTP streaming",
                new DiagnosticsView.Word("IN USE since 10:04:16", Tone.GOOD),
                "In 212 ms",
                true),
            new DiagnosticsView.Rung(
                "Long polling", DiagnosticsView.Word.of("READY"), "Not needed", false));
  }

  @Test
  void countsLaneByLane() {
    Link link = new Link();
    link.counters =
        new LinkCounters(
            TIME,
            new LinkCounters.Lane(41, 41, 0, 0, 2, 0),
            new LinkCounters.Lane(38_412, 37_208, 0, 0, 0, 1_204),
            new LinkCounters.Lane(230_164, 230_126, 6, 38, 0, 0),
            2,
            3,
            17,
            1);
    link.sources = Map.of(id("408"), new Frame.SourceFigures(8, 6_200_000, 0, 0, 0));
    DiagnosticsView view = present(link, bed("408", 1, 87));
    assertThat(view.counts().getLast().cells())
        .extracting(DiagnosticsView.Word::text)
        .containsExactly("230\u2009164", "230\u2009126", "6", "38", "0", "0");
    assertThat(view.counts().getLast().cells().get(2).tone()).isEqualTo(Tone.CAUTION);
    assertThat(view.figures())
        .extracting(figure -> figure.name() + ": " + figure.value().text())
        .containsExactly(
            "Reconnects: 2",
            "Duplicates discarded: 17",
            "Sequence restarts: 1",
            "Full snapshots asked: 3",
            "Clock offset, bridge: +12 ms",
            "Clocks off > 5 s: 1 (bed 408)");
  }

  @Test
  void passesWhatIsWell() {
    Link link = new Link();
    link.expiry = TIME.plus(Duration.ofDays(188).plusHours(1));
    assertThat(present(link).checks())
        .containsExactly(
            new DiagnosticsView.Check("Heartbeat", "every 1.0 s, last 0.4 s ago", Tone.GOOD),
            new DiagnosticsView.Check("Alarms confirmed", "all", Tone.GOOD),
            new DiagnosticsView.Check("Clock against the bridge's", "+12 ms", Tone.GOOD),
            new DiagnosticsView.Check("Screen watchdog", "0 stalls, max 38 ms", Tone.GOOD),
            new DiagnosticsView.Check("Memory", "312 of 768 MB", Tone.GOOD),
            new DiagnosticsView.Check("Bridge certificate", "188 days left", Tone.GOOD));
  }

  @Test
  void warnsOfWhatIsNotWell() {
    Link link = new Link();
    link.state = LinkState.DEGRADED;
    link.clockOffset = -6_200;
    link.unconfirmedSince = NANOS - 12_300_000_000L;
    link.expiry = TIME.plus(Duration.ofDays(9).plusHours(1));
    StationFacts facts = new StationFacts(TIME, 58, 2, 1_400_000_000, 700_000_000, 768_000_000);
    assertThat(present(link, facts).checks())
        .containsExactly(
            new DiagnosticsView.Check("Heartbeat", "every 1.0 s, last 0.4 s ago", Tone.GOOD),
            new DiagnosticsView.Check("Alarms confirmed", "not for 12 s", Tone.CAUTION),
            new DiagnosticsView.Check("Clock against the bridge's", "−6.2 s", Tone.CAUTION),
            new DiagnosticsView.Check(
                "Screen watchdog", "2 stalls, max 1\u2009400 ms", Tone.CAUTION),
            new DiagnosticsView.Check("Memory", "700 of 768 MB", Tone.CAUTION),
            new DiagnosticsView.Check("Bridge certificate", "9 days left", Tone.CAUTION));
  }

  @Test
  void saysWhatItCannotTest() {
    Link link = new Link();
    link.state = LinkState.OFFLINE;
    link.clockOffset = Double.NaN;
    assertThat(present(link).checks())
        .contains(
            new DiagnosticsView.Check("Alarms confirmed", "not now", Tone.QUIET),
            new DiagnosticsView.Check("Clock against the bridge's", "not known", Tone.QUIET),
            new DiagnosticsView.Check("Bridge certificate", "none shown", Tone.QUIET));
  }

  @Test
  void listsTheWorstSourceFirst() {
    Link link = new Link();
    link.sources =
        Map.of(
            id("402"), new Frame.SourceFigures(2, 21_000, 3, 480, 1),
            id("404"), new Frame.SourceFigures(4, -6_200_000, 0, 0, 0));
    List<DiagnosticsView.SourceRow> sources =
        present(
                link,
                bed("401", 0.7, 57),
                bed("402", 0.7, 14),
                bed("403", 38, 64),
                bed("404", 0.6, 64),
                bed("405", 7, DeviceStatus.BATTERY_UNKNOWN),
                bed("406", -1, 64))
            .sources();
    assertThat(sources)
        .extracting(DiagnosticsView.SourceRow::bed)
        .containsExactly("403", "406", "405", "404", "402", "401");
    assertThat(sources.getFirst().age()).isEqualTo(new DiagnosticsView.Word("38 s", Tone.BAD));
    assertThat(sources.get(1).age()).isEqualTo(new DiagnosticsView.Word("never", Tone.BAD));
    assertThat(sources.get(3).clock()).isEqualTo(new DiagnosticsView.Word("−6.2 s", Tone.CAUTION));
    assertThat(sources.get(4))
        .isEqualTo(
            new DiagnosticsView.SourceRow(
                "402",
                "WP-402",
                DiagnosticsView.Word.of("0.7 s"),
                new DiagnosticsView.Word("3", Tone.CAUTION),
                DiagnosticsView.Word.of("480 + 1"),
                DiagnosticsView.Word.of("+21 ms"),
                new DiagnosticsView.Word("14%", Tone.CAUTION)));
    assertThat(sources.getLast().clock()).isEqualTo(new DiagnosticsView.Word("---", Tone.QUIET));
  }

  @Test
  void logsSourcesThatFallSilentAndComeBackButBlamesNoneWhileTheLinkIsLost() {
    StationLog log = new StationLog(Timers.DEFAULT);
    Link link = new Link();
    observe(log, link, 1);
    observe(log, link, 10.2);
    observe(log, link, 30.1);
    observe(log, link, 0.4);
    link.state = LinkState.OFFLINE;
    observe(log, link, 40);
    assertThat(log.with(List.of()))
        .extracting(event -> event.level() + " " + event.words())
        .containsExactly(
            "INFO source bed=410 heard again",
            "WARN source bed=410 silent 30 s, alarm raised to high",
            "WARN source bed=410 silent 10 s, alarm raised");
  }

  private static void observe(StationLog log, Link link, double age) {
    BedSnapshot bed = bed("410", age, 64);
    log.observe(
        new WardSnapshot(link.snapshot(), List.of(bed), List.of(), NOW, false, 0), FACTS, NOW);
  }

  @Test
  void noticesAScreenThatStandsStill() {
    ScreenWatchdog watchdog = new ScreenWatchdog();
    long now = 0;
    for (int i = 0; i < 120; i++) {
      now += 16_666_667;
      watchdog.pulse(now);
    }
    assertThat(watchdog.stalls()).isZero();
    assertThat(watchdog.framesPerSecond()).isBetween(59.0, 61.0);
    watchdog.pulse(now + 1_400_000_000L);
    assertThat(watchdog.stalls()).isEqualTo(1);
    assertThat(watchdog.longestNanos()).isEqualTo(1_400_000_000L);
  }
}

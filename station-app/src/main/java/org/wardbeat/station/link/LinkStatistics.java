package org.wardbeat.station.link;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.report.LatencyFigures;
import org.wardbeat.station.report.LatencyWindow;
import org.wardbeat.station.report.StationReport;
import org.wardbeat.station.ward.HopMedians;
import org.wardbeat.station.ward.LinkCounters;
import org.wardbeat.station.ward.LinkHop;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.BedId;

/** What the link counts and measures, over all sessions. Confined to the link's thread. */
final class LinkStatistics {
  private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final long MEDIAN_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long HALF_MINUTE_NANOS = TimeUnit.SECONDS.toNanos(30);

  /** Of 30 minutes. */
  private static final int HISTORY = 60;

  /** Heartbeats of 60 s at their shortest interval, 100 ms, and some to spare. */
  private static final int CAPACITY = 640;

  /** A sample that comes later than one playout buffer is too late to be drawn as it happened. */
  private static final long LATE_MICROS = 1_000_000;

  /** A bridge tells its figures every 5 s; older ones are of another time. */
  private static final long FIGURES_NANOS = TimeUnit.SECONDS.toNanos(15);

  /** Counts of one lane. */
  private static final class Lane {
    private long received;
    private long shown;
    private long gaps;
    private long late;
    private long resent;
    private long merged;

    LinkCounters.Lane snapshot() {
      return new LinkCounters.Lane(received, shown, gaps, late, resent, merged);
    }
  }

  private final StationReport report;
  private final Instant since;
  private final LatencyWindow delays = new LatencyWindow(WINDOW_NANOS, CAPACITY);
  private final Lane alarms = new Lane();
  private final Lane numerics = new Lane();
  private final Lane waves = new Lane();
  private final Deque<HopMedians> history = new ArrayDeque<>();
  private final Map<BedId, Long> births = new HashMap<>();
  private final Map<BedId, Frame.SourceFigures> sources = new HashMap<>();
  private Frame.@Nullable BridgeFigures figures;
  private long figuresNanos;
  private long halfMinuteNanos;
  private long sessions;
  private long snapshotsAsked;
  private long duplicates;
  private long restarts;

  LinkStatistics(StationReport report, Instant since, long nowNanos) {
    this.report = report;
    this.since = since;
    this.halfMinuteNanos = nowNanos;
  }

  /** A session begins. */
  void begin() {
    sessions++;
    delays.clear();
    forgetFigures();
  }

  /** A heartbeat came so long after the bridge sent it. */
  void delayed(double millis, long nowNanos) {
    delays.add(millis, nowNanos);
  }

  /** The median delay of the last 10 s in milliseconds; NaN if hardly a heartbeat came. */
  double medianMillis(long nowNanos) {
    return delays.medianMillis(nowNanos, MEDIAN_NANOS);
  }

  void snapshotAsked() {
    snapshotsAsked++;
  }

  void duplicate() {
    duplicates++;
  }

  /** An alarm came, again or for the first time. */
  void alarm(boolean isNew) {
    alarms.received++;
    if (isNew) {
      alarms.shown++;
    } else {
      alarms.resent++;
      duplicates++;
    }
  }

  /** Vital signs came, into which so many messages of the source went. */
  void numerics(long steps) {
    numerics.received += steps;
    numerics.shown++;
    numerics.merged += steps - 1;
  }

  /** Samples came that ended so long ago, live or as the past. */
  void wave(long ageMicros, boolean live) {
    waves.received++;
    if (live && ageMicros > LATE_MICROS) {
      waves.late++;
    } else {
      waves.shown++;
    }
  }

  void gap() {
    waves.gaps++;
  }

  /** A bed was introduced. */
  void bed(Frame.Bed bed) {
    Long before = births.put(bed.bed(), bed.birth());
    if (before != null && before != bed.birth()) {
      restarts++;
    }
  }

  void figures(Frame.BridgeFigures told, long nowNanos) {
    figures = told;
    figuresNanos = nowNanos;
  }

  void figures(BedId bed, Frame.SourceFigures told) {
    sources.put(bed, told);
  }

  /** Nobody asks for the bridge's figures any more, or another bridge is asked. */
  void forgetFigures() {
    figures = null;
    sources.clear();
  }

  /** Closes a half-minute that is over. */
  void tick(long nowNanos, Instant now) {
    if (nowNanos - halfMinuteNanos < HALF_MINUTE_NANOS) {
      return;
    }
    halfMinuteNanos = nowNanos;
    Map<LinkHop, Double> medians = new EnumMap<>(LinkHop.class);
    bridgeHops(nowNanos).forEach((hop, latency) -> put(medians, hop, latency.p50Millis()));
    put(medians, LinkHop.BRIDGE_TO_STATION, delays.medianMillis(nowNanos, HALF_MINUTE_NANOS));
    put(medians, LinkHop.STATION_TO_SCREEN, report.paintingMedianMillis(HALF_MINUTE_NANOS));
    history.addLast(new HopMedians(now, medians));
    if (history.size() > HISTORY) {
      history.removeFirst();
    }
  }

  private static void put(Map<LinkHop, Double> medians, LinkHop hop, double millis) {
    if (!Double.isNaN(millis)) {
      medians.put(hop, millis);
    }
  }

  /** What is known of each part of the way within the last 60 s. */
  Map<LinkHop, LatencyFigures> hops(long nowNanos) {
    Map<LinkHop, LatencyFigures> hops = new EnumMap<>(bridgeHops(nowNanos));
    hops.put(LinkHop.BRIDGE_TO_STATION, delays.figures(nowNanos));
    hops.put(LinkHop.STATION_TO_SCREEN, report.painting());
    hops.values().removeIf(latency -> latency.count() == 0);
    return hops;
  }

  private Map<LinkHop, LatencyFigures> bridgeHops(long nowNanos) {
    Map<LinkHop, LatencyFigures> hops = new EnumMap<>(LinkHop.class);
    Frame.BridgeFigures told = figures;
    if (told != null && nowNanos - figuresNanos <= FIGURES_NANOS) {
      for (Frame.HopLatency hop : told.hops()) {
        hops.put(hopOf(hop.hop()), inMillis(hop));
      }
    }
    return hops;
  }

  private static LinkHop hopOf(Frame.Hop hop) {
    return switch (hop) {
      case DEVICE_TO_BROKER -> LinkHop.DEVICE_TO_BROKER;
      case BROKER_TO_BRIDGE -> LinkHop.BROKER_TO_BRIDGE;
      case IN_BRIDGE -> LinkHop.IN_BRIDGE;
    };
  }

  private static LatencyFigures inMillis(Frame.HopLatency hop) {
    return hop.count() == 0
        ? LatencyFigures.NONE
        : new LatencyFigures(
            hop.count(), hop.p50Micros() / 1e3, hop.p95Micros() / 1e3, hop.p99Micros() / 1e3);
  }

  Frame.@Nullable BridgeFigures bridgeFigures() {
    return figures;
  }

  Map<BedId, Frame.SourceFigures> sourceFigures() {
    return sources;
  }

  List<HopMedians> history() {
    return List.copyOf(history);
  }

  LinkCounters counters() {
    return new LinkCounters(
        since,
        alarms.snapshot(),
        numerics.snapshot(),
        waves.snapshot(),
        Math.max(0, sessions - 1),
        snapshotsAsked,
        duplicates,
        restarts);
  }
}

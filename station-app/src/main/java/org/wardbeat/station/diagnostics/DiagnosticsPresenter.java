package org.wardbeat.station.diagnostics;

import java.time.ZoneId;
import java.util.List;
import org.wardbeat.station.presentation.Formats;
import org.wardbeat.station.presentation.Timers;
import org.wardbeat.station.ward.LinkCounters;
import org.wardbeat.station.ward.LinkDetails;
import org.wardbeat.station.ward.LinkEvent;
import org.wardbeat.station.ward.LinkSnapshot;
import org.wardbeat.station.ward.Rung;
import org.wardbeat.station.ward.WardSnapshot;

/**
 * Words the diagnostics: a function of the ward, the station's own facts and the present. What is
 * not known is {@code ---} or left out.
 */
final class DiagnosticsPresenter {
  private static final int LOG_LINES = 200;

  private final ZoneId zone;
  private final LatencyPresenter latency;
  private final SourcesPresenter sources;
  private final ChecksPresenter checks = new ChecksPresenter();

  DiagnosticsPresenter(Timers timers, ZoneId zone) {
    this.zone = zone;
    this.latency = new LatencyPresenter(zone);
    this.sources = new SourcesPresenter(timers);
  }

  /**
   * What is on screen now.
   *
   * @param events what happened, the newest first
   * @param nowMicros the bridge's present time
   * @param nowNanos the local monotonic clock
   */
  DiagnosticsView present(
      WardSnapshot ward,
      StationFacts facts,
      List<LinkEvent> events,
      long nowMicros,
      long nowNanos) {
    LinkSnapshot link = ward.link();
    LinkDetails details = link.details();
    return new DiagnosticsView(
        latency.places(ward, facts, nowMicros),
        latency.hops(link),
        latency.total(link),
        latency.chart(details, facts.now()),
        ladder(details),
        nextClimb(details, nowNanos),
        lanes(details.counters()),
        figures(ward),
        checks.present(link, facts, nowNanos),
        sources.present(ward, nowMicros),
        log(events));
  }

  private List<DiagnosticsView.Rung> ladder(LinkDetails details) {
    return details.ladder().stream().map(this::rung).toList();
  }

  private DiagnosticsView.Rung rung(Rung rung) {
    boolean inUse = rung.status() == Rung.Status.IN_USE;
    return new DiagnosticsView.Rung(rung.kind().label(), status(rung), rung.words(), inUse);
  }

  private DiagnosticsView.Word status(Rung rung) {
    return switch (rung.status()) {
      case IN_USE ->
          new DiagnosticsView.Word(
              "IN USE since " + Clock.time(rung.since(), zone), DiagnosticsView.Tone.GOOD);
      case READY -> new DiagnosticsView.Word("READY", DiagnosticsView.Tone.NORMAL);
      case BLOCKED -> new DiagnosticsView.Word("BLOCKED", DiagnosticsView.Tone.CAUTION);
      case FAILED -> new DiagnosticsView.Word("FAILED", DiagnosticsView.Tone.CAUTION);
    };
  }

  private static String nextClimb(LinkDetails details, long nowNanos) {
    long wait = details.nextClimbNanos() - nowNanos;
    return details.nextClimbNanos() == 0 || wait <= 0
        ? ""
        : "next try up " + Formats.duration(Math.ceilDiv(wait, 1_000_000_000L));
  }

  private static List<DiagnosticsView.LaneRow> lanes(LinkCounters counters) {
    return List.of(
        lane("Alarms", counters.alarms()),
        lane("Numerics", counters.numerics()),
        lane("Waves", counters.waves()));
  }

  private static DiagnosticsView.LaneRow lane(String name, LinkCounters.Lane lane) {
    return new DiagnosticsView.LaneRow(
        name,
        List.of(
            DiagnosticsView.Word.of(Numbers.whole(lane.received())),
            DiagnosticsView.Word.of(Numbers.whole(lane.shown())),
            Numbers.cautionIfAny(lane.gaps()),
            DiagnosticsView.Word.of(Numbers.whole(lane.late())),
            DiagnosticsView.Word.of(Numbers.whole(lane.resent())),
            DiagnosticsView.Word.of(Numbers.whole(lane.merged()))));
  }

  private static List<DiagnosticsView.Figure> figures(WardSnapshot ward) {
    LinkDetails details = ward.link().details();
    LinkCounters counters = details.counters();
    return List.of(
        figure("Reconnects", Numbers.whole(counters.reconnects())),
        figure("Duplicates discarded", Numbers.whole(counters.duplicates())),
        figure("Sequence restarts", Numbers.whole(counters.restarts())),
        figure("Full snapshots asked", Numbers.whole(counters.snapshotsAsked())),
        figure("Clock offset, bridge", Numbers.signedMillis(details.clockOffsetMillis())),
        new DiagnosticsView.Figure("Clocks off > 5 s", clocksOff(ward)));
  }

  private static DiagnosticsView.Figure figure(String name, String value) {
    return new DiagnosticsView.Figure(name, DiagnosticsView.Word.of(value));
  }

  private static DiagnosticsView.Word clocksOff(WardSnapshot ward) {
    List<String> beds =
        ward.beds().stream()
            .filter(bed -> SourcesPresenter.isClockOff(ward.link().details(), bed.id()))
            .map(bed -> bed.id().bed())
            .toList();
    return switch (beds.size()) {
      case 0 -> DiagnosticsView.Word.of("0");
      case 1 ->
          new DiagnosticsView.Word("1 (bed " + beds.getFirst() + ")", DiagnosticsView.Tone.CAUTION);
      default ->
          new DiagnosticsView.Word(String.valueOf(beds.size()), DiagnosticsView.Tone.CAUTION);
    };
  }

  private List<DiagnosticsView.LogLine> log(List<LinkEvent> events) {
    return events.stream()
        .limit(LOG_LINES)
        .map(
            event ->
                new DiagnosticsView.LogLine(
                    Clock.time(event.time(), zone), level(event.level()), event.words()))
        .toList();
  }

  private static DiagnosticsView.Word level(LinkEvent.Level level) {
    return new DiagnosticsView.Word(
        level.name(),
        level == LinkEvent.Level.WARN ? DiagnosticsView.Tone.CAUTION : DiagnosticsView.Tone.QUIET);
  }
}

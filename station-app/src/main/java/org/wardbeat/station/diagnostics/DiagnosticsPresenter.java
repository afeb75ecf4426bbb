package org.wardbeat.station.diagnostics;

import java.time.ZoneId;
import java.util.List;
import org.wardbeat.station.language.Words;
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

  private final Words words;
  private final ZoneId zone;
  private final LatencyPresenter latency;
  private final SourcesPresenter sources;
  private final ChecksPresenter checks;

  DiagnosticsPresenter(Timers timers, Words words, ZoneId zone) {
    this.words = words;
    this.zone = zone;
    this.latency = new LatencyPresenter(words, zone);
    this.sources = new SourcesPresenter(timers, words);
    this.checks = new ChecksPresenter(words);
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
    return new DiagnosticsView.Rung(
        words.translated(rung.kind().label()), status(rung), words.translated(rung.words()), inUse);
  }

  private DiagnosticsView.Word status(Rung rung) {
    return switch (rung.status()) {
      case IN_USE ->
          new DiagnosticsView.Word(
              words.text("diagnostics.rung.in-use", Clock.time(rung.since(), zone, words)),
              DiagnosticsView.Tone.GOOD);
      case READY -> word("diagnostics.rung.ready", DiagnosticsView.Tone.NORMAL);
      case BLOCKED -> word("diagnostics.rung.blocked", DiagnosticsView.Tone.CAUTION);
      case FAILED -> word("diagnostics.rung.failed", DiagnosticsView.Tone.CAUTION);
    };
  }

  private DiagnosticsView.Word word(String key, DiagnosticsView.Tone tone) {
    return new DiagnosticsView.Word(words.text(key), tone);
  }

  private String nextClimb(LinkDetails details, long nowNanos) {
    long wait = details.nextClimbNanos() - nowNanos;
    return details.nextClimbNanos() == 0 || wait <= 0
        ? ""
        : words.text(
            "diagnostics.next-climb", Formats.duration(Math.ceilDiv(wait, 1_000_000_000L)));
  }

  private List<DiagnosticsView.LaneRow> lanes(LinkCounters counters) {
    return List.of(
        lane(words.text("diagnostics.lane.alarms"), counters.alarms()),
        lane(words.text("diagnostics.lane.numerics"), counters.numerics()),
        lane(words.text("diagnostics.lane.waves"), counters.waves()));
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

  private List<DiagnosticsView.Figure> figures(WardSnapshot ward) {
    LinkDetails details = ward.link().details();
    LinkCounters counters = details.counters();
    return List.of(
        figure("diagnostics.reconnects", Numbers.whole(counters.reconnects())),
        figure("diagnostics.duplicates", Numbers.whole(counters.duplicates())),
        figure("diagnostics.restarts", Numbers.whole(counters.restarts())),
        figure("diagnostics.snapshots", Numbers.whole(counters.snapshotsAsked())),
        figure("diagnostics.clock-offset", Numbers.signedMillis(details.clockOffsetMillis())),
        new DiagnosticsView.Figure(words.text("diagnostics.clocks-off"), clocksOff(ward)));
  }

  private DiagnosticsView.Figure figure(String nameKey, String value) {
    return new DiagnosticsView.Figure(words.text(nameKey), DiagnosticsView.Word.of(value));
  }

  private DiagnosticsView.Word clocksOff(WardSnapshot ward) {
    List<String> beds =
        ward.beds().stream()
            .filter(bed -> SourcesPresenter.isClockOff(ward.link().details(), bed.id()))
            .map(bed -> bed.id().bed())
            .toList();
    return switch (beds.size()) {
      case 0 -> DiagnosticsView.Word.of("0");
      case 1 ->
          new DiagnosticsView.Word(
              words.text("diagnostics.clocks-off.bed", beds.getFirst()),
              DiagnosticsView.Tone.CAUTION);
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
                    Clock.time(event.time(), zone, words),
                    level(event.level()),
                    words.translated(event.words())))
        .toList();
  }

  private DiagnosticsView.Word level(LinkEvent.Level level) {
    return switch (level) {
      case INFO -> word("diagnostics.log.info", DiagnosticsView.Tone.QUIET);
      case WARN -> word("diagnostics.log.warning", DiagnosticsView.Tone.CAUTION);
    };
  }
}

package org.wardbeat.station.diagnostics;

import java.time.Duration;
import java.util.List;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.presentation.Formats;
import org.wardbeat.station.presentation.LinkPhase;
import org.wardbeat.station.ward.LinkDetails;
import org.wardbeat.station.ward.LinkSnapshot;

/** Words what the station tests of itself. */
final class ChecksPresenter {
  private static final double CLOCK_MILLIS = 5_000;
  private static final double HEAP_SHARE = 0.9;
  private static final long CERTIFICATE_DAYS = 30;
  private static final long MEGA = 1_000_000;

  private final Words words;

  ChecksPresenter(Words words) {
    this.words = words;
  }

  List<DiagnosticsView.Check> present(LinkSnapshot link, StationFacts facts, long nowNanos) {
    return List.of(
        heartbeat(link, nowNanos),
        alarms(link, nowNanos),
        clock(link.details()),
        watchdog(facts),
        memory(facts),
        certificate(link.details(), facts));
  }

  private DiagnosticsView.Check heartbeat(LinkSnapshot link, long nowNanos) {
    LinkPhase phase = LinkPhase.of(link);
    boolean never = link.lastHeartbeatNanos() == 0;
    String age =
        never
            ? words.text("check.heartbeat.none")
            : words.text(
                "check.heartbeat.last",
                Numbers.seconds((nowNanos - link.lastHeartbeatNanos()) / 1e9));
    boolean reached =
        phase != LinkPhase.OFFLINE
            && phase != LinkPhase.NEVER_CONNECTED
            && phase != LinkPhase.STALLED;
    int interval = link.details().heartbeatMillis();
    String result =
        interval == 0
            ? age
            : words.text("check.heartbeat.every", Numbers.seconds(interval / 1e3), age);
    return new DiagnosticsView.Check(
        words.text("check.heartbeat"), result, passed(reached && !never));
  }

  private static DiagnosticsView.Tone passed(boolean good) {
    return good ? DiagnosticsView.Tone.GOOD : DiagnosticsView.Tone.CAUTION;
  }

  private DiagnosticsView.Check alarms(LinkSnapshot link, long nowNanos) {
    String name = words.text("check.alarms");
    if (!LinkPhase.of(link).isFlowing()) {
      return new DiagnosticsView.Check(
          name, words.text("check.alarms.not-now"), DiagnosticsView.Tone.QUIET);
    }
    long since = link.alarmsUnconfirmedSinceNanos();
    return since == 0
        ? new DiagnosticsView.Check(name, words.text("check.alarms.all"), DiagnosticsView.Tone.GOOD)
        : new DiagnosticsView.Check(
            name,
            words.text("check.alarms.late", Formats.age((nowNanos - since) / 1_000_000_000L)),
            DiagnosticsView.Tone.CAUTION);
  }

  private DiagnosticsView.Check clock(LinkDetails details) {
    String name = words.text("check.clock");
    double offset = details.clockOffsetMillis();
    return Double.isFinite(offset)
        ? new DiagnosticsView.Check(
            name, Numbers.signedMillis(offset), passed(Math.abs(offset) < CLOCK_MILLIS))
        : new DiagnosticsView.Check(
            name, words.text("spoken.not-known"), DiagnosticsView.Tone.QUIET);
  }

  private DiagnosticsView.Check watchdog(StationFacts facts) {
    return new DiagnosticsView.Check(
        words.text("check.watchdog"),
        words.count(
            "check.watchdog.stalls",
            facts.stalls(),
            Numbers.whole(facts.longestStallNanos() / 1_000_000)),
        passed(facts.stalls() == 0));
  }

  private DiagnosticsView.Check memory(StationFacts facts) {
    String name = words.text("check.memory");
    long most = facts.heapMaxBytes() / MEGA;
    return facts.heapUsedBytes() == 0
        ? new DiagnosticsView.Check(
            name, words.text("check.memory.of", most), DiagnosticsView.Tone.GOOD)
        : new DiagnosticsView.Check(
            name,
            words.text("check.memory.used", facts.heapUsedBytes() / MEGA, most),
            passed(facts.heapUsedBytes() < HEAP_SHARE * facts.heapMaxBytes()));
  }

  private DiagnosticsView.Check certificate(LinkDetails details, StationFacts facts) {
    String name = words.text("check.certificate");
    if (details.certificateExpiry() == null) {
      return new DiagnosticsView.Check(
          name, words.text("check.certificate.none"), DiagnosticsView.Tone.QUIET);
    }
    long days = Duration.between(facts.now(), details.certificateExpiry()).toDays();
    return new DiagnosticsView.Check(
        name,
        days < 0
            ? words.text("check.certificate.expired")
            : words.count("check.certificate.days", days),
        passed(days >= CERTIFICATE_DAYS));
  }
}

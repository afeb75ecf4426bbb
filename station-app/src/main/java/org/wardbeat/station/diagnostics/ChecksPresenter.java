package org.wardbeat.station.diagnostics;

import java.time.Duration;
import java.util.List;
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

  List<DiagnosticsView.Check> present(LinkSnapshot link, StationFacts facts, long nowNanos) {
    return List.of(
        heartbeat(link, nowNanos),
        alarms(link, nowNanos),
        clock(link.details()),
        watchdog(facts),
        memory(facts),
        certificate(link.details(), facts));
  }

  private static DiagnosticsView.Check heartbeat(LinkSnapshot link, long nowNanos) {
    LinkPhase phase = LinkPhase.of(link);
    boolean never = link.lastHeartbeatNanos() == 0;
    String age =
        never
            ? "none yet"
            : "last " + Numbers.seconds((nowNanos - link.lastHeartbeatNanos()) / 1e9) + " s ago";
    boolean reached =
        phase != LinkPhase.OFFLINE
            && phase != LinkPhase.NEVER_CONNECTED
            && phase != LinkPhase.STALLED;
    int interval = link.details().heartbeatMillis();
    String every = interval == 0 ? "" : "every " + Numbers.seconds(interval / 1e3) + " s, ";
    return new DiagnosticsView.Check("Heartbeat", every + age, passed(reached && !never));
  }

  private static DiagnosticsView.Tone passed(boolean good) {
    return good ? DiagnosticsView.Tone.GOOD : DiagnosticsView.Tone.CAUTION;
  }

  private static DiagnosticsView.Check alarms(LinkSnapshot link, long nowNanos) {
    String name = "Alarms confirmed";
    if (!LinkPhase.of(link).isFlowing()) {
      return new DiagnosticsView.Check(name, "not now", DiagnosticsView.Tone.QUIET);
    }
    long since = link.alarmsUnconfirmedSinceNanos();
    return since == 0
        ? new DiagnosticsView.Check(name, "all", DiagnosticsView.Tone.GOOD)
        : new DiagnosticsView.Check(
            name,
            "not for " + Formats.age((nowNanos - since) / 1_000_000_000L),
            DiagnosticsView.Tone.CAUTION);
  }

  private static DiagnosticsView.Check clock(LinkDetails details) {
    double offset = details.clockOffsetMillis();
    return Double.isFinite(offset)
        ? new DiagnosticsView.Check(
            "Clock against the bridge's",
            Numbers.signedMillis(offset),
            passed(Math.abs(offset) < CLOCK_MILLIS))
        : new DiagnosticsView.Check(
            "Clock against the bridge's", "not known", DiagnosticsView.Tone.QUIET);
  }

  private static DiagnosticsView.Check watchdog(StationFacts facts) {
    String stalls = facts.stalls() == 1 ? "1 stall" : facts.stalls() + " stalls";
    return new DiagnosticsView.Check(
        "Screen watchdog",
        stalls + ", max " + Numbers.whole(facts.longestStallNanos() / 1_000_000) + " ms",
        passed(facts.stalls() == 0));
  }

  private static DiagnosticsView.Check memory(StationFacts facts) {
    return facts.heapUsedBytes() == 0
        ? new DiagnosticsView.Check(
            "Memory", "of " + facts.heapMaxBytes() / MEGA + " MB", DiagnosticsView.Tone.GOOD)
        : new DiagnosticsView.Check(
            "Memory",
            "%d of %d MB".formatted(facts.heapUsedBytes() / MEGA, facts.heapMaxBytes() / MEGA),
            passed(facts.heapUsedBytes() < HEAP_SHARE * facts.heapMaxBytes()));
  }

  private static DiagnosticsView.Check certificate(LinkDetails details, StationFacts facts) {
    if (details.certificateExpiry() == null) {
      return new DiagnosticsView.Check(
          "Bridge certificate", "none shown", DiagnosticsView.Tone.QUIET);
    }
    long days = Duration.between(facts.now(), details.certificateExpiry()).toDays();
    return new DiagnosticsView.Check(
        "Bridge certificate",
        days < 0 ? "expired" : days == 1 ? "1 day left" : days + " days left",
        passed(days >= CERTIFICATE_DAYS));
  }
}

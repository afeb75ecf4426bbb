package org.wardbeat.station.presentation;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.station.ward.LinkSnapshot;
import org.wardbeat.station.ward.Rung;
import org.wardbeat.station.ward.TransportKind;
import org.wardbeat.station.ward.WardSnapshot;
import org.wardbeat.wire.ward.InactivationState;

/**
 * Words the banner. Of several conditions the one that takes most away is told; a sentence about
 * alarms is told only while the bridge confirms them.
 */
final class BannerPresenter {
  private static final String USE_BEDSIDE = "Use the bedside monitors now. ";

  private final Timers timers;
  private final ZoneId zone;
  private final Audience audience;

  BannerPresenter(Timers timers, ZoneId zone, Audience audience) {
    this.timers = timers;
    this.zone = zone;
    this.audience = audience;
  }

  /**
   * @param held what is held back in the ward
   * @param audio whether alarms can be heard
   * @param restart whether this station was blind for a time
   * @param nowMicros the bridge's present time
   * @param nowNanos the local monotonic clock
   */
  BannerView present(
      WardSnapshot ward,
      List<BedHistory> histories,
      BedHold.Board held,
      AudioView audio,
      RestartNotice restart,
      long nowMicros,
      long nowNanos) {
    LinkSnapshot link = ward.link();
    LinkPhase phase = LinkPhase.of(link);
    boolean tellsSound = audience == Audience.STAFF;
    if (tellsSound && audio.state() == AudioView.State.NO_SOUND && !phase.isCutOff()) {
      return BannerView.caution(
              "NO ALARM SOUND",
              "Alarms show but cannot be heard. Watch this screen and the bedside monitors.",
              "Check the speaker, then press Test sound")
          .withRemedy(BannerView.Remedy.TEST_SOUND);
    }
    if (link.alarmsUnconfirmedSinceNanos() != 0 && isConnected(phase)) {
      return unconfirmed(link, nowNanos);
    }
    return switch (phase) {
      case OFFLINE -> offline(link, nowMicros, nowNanos);
      case BROKER_LOST -> brokerLost(link, nowMicros);
      case NEVER_CONNECTED ->
          BannerView.notLive(
              "NOT LIVE — no data since start",
              USE_BEDSIDE + "This station has not reached the bridge yet.",
              reconnect(link, nowNanos));
      case STALLED -> stalled(link, nowNanos);
      case DEGRADED -> slow(link, nowNanos);
      case RESUMING -> resuming(ward, histories, held, nowMicros);
      case STREAMING -> {
        if (restart.isOpen()) {
          yield restarted(ward, restart);
        }
        yield tellsSound && audio.isSilent()
            ? silent(audio)
            : live(ward, histories, held, nowMicros);
      }
    };
  }

  private BannerView offline(LinkSnapshot link, long nowMicros, long nowNanos) {
    String lead =
        link.lastDataMicros() == 0
            ? "NOT LIVE — no data since start"
            : "NOT LIVE — last data " + since(link.lastDataMicros(), nowMicros);
    return BannerView.notLive(
        lead,
        USE_BEDSIDE + "No waves, numbers or alarms reach this station.",
        reconnect(link, nowNanos));
  }

  private BannerView brokerLost(LinkSnapshot link, long nowMicros) {
    long began = link.broker().sinceMicros();
    String lead =
        began == 0
            ? "NOT LIVE — no data since start"
            : "NOT LIVE — devices cut off since " + since(began, nowMicros);
    return BannerView.notLive(
        lead, USE_BEDSIDE + "The bridge answers, but no device data reaches it.", null);
  }

  private String since(long micros, long nowMicros) {
    return "%s (%s ago)"
        .formatted(
            Formats.clock(micros, zone), Formats.ago(Formats.wholeSeconds(nowMicros - micros)));
  }

  private static BannerView.@Nullable Reconnect reconnect(LinkSnapshot link, long nowNanos) {
    if (link.attempt() == 0) {
      return null;
    }
    String text = "Reconnecting, try " + link.attempt();
    long waitNanos = link.nextAttemptNanos() - nowNanos;
    return waitNanos <= 0
        ? new BannerView.Reconnect(text, "")
        : new BannerView.Reconnect(
            text + " in", Formats.duration(Math.ceilDiv(waitNanos, 1_000_000_000L)));
  }

  private BannerView stalled(LinkSnapshot link, long nowNanos) {
    long seconds = Math.max(0, nowNanos - link.lastHeartbeatNanos()) / 1_000_000_000L;
    String text =
        link.lastDataMicros() == 0
            ? ""
            : "Numbers on screen are from " + Formats.clock(link.lastDataMicros(), zone) + ".";
    return BannerView.caution("NO CONTACT " + seconds + " s", text, "Reconnecting");
  }

  private static boolean isConnected(LinkPhase phase) {
    return phase.isFlowing() || phase == LinkPhase.RESUMING;
  }

  private static BannerView unconfirmed(LinkSnapshot link, long nowNanos) {
    long seconds = Math.max(0, nowNanos - link.alarmsUnconfirmedSinceNanos()) / 1_000_000_000L;
    return BannerView.caution(
        "ALARMS NOT CONFIRMED",
        "The bridge has not confirmed alarms for " + seconds + " s. Watch the bedside monitors.");
  }

  private BannerView slow(LinkSnapshot link, long nowNanos) {
    return BannerView.caution(
        "SLOW LINK", late(link) + " Alarms still arrive and are confirmed.", why(link, nowNanos));
  }

  private String late(LinkSnapshot link) {
    String late =
        Double.isFinite(link.latencyMillis())
            ? Formats.tenths(BigDecimal.valueOf(link.latencyMillis()).movePointLeft(3)) + " s late."
            : "late.";
    if (audience == Audience.PASSERS_BY) {
      return "Numbers show " + late;
    }
    if (link.transport() == TransportKind.LONG_POLL) {
      return "Waves are off, numbers show " + late;
    }
    return link.conflating()
        ? "Waves have gaps, numbers show " + late
        : "Waves and numbers show " + late;
  }

  private static String why(LinkSnapshot link, long nowNanos) {
    return switch (link.transport()) {
      case WEB_SOCKET -> "The network to the bridge is slow";
      case HTTP_STREAM ->
          (isBlocked(link, TransportKind.WEB_SOCKET)
                  ? "Running over HTTP because a proxy blocks WebSocket."
                  : "Running over HTTP because WebSocket does not work.")
              + climb(link, nowNanos);
      case LONG_POLL -> "Only polling works on this network." + climb(link, nowNanos);
    };
  }

  private static boolean isBlocked(LinkSnapshot link, TransportKind kind) {
    return link.details().ladder().stream()
        .anyMatch(rung -> rung.kind() == kind && rung.status() == Rung.Status.BLOCKED);
  }

  private static String climb(LinkSnapshot link, long nowNanos) {
    long at = link.details().nextClimbNanos();
    return at == 0
        ? ""
        : " Direct connection tried again in "
            + Formats.duration(Math.ceilDiv(Math.max(0, at - nowNanos), 1_000_000_000L));
  }

  private BannerView restarted(WardSnapshot ward, RestartNotice restart) {
    long active = ward.beds().stream().mapToLong(bed -> bed.alarms().size()).sum();
    String alarms =
        switch ((int) Math.min(active, 2)) {
          case 0 -> "No alarm is active.";
          case 1 -> "1 alarm is still active.";
          default -> active + " alarms are still active.";
        };
    return BannerView.caution(
            restart.lead() + " " + Formats.clock(restart.liveMicros(), zone),
            "Blind for " + Formats.duration(restart.blindSeconds()) + ". " + alarms)
        .withRemedy(BannerView.Remedy.CLOSE);
  }

  private static BannerView silent(AudioView audio) {
    String by = audio.user().isEmpty() ? "" : ", " + audio.user();
    BannerView banner =
        audio.state() == AudioView.State.PAUSED
            ? BannerView.caution(
                "AUDIO PAUSED", audio.time() + by + ". Alarms show but do not sound.")
            : BannerView.caution(
                "AUDIO OFF", "since " + audio.since() + by + ". Alarms show but do not sound.");
    return banner.withRemedy(BannerView.Remedy.NONE);
  }

  private BannerView resuming(
      WardSnapshot ward, List<BedHistory> histories, BedHold.Board held, long nowMicros) {
    int again = 0;
    int monitored = 0;
    for (int i = 0; i < ward.beds().size(); i++) {
      BedSnapshot bed = ward.beds().get(i);
      if (isMonitored(bed, held)) {
        monitored++;
        again += bed.freshSinceResume() && isFresh(bed, histories.get(i), nowMicros) ? 1 : 0;
      }
    }
    return BannerView.caution(
        "RECONNECTED",
        again + " of " + monitored + " beds live again. Alarms are checked from the start.");
  }

  private BannerView live(
      WardSnapshot ward, List<BedHistory> histories, BedHold.Board held, long nowMicros) {
    int fresh = 0;
    int monitored = 0;
    long oldestMicros = 0;
    for (int i = 0; i < ward.beds().size(); i++) {
      BedSnapshot bed = ward.beds().get(i);
      if (!isMonitored(bed, held)) {
        continue;
      }
      monitored++;
      if (isFresh(bed, histories.get(i), nowMicros)) {
        fresh++;
        oldestMicros = Math.max(oldestMicros, nowMicros - bed.sourceMicros());
      }
    }
    String what = audience == Audience.STAFF ? " monitored beds fresh" : " fresh";
    String count = fresh + " of " + monitored + what;
    if (fresh == 0 && monitored > 0) {
      return BannerView.caution("NO DATA", count);
    }
    String text =
        fresh == 0
            ? count
            : count + ", oldest value " + Formats.tenthsOfSeconds(oldestMicros) + " s";
    return new BannerView(
        BannerView.Form.QUIET,
        "LIVE",
        text,
        notes(ward.beds(), held, nowMicros),
        BannerView.SUPPLEMENTARY,
        null,
        BannerView.Remedy.NONE);
  }

  private boolean isFresh(BedSnapshot bed, BedHistory history, long nowMicros) {
    return bed.sourceMicros() > 0
        && !BedConditions.isOff(bed)
        && BedConditions.band(bed, history, nowMicros, timers).isLive();
  }

  /** Whether somebody lies in the bed who is not away. */
  private static boolean isMonitored(BedSnapshot bed, BedHold.Board held) {
    return !BedConditions.isEmpty(bed) && held.at(bed.id()).standby() == null;
  }

  private static List<String> notes(List<BedSnapshot> all, BedHold.Board held, long nowMicros) {
    List<String> notes = new ArrayList<>();
    List<BedSnapshot> beds =
        all.stream().filter(bed -> held.at(bed.id()).standby() == null).toList();
    note(
        notes,
        beds.stream()
            .filter(bed -> !BedConditions.isEmpty(bed) && !BedConditions.isOff(bed))
            .filter(bed -> !bed.status().leadsOff().isEmpty())
            .toList(),
        "leads off");
    note(
        notes,
        beds.stream()
            .filter(bed -> !BedConditions.isEmpty(bed) && BedConditions.isOff(bed))
            .toList(),
        "device off");
    for (BedSnapshot bed : all) {
      InactivationState standby = held.at(bed.id()).standby();
      if (standby != null && !BedConditions.isEmpty(bed)) {
        note(
            notes,
            List.of(bed),
            "standby, resumes in " + Formats.timeLeft(standby.untilMicros() - nowMicros));
      }
    }
    note(
        notes,
        beds.stream()
            .filter(bed -> !BedConditions.isEmpty(bed) && held.at(bed.id()).alarms() != null)
            .toList(),
        "alarms off");
    note(notes, beds.stream().filter(BedConditions::isEmpty).toList(), "empty");
    return notes;
  }

  private static void note(List<String> notes, List<BedSnapshot> beds, String what) {
    if (!beds.isEmpty()) {
      notes.add(
          beds.stream().map(bed -> bed.id().bed()).collect(Collectors.joining(", ")) + " " + what);
    }
  }
}

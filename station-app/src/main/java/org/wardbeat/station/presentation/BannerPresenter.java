package org.wardbeat.station.presentation;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.language.Words;
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
  private record Notice(String lead, String sentence) {}

  private final Timers timers;
  private final ZoneId zone;
  private final Words words;
  private final Audience audience;
  private final Deque<Notice> notices = new ArrayDeque<>();

  BannerPresenter(Timers timers, ZoneId zone, Words words, Audience audience) {
    this.timers = timers;
    this.zone = zone;
    this.words = words;
    this.audience = audience;
  }

  /** Has something told that concerns this station alone, once there is nothing worse. */
  void tell(String lead, String sentence) {
    notices.add(new Notice(lead, sentence));
  }

  /** Takes over what nobody has read yet from one that is not used any more. */
  void follow(BannerPresenter before) {
    notices.addAll(before.notices);
  }

  /** The user has read what was told last. */
  void closeNotice() {
    notices.poll();
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
              words.text("banner.no-sound.lead"),
              words.text("banner.no-sound.text"),
              words.text("banner.no-sound.advice"))
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
              words.text("banner.not-live.since-start"),
              words.text("banner.never-connected.text"),
              reconnect(link, nowNanos));
      case STALLED -> stalled(link, nowNanos);
      case DEGRADED -> slow(link, nowNanos);
      case RESUMING -> resuming(ward, histories, held, nowMicros);
      case STREAMING -> {
        if (restart.isOpen()) {
          yield restarted(ward, restart);
        }
        Notice notice = notices.peek();
        if (notice != null) {
          yield BannerView.caution(notice.lead(), notice.sentence())
              .withRemedy(BannerView.Remedy.CLOSE);
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
            ? words.text("banner.not-live.since-start")
            : since("banner.not-live.last-data", link.lastDataMicros(), nowMicros);
    return BannerView.notLive(lead, words.text("banner.offline.text"), reconnect(link, nowNanos));
  }

  private BannerView brokerLost(LinkSnapshot link, long nowMicros) {
    long began = link.broker().sinceMicros();
    String lead =
        began == 0
            ? words.text("banner.not-live.since-start")
            : since("banner.not-live.devices-cut-off", began, nowMicros);
    return BannerView.notLive(lead, words.text("banner.broker-lost.text"), null);
  }

  private String since(String key, long micros, long nowMicros) {
    return words.text(
        key,
        Formats.clock(micros, zone, words),
        Formats.ago(Formats.wholeSeconds(nowMicros - micros)));
  }

  private BannerView.@Nullable Reconnect reconnect(LinkSnapshot link, long nowNanos) {
    if (link.attempt() == 0) {
      return null;
    }
    long waitNanos = link.nextAttemptNanos() - nowNanos;
    return waitNanos <= 0
        ? new BannerView.Reconnect(words.text("banner.reconnect.now", link.attempt()), "")
        : new BannerView.Reconnect(
            words.text("banner.reconnect.in", link.attempt()),
            Formats.duration(Math.ceilDiv(waitNanos, 1_000_000_000L)));
  }

  private BannerView stalled(LinkSnapshot link, long nowNanos) {
    long seconds = Math.max(0, nowNanos - link.lastHeartbeatNanos()) / 1_000_000_000L;
    String text =
        link.lastDataMicros() == 0
            ? ""
            : words.text("banner.stalled.text", Formats.clock(link.lastDataMicros(), zone, words));
    return BannerView.caution(
        words.text("banner.stalled.lead", seconds), text, words.text("banner.reconnecting"));
  }

  private static boolean isConnected(LinkPhase phase) {
    return phase.isFlowing() || phase == LinkPhase.RESUMING;
  }

  private BannerView unconfirmed(LinkSnapshot link, long nowNanos) {
    long seconds = Math.max(0, nowNanos - link.alarmsUnconfirmedSinceNanos()) / 1_000_000_000L;
    return BannerView.caution(
        words.text("banner.unconfirmed.lead"), words.text("banner.unconfirmed.text", seconds));
  }

  private BannerView slow(LinkSnapshot link, long nowNanos) {
    return BannerView.caution(
        words.text("banner.slow.lead"),
        words.text("banner.slow.text", late(link)),
        why(link, nowNanos));
  }

  private String late(LinkSnapshot link) {
    String late =
        Double.isFinite(link.latencyMillis())
            ? words.text(
                "banner.slow.late",
                Formats.tenths(BigDecimal.valueOf(link.latencyMillis()).movePointLeft(3)))
            : words.text("banner.slow.late-unknown");
    if (audience == Audience.PASSERS_BY) {
      return words.text("banner.slow.numbers", late);
    }
    if (link.transport() == TransportKind.LONG_POLL) {
      return words.text("banner.slow.waves-off", late);
    }
    return link.conflating()
        ? words.text("banner.slow.gaps", late)
        : words.text("banner.slow.both", late);
  }

  private String why(LinkSnapshot link, long nowNanos) {
    return switch (link.transport()) {
      case WEB_SOCKET -> words.text("banner.slow.network");
      case HTTP_STREAM ->
          (isBlocked(link, TransportKind.WEB_SOCKET)
                  ? words.text("banner.slow.proxy-blocks")
                  : words.text("banner.slow.http"))
              + climb(link, nowNanos);
      case LONG_POLL -> words.text("banner.slow.polling") + climb(link, nowNanos);
    };
  }

  private static boolean isBlocked(LinkSnapshot link, TransportKind kind) {
    return link.details().ladder().stream()
        .anyMatch(rung -> rung.kind() == kind && rung.status() == Rung.Status.BLOCKED);
  }

  private String climb(LinkSnapshot link, long nowNanos) {
    long at = link.details().nextClimbNanos();
    return at == 0
        ? ""
        : " "
            + words.text(
                "banner.slow.climb",
                Formats.duration(Math.ceilDiv(Math.max(0, at - nowNanos), 1_000_000_000L)));
  }

  private BannerView restarted(WardSnapshot ward, RestartNotice restart) {
    long active = ward.beds().stream().mapToLong(bed -> bed.alarms().size()).sum();
    String alarms =
        active == 0
            ? words.text("banner.restarted.no-alarm")
            : words.count("banner.restarted.alarms", active);
    return BannerView.caution(
            words.text(restart.leadKey(), Formats.clock(restart.liveMicros(), zone, words)),
            words.text("banner.restarted.blind", Formats.duration(restart.blindSeconds()), alarms))
        .withRemedy(BannerView.Remedy.CLOSE);
  }

  private BannerView silent(AudioView audio) {
    String by = audio.user().isEmpty() ? "" : ", " + audio.user();
    BannerView banner =
        audio.state() == AudioView.State.PAUSED
            ? BannerView.caution(
                words.text("audio.paused"),
                words.text("banner.audio-paused.text", audio.time() + by))
            : BannerView.caution(
                words.text("audio.off"), words.text("banner.audio-off.text", audio.since() + by));
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
        words.text("banner.resuming.lead"), words.text("banner.resuming.text", again, monitored));
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
    String count =
        audience == Audience.STAFF
            ? words.text("banner.live.beds-fresh", fresh, monitored)
            : words.text("banner.live.fresh", fresh, monitored);
    if (fresh == 0 && monitored > 0) {
      return BannerView.caution(words.text("banner.no-data.lead"), count);
    }
    String text =
        fresh == 0
            ? count
            : words.text("banner.live.oldest", count, Formats.tenthsOfSeconds(oldestMicros));
    return new BannerView(
        BannerView.Form.QUIET,
        words.text("banner.live.lead"),
        text,
        notes(ward.beds(), held, nowMicros),
        words.text("banner.supplementary"),
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

  private List<String> notes(List<BedSnapshot> all, BedHold.Board held, long nowMicros) {
    List<String> notes = new ArrayList<>();
    List<BedSnapshot> beds =
        all.stream().filter(bed -> held.at(bed.id()).standby() == null).toList();
    note(
        notes,
        beds.stream()
            .filter(bed -> !BedConditions.isEmpty(bed) && !BedConditions.isOff(bed))
            .filter(bed -> !bed.status().leadsOff().isEmpty())
            .toList(),
        "note.leads-off",
        "");
    note(
        notes,
        beds.stream()
            .filter(bed -> !BedConditions.isEmpty(bed) && BedConditions.isOff(bed))
            .toList(),
        "note.device-off",
        "");
    for (BedSnapshot bed : all) {
      InactivationState standby = held.at(bed.id()).standby();
      if (standby != null && !BedConditions.isEmpty(bed)) {
        note(
            notes,
            List.of(bed),
            "note.standby",
            Formats.timeLeft(standby.untilMicros() - nowMicros));
      }
    }
    note(
        notes,
        beds.stream()
            .filter(bed -> !BedConditions.isEmpty(bed) && held.at(bed.id()).alarms() != null)
            .toList(),
        "note.alarms-off",
        "");
    note(notes, beds.stream().filter(BedConditions::isEmpty).toList(), "note.empty", "");
    return notes;
  }

  private void note(List<String> notes, List<BedSnapshot> beds, String key, String time) {
    if (!beds.isEmpty()) {
      String labels = beds.stream().map(bed -> bed.id().bed()).collect(Collectors.joining(", "));
      notes.add(words.text(key, labels, time));
    }
  }
}

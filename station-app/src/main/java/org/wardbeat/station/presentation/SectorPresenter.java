package org.wardbeat.station.presentation;

import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.wardbeat.station.help.Shortcut;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.station.ward.LimitSetting;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.InactivationState;
import org.wardbeat.wire.ward.Limit;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.SignalKind;
import org.wardbeat.wire.ward.VitalSign;
import org.wardbeat.wire.ward.WaveformChannel;

/** Decides what a bed's sector shows: a function of link, broker, bed and age. */
final class SectorPresenter {
  private static final int USUAL_LENGTH = 120;

  private final Timers timers;
  private final ZoneId zone;
  private final Words words;
  private final Audience audience;
  private boolean namesHidden;

  SectorPresenter(Timers timers, ZoneId zone, Words words, Audience audience) {
    this.timers = timers;
    this.zone = zone;
    this.words = words;
    this.audience = audience;
  }

  /** Names nobody from now on, or names them again. */
  void hideNames(boolean hidden) {
    namesHidden = hidden;
  }

  /**
   * @param hold what of the bed's alarms is held back
   * @param nowMicros the bridge's present time
   */
  SectorView present(
      BedSnapshot bed, BedHistory history, BedHold hold, LinkPhase phase, long nowMicros) {
    if (BedConditions.isEmpty(bed)) {
      return empty(bed, history, hold, phase, nowMicros);
    }
    boolean notYetHeardAgain = phase == LinkPhase.RESUMING && !bed.freshSinceResume();
    if (phase.isCutOff() || notYetHeardAgain) {
      return notLive(bed, history, hold);
    }
    List<Condition> conditions = BedConditions.of(bed, history, hold, phase, nowMicros, timers);
    InactivationState standby = hold.standby();
    if (standby != null) {
      return standingBy(bed, standby, conditions, nowMicros);
    }
    return bed.check()
        ? inDoubt(bed, hold, conditions, nowMicros)
        : byAge(bed, history, hold, conditions, nowMicros);
  }

  /** It has to be checked who lies there: what comes may be another's. */
  private SectorView inDoubt(
      BedSnapshot bed, BedHold hold, List<Condition> conditions, long nowMicros) {
    HeaderView quiet = HeaderView.quiet(label(bed), name(bed));
    return new SectorView(
        bed.id(),
        SectorView.Kind.MONITORED,
        conditions.isEmpty()
            ? withoutAlarm(quiet, hold, nowMicros)
            : alarming(quiet, hold, conditions, nowMicros),
        CaptionView.HIDDEN,
        new WaveView(
            WaveView.Mode.BLANK,
            words.text("sector.check"),
            isAnonymous() ? "" : words.text("sector.check.how", Shortcut.PEOPLE.label(words))),
        ValuesView.UNKNOWN,
        spoken(bed) + spoken(conditions, nowMicros) + ", " + words.text("sector.check"));
  }

  /** Nobody is said to lie there; a device that alarms all the same is not kept quiet. */
  private SectorView empty(
      BedSnapshot bed, BedHistory history, BedHold hold, LinkPhase phase, long nowMicros) {
    HeaderView quiet = HeaderView.quiet(label(bed), words.text("sector.empty"));
    List<Condition> conditions =
        phase.isCutOff()
            ? history.atLoss()
            : BedConditions.of(bed, history, hold, phase, nowMicros, timers);
    HeaderView header = quiet;
    if (!conditions.isEmpty()) {
      header =
          phase.isCutOff()
              ? was(quiet, conditions.getFirst())
              : alarming(quiet, hold, conditions, nowMicros);
    }
    return new SectorView(
        bed.id(),
        SectorView.Kind.EMPTY,
        header,
        CaptionView.HIDDEN,
        phase.isCutOff() || isAnonymous()
            ? WaveView.EMPTY
            : WaveView.blank(words.text("sector.admit")),
        ValuesView.UNKNOWN,
        words.text("spoken.bed-empty", label(bed)) + spoken(conditions, nowMicros));
  }

  private SectorView notLive(BedSnapshot bed, BedHistory history, BedHold hold) {
    HeaderView quiet = HeaderView.quiet(label(bed), name(bed));
    HeaderView header =
        history.atLoss().isEmpty() ? quiet : was(quiet, history.atLoss().getFirst());
    InactivationState standby = hold.standby();
    if (standby != null && history.atLoss().isEmpty()) {
      return away(bed, quiet, standby);
    }
    return new SectorView(
        bed.id(),
        SectorView.Kind.NOT_LIVE,
        header,
        CaptionView.HIDDEN,
        WaveView.notLive(words),
        ValuesView.UNKNOWN,
        words.text("spoken.not-live", spoken(bed)));
  }

  /** The patient was said to be away when the link was lost; nobody can end that early now. */
  private SectorView away(BedSnapshot bed, HeaderView quiet, InactivationState standby) {
    String end = Formats.clock(standby.untilMicros(), zone);
    return new SectorView(
            bed.id(),
            SectorView.Kind.NOT_LIVE,
            quiet.noting(HeaderView.Note.STANDBY, words.text("sector.standby"), ""),
            CaptionView.HIDDEN,
            new WaveView(
                WaveView.Mode.BLANK,
                words.text("sector.standby.planned-end", end),
                words.text("sector.standby.when-live")),
            ValuesView.UNKNOWN,
            words.text("spoken.not-live", spoken(bed))
                + ", "
                + words.text("spoken.standby-until", end))
        .with(
            new AwayView(
                reason(standby),
                by(standby),
                "",
                0,
                words.text("sector.standby.planned-end", end),
                words.text("sector.standby.when-live")));
  }

  private HeaderView was(HeaderView quiet, Condition condition) {
    return new HeaderView(
        quiet.bed(),
        quiet.name(),
        condition.severity(),
        AlarmLook.WAS,
        false,
        HeaderView.Note.NONE,
        condition.headerText(words),
        condition.briefText(words),
        "");
  }

  /** The patient is away: nothing of what may still come from the bed is theirs. */
  private SectorView standingBy(
      BedSnapshot bed, InactivationState standby, List<Condition> conditions, long nowMicros) {
    HeaderView quiet = HeaderView.quiet(label(bed), name(bed));
    String left = Formats.timeLeft(standby.untilMicros() - nowMicros);
    String until = Formats.clock(standby.untilMicros(), zone, words);
    return new SectorView(
            bed.id(),
            SectorView.Kind.MONITORED,
            conditions.isEmpty()
                ? quiet.noting(HeaderView.Note.STANDBY, words.text("sector.standby"), left)
                : alarming(quiet, BedHold.NONE, conditions, nowMicros),
            CaptionView.HIDDEN,
            new WaveView(
                WaveView.Mode.BLANK, words.text("sector.standby.until", until), by(standby)),
            ValuesView.UNKNOWN,
            spoken(bed)
                + spoken(conditions, nowMicros)
                + ", "
                + words.text("spoken.standby-until", until))
        .with(
            new AwayView(
                reason(standby),
                by(standby),
                left,
                passedPermille(standby, nowMicros),
                words.text("sector.standby.until", until),
                words.text("sector.standby.then")));
  }

  private String reason(InactivationState standby) {
    boolean told = !standby.reason().isBlank() && !isAnonymous();
    return told ? Names.shown(standby.reason()) : words.text("sector.standby.away");
  }

  private String by(InactivationState standby) {
    if (isAnonymous() || standby.user().isEmpty()) {
      return "";
    }
    return words.text(
        "sector.standby.by",
        Names.shown(standby.user()),
        Formats.hourMinute(standby.sinceMicros(), zone, words));
  }

  private static int passedPermille(InactivationState standby, long nowMicros) {
    double all = Math.max(1, standby.untilMicros() - standby.sinceMicros());
    return Math.clamp(Math.round((nowMicros - standby.sinceMicros()) * 1_000 / all), 0, 1_000);
  }

  private SectorView byAge(
      BedSnapshot bed,
      BedHistory history,
      BedHold hold,
      List<Condition> conditions,
      long nowMicros) {
    AgeBand band = BedConditions.band(bed, history, nowMicros, timers);
    WaveView wave = wave(bed, history, band, nowMicros);
    ValuesView values = values(bed, band, nowMicros);
    return new SectorView(
        bed.id(),
        SectorView.Kind.MONITORED,
        header(bed, history, hold, band, conditions, nowMicros),
        caption(bed, wave, band),
        wave,
        values.marked(causes(conditions), limitsOff(bed)),
        accessible(bed, history, hold, band, conditions, values, nowMicros));
  }

  /** What nobody has seen to yet is shown at the value that causes it. */
  private static Map<VitalSign, Severity> causes(List<Condition> conditions) {
    Map<VitalSign, Severity> causes = new EnumMap<>(VitalSign.class);
    for (Condition condition : conditions) {
      Alarm alarm = condition.alarm();
      if (alarm != null && alarm.sign() != null && condition.look() == AlarmLook.NEW) {
        causes.merge(alarm.sign(), condition.severity(), SectorPresenter::higher);
      }
    }
    return causes;
  }

  private static Severity higher(Severity one, Severity other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static Set<VitalSign> limitsOff(BedSnapshot bed) {
    LimitSetting limits = bed.watch().limits();
    if (limits == null) {
      return Set.of();
    }
    Set<VitalSign> off = EnumSet.noneOf(VitalSign.class);
    for (Limit limit : limits.limits().limits()) {
      if (!limit.on()) {
        off.add(limit.sign());
      }
    }
    return off;
  }

  private HeaderView header(
      BedSnapshot bed,
      BedHistory history,
      BedHold hold,
      AgeBand band,
      List<Condition> conditions,
      long nowMicros) {
    HeaderView quiet = HeaderView.quiet(label(bed), name(bed));
    boolean urgent = !conditions.isEmpty() && !isMinor(conditions.getFirst());
    if (band == AgeBand.DIM && !urgent && !BedConditions.isOff(bed) && bed.sourceMicros() > 0) {
      String age = words.text("age.age", Formats.age(silentSeconds(bed, history, nowMicros)));
      return quiet.noting(HeaderView.Note.AGE, age, "");
    }
    return conditions.isEmpty()
        ? withoutAlarm(quiet, hold, nowMicros)
        : alarming(quiet, hold, conditions, nowMicros);
  }

  private static boolean isMinor(Condition condition) {
    return condition.isTechnical() && condition.severity() == Severity.LOW;
  }

  private HeaderView withoutAlarm(HeaderView quiet, BedHold hold, long nowMicros) {
    InactivationState alarms = hold.alarms();
    if (alarms != null) {
      return quiet.noting(
          HeaderView.Note.ALARMS_OFF,
          words.text("sector.alarms-off"),
          Formats.timeLeft(alarms.untilMicros() - nowMicros));
    }
    InactivationState audio = hold.audio();
    return audio == null
        ? quiet
        : quiet.audioPaused(Formats.timeLeft(audio.untilMicros() - nowMicros));
  }

  private HeaderView alarming(
      HeaderView quiet, BedHold hold, List<Condition> conditions, long nowMicros) {
    Condition first = conditions.getFirst();
    String more = conditions.size() > 1 ? " +" + (conditions.size() - 1) : "";
    HeaderView header =
        new HeaderView(
            quiet.bed(),
            quiet.name(),
            first.severity(),
            first.look(),
            first.isEscalated(),
            HeaderView.Note.NONE,
            first.headerText(words) + more,
            first.briefText(words),
            conditionAge(first, nowMicros));
    InactivationState audio = hold.audio();
    return audio == null
        ? header
        : header.audioPaused(Formats.timeLeft(audio.untilMicros() - nowMicros));
  }

  private String conditionAge(Condition condition, long nowMicros) {
    if (condition.look() == AlarmLook.LATCHED) {
      return words.text(
          "age.ended", Formats.hourMinute(condition.requireAlarm().endedMicros(), zone, words));
    }
    long seconds = condition.ageSeconds(nowMicros);
    return switch (condition.kind()) {
      case DATA_OLD -> words.text("age.age", Formats.age(seconds));
      case NO_DATA -> Formats.age(seconds);
      default -> Formats.duration(seconds);
    };
  }

  private WaveView wave(BedSnapshot bed, BedHistory history, AgeBand band, long nowMicros) {
    long seconds = silentSeconds(bed, history, nowMicros);
    if (BedConditions.isOff(bed)) {
      return new WaveView(
          WaveView.Mode.BLANK,
          words.text("sector.device-off"),
          words.text("age.since", Formats.clock(bed.statusSinceMicros(), zone, words)));
    }
    if (band == AgeBand.LOST) {
      return new WaveView(
          WaveView.Mode.LOST, words.text("sector.no-data", Formats.age(seconds)), "");
    }
    if (bed.sourceMicros() == 0) {
      return WaveView.blank(words.text("sector.waiting", Formats.age(seconds)));
    }
    return switch (band) {
      case OLD ->
          new WaveView(
              WaveView.Mode.BLANK,
              words.text("sector.last-known", Formats.clock(bed.sourceMicros(), zone, words)),
              lastKnown(bed, nowMicros));
      case DIM -> WaveView.blank(words.text("sector.no-wave", Formats.age(seconds)));
      default ->
          bed.status().leadsOff().isEmpty()
              ? WaveView.TRACE
              : new WaveView(
                  WaveView.Mode.LEADS_OFF,
                  words.text("sector.leads-off", BedConditions.electrodes(bed)),
                  "");
    };
  }

  private String lastKnown(BedSnapshot bed, long nowMicros) {
    ValuesView last = readings(bed, nowMicros);
    return "HR %s   SpO₂ %s   RR %s"
        .formatted(last.hr().text(), last.spo2().text(), last.rr().text());
  }

  private ValuesView values(BedSnapshot bed, AgeBand band, long nowMicros) {
    ValuesView values = readings(bed, nowMicros);
    if (BedConditions.isOff(bed) || band.isInvalid() || bed.sourceMicros() == 0) {
      return values.withPressureOnly();
    }
    return band.isLive() ? values : values.dimmed();
  }

  private ValuesView readings(BedSnapshot bed, long nowMicros) {
    ValuesView values =
        ValuesView.of(bed.readings(), bed.sourceMicros(), timers, nowMicros, zone, words);
    return bed.status().leadsOff().isEmpty() ? values : values.withoutEcg();
  }

  private static CaptionView caption(BedSnapshot bed, WaveView wave, AgeBand band) {
    ScoreBadge news2 = ScoreBadge.news2(bed, !BedConditions.isOff(bed) && !band.isInvalid());
    String lead = lead(bed.channels());
    boolean fresh = wave.mode() == WaveView.Mode.TRACE;
    if (BedConditions.isOff(bed)) {
      return new CaptionView(
          lead, fresh, CaptionView.Electrodes.HIDDEN, CaptionView.Battery.HIDDEN, 0, "", news2);
    }
    CaptionView.Battery battery = BedConditions.battery(bed.status());
    int percent = Math.max(0, bed.status().batteryPercent());
    return new CaptionView(
        lead,
        fresh,
        bed.status().leadsOff().isEmpty() ? CaptionView.Electrodes.ON : CaptionView.Electrodes.OFF,
        battery,
        percent,
        battery == CaptionView.Battery.CAUTION || battery == CaptionView.Battery.ALARM
            ? percent + "%"
            : "",
        news2);
  }

  private static String lead(List<WaveformChannel> channels) {
    for (WaveformChannel channel : channels) {
      if (channel.kind() == SignalKind.ECG) {
        return channel.code();
      }
    }
    return "";
  }

  private String accessible(
      BedSnapshot bed,
      BedHistory history,
      BedHold hold,
      AgeBand band,
      List<Condition> conditions,
      ValuesView values,
      long nowMicros) {
    StringBuilder text = new StringBuilder(USUAL_LENGTH);
    text.append(spoken(bed)).append(spoken(conditions, nowMicros));
    if (band == AgeBand.DIM) {
      text.append(", ")
          .append(words.text("spoken.data-old", silentSeconds(bed, history, nowMicros)));
    }
    if (hold.alarms() != null) {
      text.append(", ").append(words.text("spoken.alarms-off"));
    }
    if (hold.audio() != null) {
      text.append(", ").append(words.text("spoken.sound-paused"));
    }
    if (values.hr().text().equals(Formats.INVALID)) {
      text.append(", ")
          .append(words.text("spoken.heart-rate"))
          .append(' ')
          .append(words.text("spoken.not-known"));
    }
    append(text, words.text("spoken.heart-rate"), values.hr());
    append(text, words.text("spoken.oxygen-saturation"), values.spo2());
    append(text, words.text("spoken.respiratory-rate"), values.rr());
    return text.toString();
  }

  private String spoken(List<Condition> conditions, long nowMicros) {
    if (conditions.isEmpty()) {
      return "";
    }
    return conditions.stream()
        .map(
            condition ->
                ", "
                    + words.text(
                        "spoken.for-seconds",
                        condition.spokenText(words),
                        condition.ageSeconds(nowMicros)))
        .collect(Collectors.joining());
  }

  private static void append(StringBuilder text, String name, ValueView value) {
    if (!value.text().equals(Formats.INVALID)) {
      text.append(", ").append(name).append(' ').append(value.text());
    }
  }

  private boolean isAnonymous() {
    return audience == Audience.PASSERS_BY || namesHidden;
  }

  private String spoken(BedSnapshot bed) {
    String name = name(bed).replace(",", "");
    String label = words.text("spoken.bed", label(bed));
    return name.isEmpty() ? label : label + ", " + name;
  }

  private static String label(BedSnapshot bed) {
    return Names.shown(bed.id().bed());
  }

  private String name(BedSnapshot bed) {
    Patient patient = bed.patient();
    if (patient == null || namesHidden) {
      return "";
    }
    return switch (audience) {
      case STAFF -> Names.of(patient);
      case PASSERS_BY -> Names.initialsOf(patient);
    };
  }

  private static long silentSeconds(BedSnapshot bed, BedHistory history, long nowMicros) {
    return Formats.wholeSeconds(nowMicros - BedConditions.silentSinceMicros(bed, history));
  }
}

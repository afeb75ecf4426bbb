package org.wardbeat.station.patient;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.presentation.CaptionView;
import org.wardbeat.station.presentation.Formats;
import org.wardbeat.station.presentation.PatientAge;
import org.wardbeat.station.presentation.ScoreBadge;
import org.wardbeat.station.presentation.SectorView;
import org.wardbeat.station.presentation.Severity;
import org.wardbeat.station.presentation.ValueView;
import org.wardbeat.station.presentation.ValuesView;
import org.wardbeat.station.report.LatencyFigures;
import org.wardbeat.station.trend.EventMemory;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.station.ward.LimitSetting;
import org.wardbeat.station.ward.LinkHop;
import org.wardbeat.wire.ward.Admission;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmKind;
import org.wardbeat.wire.ward.Electrode;
import org.wardbeat.wire.ward.Limit;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.Score;
import org.wardbeat.wire.ward.ScoreInput;
import org.wardbeat.wire.ward.ScoreParameter;
import org.wardbeat.wire.ward.VitalSign;

/**
 * Decides what the patient window shows. What of it is live, and how it is marked if not, is taken
 * from the bed's sector on the overview, so that both always say the same. Has no state.
 */
final class PatientPresenter {
  private static final int MOST_EVENTS = 5;

  private final Words words;
  private final PatientNames names;
  private final ZoneId zone;

  /**
   * @param zone of the times of day
   */
  PatientPresenter(Words words, ZoneId zone) {
    this.words = words;
    this.names = new PatientNames(words);
    this.zone = zone;
  }

  /**
   * @param sector what the overview shows of the bed at this moment
   * @param events the bed's last alarms, the newest first
   * @param hops how long each part of the way from the devices takes
   * @param nowMicros the bridge's present time
   */
  PatientView present(
      BedSnapshot bed,
      SectorView sector,
      List<EventMemory.Event> events,
      Map<LinkHop, LatencyFigures> hops,
      long nowMicros) {
    PatientView.Mark mark = mark(sector);
    boolean empty = mark == PatientView.Mark.EMPTY;
    Patient patient = bed.patient();
    return new PatientView(
        sector,
        empty ? "" : name(patient),
        empty || patient == null ? "" : identifier(patient),
        empty ? "" : birth(bed.stay().admission(), nowMicros),
        empty || bed.stay().nurse().isEmpty()
            ? ""
            : words.text("patient.nurse", bed.stay().nurse()),
        empty ? "" : device(bed),
        mark,
        detail(bed, sector, mark, nowMicros),
        mark == PatientView.Mark.LIVE ? way(hops) : PatientView.Way.NONE,
        source(bed, sector.caption()),
        mark == PatientView.Mark.LIVE ? limitNote(bed) : "",
        cards(bed, sector),
        score(bed, sector),
        empty || bed.check()
            ? List.of()
            : events.stream().limit(MOST_EVENTS).map(this::row).toList());
  }

  private String name(@Nullable Patient patient) {
    if (patient == null) {
      return words.text("patient.no-name");
    }
    String name =
        List.of(patient.familyName(), patient.givenName()).stream()
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining(", "));
    return name.isEmpty() ? words.text("patient.no-name") : name;
  }

  private String identifier(Patient patient) {
    String identifier = patient.identifier();
    return identifier.isBlank() ? "" : words.text("patient.identifier", identifier);
  }

  private String birth(@Nullable Admission admission, long nowMicros) {
    if (admission == null) {
      return "";
    }
    LocalDate born = admission.birthDate();
    String date = DateTimeFormatter.ofPattern("d MMM uuuu", words.locale()).format(born);
    String age = PatientAge.text(born, nowMicros, zone, words);
    return words.text("patient.born", age.isEmpty() ? date : date + ", " + age);
  }

  private String device(BedSnapshot bed) {
    return bed.device().isBlank()
        ? words.text("patient.no-device")
        : words.text("patient.device", bed.device());
  }

  private static PatientView.Mark mark(SectorView sector) {
    return switch (sector.kind()) {
      case EMPTY -> PatientView.Mark.EMPTY;
      case NOT_LIVE -> PatientView.Mark.NOT_LIVE;
      case MONITORED -> {
        if (sector.values().labelTone() == ValueView.Tone.FRESH) {
          yield PatientView.Mark.LIVE;
        }
        yield isHeard(sector.values()) ? PatientView.Mark.NOT_FRESH : PatientView.Mark.NOT_LIVE;
      }
    };
  }

  private String detail(BedSnapshot bed, SectorView sector, PatientView.Mark mark, long nowMicros) {
    return switch (mark) {
      case LIVE ->
          words.text("patient.data-age", Formats.tenthsOfSeconds(nowMicros - bed.sourceMicros()));
      case NOT_FRESH -> sector.wave().text();
      case NOT_LIVE -> sector.kind() == SectorView.Kind.NOT_LIVE ? "" : sector.wave().text();
      case EMPTY -> "";
    };
  }

  /** Medians of all beds; nothing before each part is known. */
  private PatientView.Way way(Map<LinkHop, LatencyFigures> hops) {
    double device = median(hops, LinkHop.DEVICE_TO_BROKER);
    double broker = median(hops, LinkHop.BROKER_TO_BRIDGE);
    double bridge = median(hops, LinkHop.IN_BRIDGE) + median(hops, LinkHop.BRIDGE_TO_STATION);
    double screen = median(hops, LinkHop.STATION_TO_SCREEN);
    if (!Double.isFinite(device + broker + bridge + screen)) {
      return PatientView.Way.NONE;
    }
    Object[] millis = {
      Formats.millis(device), Formats.millis(broker), Formats.millis(bridge), Formats.millis(screen)
    };
    return new PatientView.Way(
        words.text("patient.way", millis), words.text("spoken.patient.way", millis));
  }

  private static double median(Map<LinkHop, LatencyFigures> hops, LinkHop hop) {
    return hops.getOrDefault(hop, LatencyFigures.NONE).p50Millis();
  }

  private String source(BedSnapshot bed, CaptionView caption) {
    List<String> parts = new ArrayList<>();
    if (caption.battery() != CaptionView.Battery.HIDDEN) {
      parts.add(words.text("patient.battery", caption.batteryPercent()));
    }
    if (caption.electrode() == CaptionView.Electrodes.ON) {
      parts.add(words.text("patient.leads-on"));
    } else if (caption.electrode() == CaptionView.Electrodes.OFF) {
      parts.add(
          words.text(
              "sector.leads-off",
              bed.status().leadsOff().stream()
                  .map(Electrode::name)
                  .collect(Collectors.joining(", "))));
    }
    return String.join(", ", parts);
  }

  /** Of the first limit alarm that lasts, if its limit was set by somebody. */
  private String limitNote(BedSnapshot bed) {
    LimitSetting setting = bed.watch().limits();
    if (setting == null || setting.isDefault()) {
      return "";
    }
    for (Alarm alarm : bed.alarms()) {
      String limit = alarm.active() ? crossed(alarm, setting) : "";
      if (!limit.isEmpty()) {
        return words.text(
            "patient.limit-set-by",
            limit,
            setting.user(),
            Formats.hourMinute(setting.setMicros(), zone, words));
      }
    }
    return "";
  }

  /** The limit that an alarm names in its own words, {@code RR 21 > 20}. */
  private String crossed(Alarm alarm, LimitSetting setting) {
    for (Limit limit : setting.limits().limits()) {
      String high = told(limit.sign(), limit.high());
      String low = told(limit.sign(), limit.low());
      if (limit.sign() == alarm.sign() && !high.isEmpty() && alarm.text().endsWith("> " + high)) {
        return written(limit.sign(), limit.high());
      }
      if (limit.sign() == alarm.sign() && !low.isEmpty() && alarm.text().endsWith("< " + low)) {
        return written(limit.sign(), limit.low());
      }
    }
    return "";
  }

  /** As the text of an alarm has it, whatever unit is wanted. */
  private static String told(VitalSign sign, @Nullable Integer fixed) {
    return fixed == null ? "" : Formats.decimal(sign.toDecimal(fixed));
  }

  private String written(VitalSign sign, @Nullable Integer fixed) {
    return fixed == null ? "" : Formats.decimal(shown(sign, sign.toDecimal(fixed)));
  }

  /** A temperature in the unit that is wanted. */
  private BigDecimal shown(VitalSign sign, BigDecimal value) {
    return sign == VitalSign.TEMP ? words.temperature().of(value) : value;
  }

  private List<PatientView.Card> cards(BedSnapshot bed, SectorView sector) {
    ValuesView values = sector.values();
    boolean told = sector.kind() == SectorView.Kind.MONITORED;
    LimitSetting limits = told ? bed.watch().limits() : null;
    return List.of(
        card(PatientView.Slot.HR, VitalSign.HR, values.hr(), limits, "", ecgNotes(values)),
        card(
            PatientView.Slot.SPO2,
            VitalSign.SPO2,
            values.spo2(),
            limits,
            "",
            List.of(
                new PatientView.Note(words.text("sign.pulse"), values.pulse().text() + " bpm"))),
        card(PatientView.Slot.RR, VitalSign.RR, values.rr(), limits, "", List.of()),
        card(PatientView.Slot.TEMP, VitalSign.TEMP, values.temp(), limits, "", List.of()),
        card(
            PatientView.Slot.NIBP,
            VitalSign.NIBP_SYS,
            values.nibp(),
            limits,
            words.text("patient.nibp-sys"),
            pressureNotes(values)));
  }

  private List<PatientView.Note> ecgNotes(ValuesView values) {
    return List.of(
        new PatientView.Note(words.text("sign.pvc"), values.pvc().text() + " /min"),
        new PatientView.Note(words.text("sign.st-ii"), values.st().text() + " mm"));
  }

  private List<PatientView.Note> pressureNotes(ValuesView values) {
    List<PatientView.Note> notes = new ArrayList<>();
    if (!values.nibpMean().isEmpty()) {
      notes.add(new PatientView.Note(words.text("patient.nibp-mean"), values.nibpMean()));
    }
    if (!values.nibpTime().isEmpty()) {
      notes.add(new PatientView.Note(words.text("patient.nibp-at"), values.nibpTime()));
    }
    return notes;
  }

  private PatientView.Card card(
      PatientView.Slot slot,
      VitalSign sign,
      ValueView value,
      @Nullable LimitSetting setting,
      String suffix,
      List<PatientView.Note> notes) {
    Limit limit = setting == null ? null : limit(setting, sign);
    Integer high = limit == null || !limit.on() ? null : limit.high();
    Integer low = limit == null || !limit.on() ? null : limit.low();
    return new PatientView.Card(
        slot,
        value,
        high == null ? "" : with(suffix, written(sign, high)),
        low == null ? "" : with(suffix, written(sign, low)),
        notes,
        sign,
        low,
        high);
  }

  private static String with(String suffix, String limit) {
    return suffix.isEmpty() ? limit : limit + " " + suffix;
  }

  private static @Nullable Limit limit(LimitSetting setting, VitalSign sign) {
    return setting.limits().limits().stream()
        .filter(each -> each.sign() == sign)
        .findFirst()
        .orElse(null);
  }

  private PatientView.ScoreCard score(BedSnapshot bed, SectorView sector) {
    ScoreBadge badge = sector.caption().news2();
    Score score = news2(bed);
    if (score == null || !badge.isShown()) {
      return PatientView.ScoreCard.UNKNOWN;
    }
    boolean total = !badge.text().equals(ScoreBadge.NO_TOTAL);
    boolean devicesHeard = isHeard(sector.values());
    return new PatientView.ScoreCard(
        badge.text(),
        badge.band(),
        total ? names.band(badge.band()) : "",
        note(score),
        score.inputs().stream()
            .filter(input -> input.parameter() != ScoreParameter.SPO2_SCALE_2)
            .map(input -> input(input, devicesHeard))
            .toList());
  }

  private static @Nullable Score news2(BedSnapshot bed) {
    return bed.watch().scores().stream()
        .filter(each -> each.kind() == Score.Kind.NEWS2)
        .findFirst()
        .orElse(null);
  }

  /** Whether anything that a device measures is new enough to be shown. */
  private static boolean isHeard(ValuesView values) {
    return List.of(values.hr(), values.spo2(), values.rr(), values.pulse(), values.temp()).stream()
        .anyMatch(value -> !value.text().equals(Formats.INVALID));
  }

  private PatientView.Input input(ScoreInput input, boolean devicesHeard) {
    boolean device = input.source() == ScoreInput.Source.DEVICE;
    boolean known = input.state() == ScoreInput.State.VALID && (!device || devicesHeard);
    boolean byHand = !device && input.measuredMicros() > 0;
    return new PatientView.Input(
        names.input(input.parameter()),
        known ? value(input) : Formats.INVALID,
        known ? String.valueOf(input.points()) : ScoreBadge.NO_TOTAL,
        byHand
            ? Formats.hourMinute(input.measuredMicros(), zone, words)
            : names.source(input.source()));
  }

  private String value(ScoreInput input) {
    String choice = names.choice(input.parameter(), input.value());
    if (!choice.isEmpty()) {
      return choice;
    }
    int decimals = input.parameter() == ScoreParameter.TEMPERATURE ? 1 : 0;
    BigDecimal value = BigDecimal.valueOf(input.value(), decimals);
    boolean temperature = input.parameter() == ScoreParameter.TEMPERATURE;
    return Formats.decimal(temperature ? shown(VitalSign.TEMP, value) : value);
  }

  /** What it lacks; else until when the next entry by hand is due. */
  private String note(Score score) {
    for (ScoreInput input : score.inputs()) {
      if (input.state() == ScoreInput.State.EXPIRED) {
        return words.text(
            "patient.news2.expired",
            Formats.hourMinute(input.expiresMicros(), zone, words),
            names.input(input.parameter()));
      }
    }
    String missing =
        score.inputs().stream()
            .filter(input -> input.state() == ScoreInput.State.MISSING)
            .filter(input -> input.parameter() != ScoreParameter.SPO2_SCALE_2)
            .map(input -> names.input(input.parameter()))
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      return words.text("patient.news2.missing", missing);
    }
    return score.inputs().stream()
        .mapToLong(ScoreInput::expiresMicros)
        .filter(micros -> micros > 0)
        .min()
        .stream()
        .mapToObj(
            micros -> words.text("patient.news2.next", Formats.hourMinute(micros, zone, words)))
        .findFirst()
        .orElse("");
  }

  private PatientView.EventRow row(EventMemory.Event event) {
    Alarm alarm = event.alarm();
    Severity severity =
        switch (alarm.priority()) {
          case HIGH -> Severity.HIGH;
          case MEDIUM -> Severity.MEDIUM;
          case LOW -> Severity.LOW;
        };
    boolean physiological = alarm.kind() == AlarmKind.PHYSIOLOGICAL;
    String text = alarm.text().isBlank() ? alarm.condition() : alarm.text();
    return new PatientView.EventRow(
        severity,
        physiological ? severity.patientPrefix() : severity.prefix(),
        Formats.told(text.strip(), alarm.sign(), words),
        Formats.hourMinute(alarm.onsetMicros(), zone, words),
        event.lasting());
  }
}

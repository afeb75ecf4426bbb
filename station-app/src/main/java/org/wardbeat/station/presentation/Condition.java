package org.wardbeat.station.presentation;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.language.Words;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmKind;
import org.wardbeat.wire.ward.AlarmState;

/**
 * A condition of a bed, of its patient or of the station.
 *
 * @param kind what it is
 * @param severity its priority
 * @param cause more about it in the strip, empty if there is none; for example {@code RA, LL}. Of a
 *     patient alarm all that is said of it: {@code SpO₂ 86 < 90}
 * @param sinceMicros UTC microseconds on the bridge's clock at which it began
 * @param alarm the bridge's alarm of it; null if this station noticed it by itself
 */
public record Condition(
    Kind kind, Severity severity, String cause, long sinceMicros, @Nullable Alarm alarm) {
  /**
   * What waits for somebody first; then the highest priority; patient alarms before technical ones,
   * the lethal before others, what lasts before what is latched; of technical ones as {@link Kind}
   * lists them; then the one that waits longest.
   */
  static final Comparator<Condition> SHOWN_FIRST =
      Comparator.comparing((Condition condition) -> !condition.look().waits())
          .thenComparing(Condition::severity, Comparator.reverseOrder())
          .thenComparing(Condition::isTechnical)
          .thenComparing(condition -> !condition.isLethal())
          .thenComparing(condition -> condition.look() == AlarmLook.LATCHED)
          .thenComparing(Condition::kind)
          .thenComparingLong(Condition::sinceMicros);

  /** The conditions that latch, as the bridge and devices name them. */
  private static final Set<String> LETHAL =
      Set.of("ASYSTOLE", "VF", "VFIB", "VT", "VTACH", "EXTREME_TACHY", "EXTREME_BRADY", "APNOEA");

  private static final Pattern RELATION = Pattern.compile(" ([<>]) ");

  /** The conditions; of two with the same priority the earlier one in this list is shown. */
  public enum Kind {
    PATIENT_ALARM("", "", ""),
    STATION_NOT_LIVE(
        "condition.station-not-live",
        "condition.station-not-live",
        "condition.station-not-live.brief"),
    NO_ALARM_SOUND(
        "condition.no-alarm-sound", "condition.no-alarm-sound", "condition.no-alarm-sound.brief"),
    NO_DATA("condition.no-data", "condition.no-data.strip", "condition.no-data.brief"),
    DEVICE_OFF("condition.device-off", "condition.device-off", "condition.device-off.brief"),
    DATA_OLD("condition.data-old", "condition.data-old", "condition.data-old.brief"),
    CHECK_PATIENT(
        "condition.check-patient", "condition.check-patient", "condition.check-patient.brief"),
    LEADS_OFF("condition.leads-off", "condition.leads-off", "condition.leads-off.brief"),
    BATTERY_LOW("condition.battery-low", "condition.battery-low", "condition.battery-low.brief"),
    /** Any other technical condition, in the bridge's own words. */
    TECHNICAL("", "", "");

    private final String headerKey;
    private final String stripKey;
    private final String briefKey;

    Kind(String headerKey, String stripKey, String briefKey) {
      this.headerKey = headerKey;
      this.stripKey = stripKey;
      this.briefKey = briefKey;
    }

    boolean isInOwnWords() {
      return headerKey.isEmpty();
    }
  }

  /** A condition that this station noticed by itself. */
  static Condition own(Kind kind, Severity severity, String cause, long sinceMicros) {
    return new Condition(kind, severity, cause, sinceMicros, null);
  }

  /** A condition of which the bridge alarms, in its words. */
  static Condition of(Alarm alarm) {
    String text = alarm.text().isBlank() ? alarm.condition() : alarm.text();
    return new Condition(
        alarm.kind() == AlarmKind.PHYSIOLOGICAL ? Kind.PATIENT_ALARM : Kind.TECHNICAL,
        Severity.of(alarm.priority()),
        Names.shown(text),
        alarm.onsetMicros(),
        alarm);
  }

  boolean isTechnical() {
    return kind != Kind.PATIENT_ALARM;
  }

  /** Whether it is one of those that may end a life within minutes. */
  boolean isLethal() {
    return alarm != null && !isTechnical() && LETHAL.contains(alarm.condition());
  }

  /** How it looks while it can be judged. */
  AlarmLook look() {
    if (alarm == null) {
      return AlarmLook.NEW;
    }
    if (alarm.over()) {
      return AlarmLook.ENDED;
    }
    if (alarm.state() == AlarmState.LATCHED) {
      return AlarmLook.LATCHED;
    }
    return alarm.acknowledged() ? AlarmLook.ACKNOWLEDGED : AlarmLook.NEW;
  }

  /** Whether others than the bed's nurses are called. */
  boolean isEscalated() {
    return alarm != null && alarm.escalated();
  }

  /** {@code **} of a patient alarm, {@code !!} of a technical one. */
  String prefix() {
    return isTechnical() ? severity.prefix() : severity.patientPrefix();
  }

  private String told(Words words) {
    return Formats.told(cause, alarm == null ? null : alarm.sign(), words);
  }

  /** As the bed's header shows it: {@code !! DATA OLD}. */
  String headerText(Words words) {
    return prefix() + " " + (kind.isInOwnWords() ? told(words) : words.text(kind.headerKey));
  }

  /** As the header of a small sector shows it: {@code ! LEADS}, {@code ** HR 168>120}. */
  String briefText(Words words) {
    return prefix()
        + " "
        + (kind.isInOwnWords()
            ? RELATION.matcher(cause).replaceAll("$1")
            : words.text(kind.briefKey));
  }

  /** As the strip shows it, behind the chip with its prefix: {@code LEADS OFF: RA, LL}. */
  String stripText(Words words) {
    if (kind.isInOwnWords()) {
      return told(words);
    }
    String name = words.text(kind.stripKey);
    return cause.isEmpty() ? name : name + ": " + cause;
  }

  /** For accessible text: {@code medium technical alarm data old}. */
  String spokenText(Words words) {
    String name = kind.isInOwnWords() ? told(words) : words.text(kind.headerKey);
    String key = isTechnical() ? "spoken.technical-alarm" : "spoken.alarm";
    return words.text(key, words.text(severity.key()), name.toLowerCase(words.locale()))
        + spokenLook(words);
  }

  private String spokenLook(Words words) {
    return switch (look()) {
      case LATCHED -> " " + words.text("spoken.ended");
      case ACKNOWLEDGED -> " " + words.text("spoken.acknowledged");
      default -> isEscalated() ? " " + words.text("spoken.escalated") : "";
    };
  }

  long ageSeconds(long nowMicros) {
    return Formats.wholeSeconds(nowMicros - sinceMicros);
  }

  /** The highest prefix of some conditions, a patient alarm's before a technical one's. */
  static String highestPrefix(List<Condition> conditions) {
    return conditions.stream()
        .min(
            Comparator.comparing(Condition::severity, Comparator.reverseOrder())
                .thenComparing(Condition::isTechnical))
        .map(Condition::prefix)
        .orElse("");
  }

  /** The bridge's alarm of it. */
  Alarm requireAlarm() {
    return Objects.requireNonNull(alarm, "noticed by this station itself");
  }
}

package org.wardbeat.station.presentation;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A condition of a bed, of its patient or of the station.
 *
 * @param kind what it is
 * @param severity its priority
 * @param cause more about it in the strip, empty if there is none; for example {@code RA, LL}. Of a
 *     patient alarm all that its device says: {@code SpO₂ 86 < 90}
 * @param sinceMicros UTC microseconds on the bridge's clock at which it began
 */
public record Condition(Kind kind, Severity severity, String cause, long sinceMicros) {
  private static final Pattern RELATION = Pattern.compile(" ([<>]) ");

  /** The conditions; of two with the same priority the earlier one in this list is shown. */
  public enum Kind {
    PATIENT_ALARM("", "", ""),
    STATION_NOT_LIVE("STATION NOT LIVE", "STATION NOT LIVE", "NOT LIVE"),
    NO_DATA("NO DATA", "NO DATA FROM BED", "NO DATA"),
    DEVICE_OFF("DEVICE OFF", "DEVICE OFF", "DEV OFF"),
    DATA_OLD("DATA OLD", "DATA OLD", "OLD"),
    LEADS_OFF("LEADS OFF", "LEADS OFF", "LEADS"),
    BATTERY_LOW("BATTERY LOW", "BATTERY LOW", "BATT");

    private final String header;
    private final String strip;
    private final String brief;

    Kind(String header, String strip, String brief) {
      this.header = header;
      this.strip = strip;
      this.brief = brief;
    }
  }

  boolean isPatientAlarm() {
    return kind == Kind.PATIENT_ALARM;
  }

  /** {@code **} of a patient alarm, {@code !!} of a technical one. */
  String prefix() {
    return isPatientAlarm() ? severity.patientPrefix() : severity.prefix();
  }

  /** As the bed's header shows it: {@code !! DATA OLD}. */
  String headerText() {
    return prefix() + " " + (isPatientAlarm() ? cause : kind.header);
  }

  /** As the header of a small sector shows it: {@code ! LEADS}, {@code ** HR 168>120}. */
  String briefText() {
    return prefix()
        + " "
        + (isPatientAlarm() ? RELATION.matcher(cause).replaceAll("$1") : kind.brief);
  }

  /** As the strip shows it, behind the chip with its prefix: {@code LEADS OFF: RA, LL}. */
  String stripText() {
    if (isPatientAlarm()) {
      return cause;
    }
    return cause.isEmpty() ? kind.strip : kind.strip + ": " + cause;
  }

  /** For accessible text: {@code medium technical alarm data old}. */
  String spokenText() {
    return isPatientAlarm()
        ? severity.spoken() + " alarm " + cause.toLowerCase(Locale.ROOT)
        : severity.spoken() + " technical alarm " + kind.header.toLowerCase(Locale.ROOT);
  }

  long ageSeconds(long nowMicros) {
    return Formats.wholeSeconds(nowMicros - sinceMicros);
  }
}

package org.wardbeat.station.presentation;

import java.util.Locale;

/**
 * A technical condition of a bed or of the station.
 *
 * @param kind what it is
 * @param severity its priority
 * @param cause more about it in the strip, empty if there is none; for example {@code RA, LL}
 * @param sinceMicros UTC microseconds on the bridge's clock at which it began
 */
public record Condition(Kind kind, Severity severity, String cause, long sinceMicros) {
  /** The conditions; of two with the same priority the earlier one in this list is shown. */
  public enum Kind {
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

  /** As the bed's header shows it: {@code !! DATA OLD}. */
  String headerText() {
    return severity.prefix() + " " + kind.header;
  }

  /** As the header of a small sector shows it: {@code ! LEADS}. */
  String briefText() {
    return severity.prefix() + " " + kind.brief;
  }

  /** As the strip shows it, behind the chip with its prefix: {@code LEADS OFF: RA, LL}. */
  String stripText() {
    return cause.isEmpty() ? kind.strip : kind.strip + ": " + cause;
  }

  /** For accessible text: {@code medium technical alarm data old}. */
  String spokenText() {
    return severity.spoken() + " technical alarm " + kind.header.toLowerCase(Locale.ROOT);
  }

  long ageSeconds(long nowMicros) {
    return Formats.wholeSeconds(nowMicros - sinceMicros);
  }
}

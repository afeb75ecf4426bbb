package org.wardbeat.station.presentation;

import org.wardbeat.wire.ward.AlarmPriority;

/** Priority of a condition, with its prefixes (IEC 60601-1-8 priorities). */
public enum Severity {
  NONE("", "", ""),
  LOW("!", "*", "low"),
  MEDIUM("!!", "**", "medium"),
  HIGH("!!!", "***", "high");

  private final String prefix;
  private final String patientPrefix;
  private final String spoken;

  Severity(String prefix, String patientPrefix, String spoken) {
    this.prefix = prefix;
    this.patientPrefix = patientPrefix;
    this.spoken = spoken;
  }

  static Severity of(AlarmPriority priority) {
    return switch (priority) {
      case HIGH -> HIGH;
      case MEDIUM -> MEDIUM;
      case LOW -> LOW;
    };
  }

  /** The prefix of technical conditions, empty for {@link #NONE}. */
  public String prefix() {
    return prefix;
  }

  /** The prefix of patient alarms, empty for {@link #NONE}. */
  public String patientPrefix() {
    return patientPrefix;
  }

  /** The priority in words, for accessible text; empty for {@link #NONE}. */
  public String spoken() {
    return spoken;
  }
}

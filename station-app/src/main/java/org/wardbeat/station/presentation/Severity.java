package org.wardbeat.station.presentation;

import org.wardbeat.wire.ward.AlarmPriority;

/** Priority of a condition, with its prefixes (IEC 60601-1-8 priorities). */
public enum Severity {
  NONE("", "", "severity.none"),
  LOW("!", "*", "severity.low"),
  MEDIUM("!!", "**", "severity.medium"),
  HIGH("!!!", "***", "severity.high");

  private final String prefix;
  private final String patientPrefix;
  private final String key;

  Severity(String prefix, String patientPrefix, String key) {
    this.prefix = prefix;
    this.patientPrefix = patientPrefix;
    this.key = key;
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

  /** The key of the priority in words, for accessible text. */
  public String key() {
    return key;
  }
}

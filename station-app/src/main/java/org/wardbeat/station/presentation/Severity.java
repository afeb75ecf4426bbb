package org.wardbeat.station.presentation;

/** Priority of a technical condition, with its prefix (IEC 60601-1-8 priorities). */
public enum Severity {
  NONE("", ""),
  LOW("!", "low"),
  MEDIUM("!!", "medium"),
  HIGH("!!!", "high");

  private final String prefix;
  private final String spoken;

  Severity(String prefix, String spoken) {
    this.prefix = prefix;
    this.spoken = spoken;
  }

  /** The prefix of technical conditions, empty for {@link #NONE}. */
  public String prefix() {
    return prefix;
  }

  /** The priority in words, for accessible text; empty for {@link #NONE}. */
  public String spoken() {
    return spoken;
  }
}

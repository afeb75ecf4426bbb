package org.wardbeat.station.pauses;

import java.util.List;
import org.wardbeat.wire.ward.Inactivation;

/** What can be held back, for how long, and what that means. */
enum PauseKind {
  /** The sound. */
  AUDIO("pauses.audio", Inactivation.AUDIO_PAUSED, "pauses.audio.meaning"),
  /** All alarms. */
  ALARMS("pauses.alarms", Inactivation.ALARM_PAUSED, "pauses.alarms.meaning"),
  /** The patient is away. */
  STANDBY("pauses.standby", Inactivation.STANDBY, "pauses.standby.meaning");

  private final String titleKey;
  private final Inactivation inactivation;
  private final String meaningKey;

  PauseKind(String titleKey, Inactivation inactivation, String meaningKey) {
    this.titleKey = titleKey;
    this.inactivation = inactivation;
    this.meaningKey = meaningKey;
  }

  static PauseKind of(Inactivation inactivation) {
    return switch (inactivation) {
      case AUDIO_PAUSED -> AUDIO;
      case ALARM_PAUSED -> ALARMS;
      case STANDBY -> STANDBY;
    };
  }

  /** The key of its name. */
  String titleKey() {
    return titleKey;
  }

  Inactivation inactivation() {
    return inactivation;
  }

  /**
   * How long it can be chosen to last, in seconds. The bridge takes three minutes of the sound at
   * most, fifteen of alarms, and a day of standby.
   */
  List<Integer> seconds() {
    return switch (this) {
      case AUDIO -> List.of(60, 120, 180);
      case ALARMS -> List.of(120, 300, 600, 900);
      case STANDBY -> List.of(900, 1_800, 3_600, 7_200, 14_400);
    };
  }

  /** What is chosen at first, in seconds. */
  int usualSeconds() {
    return this == STANDBY ? 1_800 : 120;
  }

  /** The keys of the usual reasons; empty if none is asked for. */
  List<String> reasonKeys() {
    return switch (this) {
      case AUDIO -> List.of();
      case ALARMS ->
          List.of("pauses.reason.care", "pauses.reason.suctioning", "pauses.reason.leads");
      case STANDBY ->
          List.of(
              "pauses.reason.imaging",
              "pauses.reason.theatre",
              "pauses.reason.bathroom",
              "pauses.reason.therapy");
    };
  }

  boolean needsReason() {
    return this != AUDIO;
  }

  /** The key of what it means for whoever relies on alarms. */
  String meaningKey() {
    return meaningKey;
  }
}

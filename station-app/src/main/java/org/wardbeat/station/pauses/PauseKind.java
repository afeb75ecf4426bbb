package org.wardbeat.station.pauses;

import java.util.List;
import org.wardbeat.wire.ward.Inactivation;

/** What can be held back, for how long, and what that means. */
enum PauseKind {
  /** The sound. */
  AUDIO(
      "Audio pause",
      Inactivation.AUDIO_PAUSED,
      "Alarms go on and show. They do not sound on any station until the time is over."),
  /** All alarms. */
  ALARMS(
      "Alarm pause",
      Inactivation.ALARM_PAUSED,
      "No alarm is raised, not even of asystole. Stay with the patient until the time is over."),
  /** The patient is away. */
  STANDBY(
      "Standby",
      Inactivation.STANDBY,
      "Nothing is watched. Only while the patient is away: it ends by itself when the time is over.");

  private final String title;
  private final Inactivation inactivation;
  private final String meaning;

  PauseKind(String title, Inactivation inactivation, String meaning) {
    this.title = title;
    this.inactivation = inactivation;
    this.meaning = meaning;
  }

  static PauseKind of(Inactivation inactivation) {
    return switch (inactivation) {
      case AUDIO_PAUSED -> AUDIO;
      case ALARM_PAUSED -> ALARMS;
      case STANDBY -> STANDBY;
    };
  }

  String title() {
    return title;
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

  /** The usual reasons; empty if none is asked for. */
  List<String> reasons() {
    return switch (this) {
      case AUDIO -> List.of();
      case ALARMS -> List.of("Care at the bed", "Suctioning", "Lead change");
      case STANDBY -> List.of("Imaging", "Theatre", "Bathroom", "Therapy");
    };
  }

  boolean needsReason() {
    return this != AUDIO;
  }

  /** What it means for whoever relies on alarms. */
  String meaning() {
    return meaning;
  }
}

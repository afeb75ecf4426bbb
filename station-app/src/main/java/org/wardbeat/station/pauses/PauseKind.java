package org.wardbeat.station.pauses;

import java.util.List;
import org.wardbeat.wire.ward.Inactivation;

/** What can be held back, for how long, and what that means. */
enum PauseKind {
  /** The sound. The bridge takes three minutes at most. */
  AUDIO(
      "Audio pause",
      Inactivation.AUDIO_PAUSED,
      List.of(60, 120, 180),
      List.of(),
      "Alarms go on and show. They do not sound on any station until the time is over."),
  /** All alarms. The bridge takes fifteen minutes at most. */
  ALARMS(
      "Alarm pause",
      Inactivation.ALARM_PAUSED,
      List.of(120, 300, 600, 900),
      List.of("Care at the bed", "Suctioning", "Lead change"),
      "No alarm is raised, not even of asystole. Stay with the patient until the time is over."),
  /** The patient is away. */
  STANDBY(
      "Standby",
      Inactivation.STANDBY,
      List.of(900, 1_800, 3_600, 7_200, 14_400),
      List.of("Imaging", "Theatre", "Bathroom", "Therapy"),
      "Nothing is watched. Only while the patient is away: it ends by itself when the time is over.");

  private final String title;
  private final Inactivation inactivation;
  private final List<Integer> seconds;
  private final List<String> reasons;
  private final String meaning;

  PauseKind(
      String title,
      Inactivation inactivation,
      List<Integer> seconds,
      List<String> reasons,
      String meaning) {
    this.title = title;
    this.inactivation = inactivation;
    this.seconds = seconds;
    this.reasons = reasons;
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

  /** How long it can be chosen to last, in seconds. */
  List<Integer> seconds() {
    return seconds;
  }

  /** The usual reasons; empty if none is asked for. */
  List<String> reasons() {
    return reasons;
  }

  boolean needsReason() {
    return !reasons.isEmpty();
  }

  /** What it means for whoever relies on alarms. */
  String meaning() {
    return meaning;
  }
}

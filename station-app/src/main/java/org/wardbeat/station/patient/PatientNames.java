package org.wardbeat.station.patient;

import org.wardbeat.station.language.Words;
import org.wardbeat.wire.ward.Score;
import org.wardbeat.wire.ward.ScoreInput;
import org.wardbeat.wire.ward.ScoreParameter;

/** What the patient window calls numbers, scores and what these are made of. */
final class PatientNames {
  private final Words words;

  PatientNames(Words words) {
    this.words = words;
  }

  /** The key of the name of a number. */
  static String label(PatientView.Slot slot) {
    return switch (slot) {
      case HR -> "sign.hr";
      case SPO2 -> "sign.spo2";
      case RR -> "sign.rr";
      case TEMP -> "sign.temp";
      case NIBP -> "patient.nibp";
    };
  }

  static String unit(PatientView.Slot slot, Words words) {
    return switch (slot) {
      case HR -> "bpm";
      case SPO2 -> "%";
      case RR -> "/min";
      case TEMP -> words.temperature().symbol();
      case NIBP -> "mmHg";
    };
  }

  String band(Score.Band band) {
    return switch (band) {
      case NONE -> "";
      case LOW -> words.text("patient.news2.low");
      case LOW_MEDIUM -> words.text("patient.news2.low-medium");
      case MEDIUM -> words.text("patient.news2.medium");
      case HIGH -> words.text("patient.news2.high");
    };
  }

  String input(ScoreParameter parameter) {
    return words.text(
        switch (parameter) {
          case RESPIRATION -> "sign.rr";
          case SPO2 -> "sign.spo2";
          case SPO2_SCALE_2 -> "news2.scale";
          case OXYGEN -> "patient.news2.gas";
          case SYSTOLIC -> "patient.news2.systolic";
          case PULSE -> "sign.pulse";
          case ACVPU -> "news2.acvpu";
          case TEMPERATURE -> "sign.temp";
        });
  }

  /** The value of an input that is chosen of few; empty if it is a number. */
  String choice(ScoreParameter parameter, int value) {
    return switch (parameter) {
      case OXYGEN -> value == 0 ? words.text("patient.news2.air") : "O₂";
      case SPO2_SCALE_2 -> value == 0 ? "1" : "2";
      case ACVPU -> value >= 0 && value < 5 ? "ACVPU".substring(value, value + 1) : "";
      case RESPIRATION, SPO2, SYSTOLIC, PULSE, TEMPERATURE -> "";
    };
  }

  String source(ScoreInput.Source source) {
    return switch (source) {
      case DEVICE -> words.text("patient.news2.device");
      case MANUAL -> words.text("patient.news2.by-hand");
    };
  }
}

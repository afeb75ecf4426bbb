package org.wardbeat.station.observations;

import java.math.BigDecimal;
import java.util.List;
import org.wardbeat.station.presentation.Formats;
import org.wardbeat.wire.ward.ScoreParameter;

/** How inputs of scores and their values are written. */
final class InputWords {
  private static final List<String> ACVPU =
      List.of("Alert", "Confusion", "Voice", "Pain", "Unresponsive");

  private InputWords() {}

  static String name(ScoreParameter parameter) {
    return switch (parameter) {
      case RESPIRATION -> "RR";
      case SPO2 -> "SpO₂";
      case SPO2_SCALE_2 -> "SpO₂ scale";
      case OXYGEN -> "Air or oxygen";
      case SYSTOLIC -> "Systolic BP";
      case PULSE -> "Pulse";
      case ACVPU -> "ACVPU";
      case TEMPERATURE -> "Temperature";
    };
  }

  static String unit(ScoreParameter parameter) {
    return switch (parameter) {
      case RESPIRATION, PULSE -> "/min";
      case SPO2 -> "%";
      case SYSTOLIC -> "mmHg";
      case TEMPERATURE -> "°C";
      case SPO2_SCALE_2, OXYGEN, ACVPU -> "";
    };
  }

  /** Whether it is chosen of few, not typed. */
  static boolean isChoice(ScoreParameter parameter) {
    return !options(parameter).isEmpty();
  }

  /** What can be chosen, by its number; empty if it is typed. */
  static List<String> options(ScoreParameter parameter) {
    return switch (parameter) {
      case SPO2_SCALE_2 -> List.of("Scale 1", "Scale 2 (88–92 %)");
      case OXYGEN -> List.of("Air", "Oxygen");
      case ACVPU -> ACVPU;
      case RESPIRATION, SPO2, SYSTOLIC, PULSE, TEMPERATURE -> List.of();
    };
  }

  static String value(ScoreParameter parameter, int value) {
    List<String> options = options(parameter);
    if (!options.isEmpty()) {
      return value >= 0 && value < options.size() ? options.get(value) : String.valueOf(value);
    }
    return Formats.decimal(BigDecimal.valueOf(value, decimals(parameter)));
  }

  static int decimals(ScoreParameter parameter) {
    return parameter == ScoreParameter.TEMPERATURE ? 1 : 0;
  }

  /** A usual value, at which steps begin when nothing is known. */
  static int usual(ScoreParameter parameter) {
    return switch (parameter) {
      case RESPIRATION -> 16;
      case SPO2 -> 96;
      case SYSTOLIC -> 120;
      case PULSE -> 80;
      case TEMPERATURE -> 370;
      case SPO2_SCALE_2, OXYGEN, ACVPU -> 0;
    };
  }
}

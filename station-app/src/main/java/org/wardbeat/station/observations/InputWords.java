package org.wardbeat.station.observations;

import java.math.BigDecimal;
import java.util.List;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.presentation.Formats;
import org.wardbeat.wire.ward.ScoreParameter;

/** How inputs of scores and their values are written. */
final class InputWords {
  private static final List<String> ACVPU =
      List.of("acvpu.alert", "acvpu.confusion", "acvpu.voice", "acvpu.pain", "acvpu.unresponsive");

  private InputWords() {}

  static String name(Words words, ScoreParameter parameter) {
    return words.text(key(parameter));
  }

  private static String key(ScoreParameter parameter) {
    return switch (parameter) {
      case RESPIRATION -> "sign.rr";
      case SPO2 -> "sign.spo2";
      case SPO2_SCALE_2 -> "news2.scale";
      case OXYGEN -> "news2.air-or-oxygen";
      case SYSTOLIC -> "news2.systolic";
      case PULSE -> "sign.pulse";
      case ACVPU -> "news2.acvpu";
      case TEMPERATURE -> "news2.temperature";
    };
  }

  static String unit(Words words, ScoreParameter parameter) {
    return switch (parameter) {
      case RESPIRATION, PULSE -> "/min";
      case SPO2 -> "%";
      case SYSTOLIC -> "mmHg";
      case TEMPERATURE -> words.temperature().symbol();
      case SPO2_SCALE_2, OXYGEN, ACVPU -> "";
    };
  }

  /** Whether it is chosen of few, not typed. */
  static boolean isChoice(ScoreParameter parameter) {
    return !optionKeys(parameter).isEmpty();
  }

  /** What can be chosen, by its number; empty if it is typed. */
  static List<String> options(Words words, ScoreParameter parameter) {
    return optionKeys(parameter).stream().map(words::text).toList();
  }

  private static List<String> optionKeys(ScoreParameter parameter) {
    return switch (parameter) {
      case SPO2_SCALE_2 -> List.of("news2.scale-1", "news2.scale-2");
      case OXYGEN -> List.of("news2.air", "news2.oxygen");
      case ACVPU -> ACVPU;
      case RESPIRATION, SPO2, SYSTOLIC, PULSE, TEMPERATURE -> List.of();
    };
  }

  static String value(Words words, ScoreParameter parameter, int value) {
    List<String> options = options(words, parameter);
    if (!options.isEmpty()) {
      return value >= 0 && value < options.size() ? options.get(value) : String.valueOf(value);
    }
    BigDecimal number = BigDecimal.valueOf(value, decimals(parameter));
    boolean temperature = parameter == ScoreParameter.TEMPERATURE;
    return Formats.decimal(temperature ? words.temperature().of(number) : number);
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

package org.wardbeat.bridge.alarm.rule;

import org.wardbeat.wire.ward.VitalSign;

/** Codes and texts of the conditions of vital signs. */
final class Wording {
  private Wording() {}

  static String code(VitalSign sign, boolean low) {
    return sign.name() + (low ? "_LOW" : "_HIGH");
  }

  static String extremeCode(VitalSign sign, boolean low) {
    if (sign == VitalSign.HR) {
      return low ? "EXTREME_BRADY" : "EXTREME_TACHY";
    }
    if (sign == VitalSign.SPO2 && low) {
      return "DESAT";
    }
    return sign.name() + (low ? "_EXTREME_LOW" : "_EXTREME_HIGH");
  }

  /** For example {@code SpO₂ 86 < 90}. */
  static String text(VitalSign sign, boolean low, int value, int limit) {
    return comparison(name(sign), sign, low, value, limit);
  }

  /** For example {@code EXTREME BRADY 28 < 40}. */
  static String extremeText(VitalSign sign, boolean low, int value, int limit) {
    if (sign == VitalSign.HR) {
      return comparison(low ? "EXTREME BRADY" : "EXTREME TACHY", sign, low, value, limit);
    }
    if (sign == VitalSign.SPO2 && low) {
      return comparison("DESAT", sign, true, value, limit);
    }
    return comparison("EXTREME " + name(sign), sign, low, value, limit);
  }

  private static String comparison(String name, VitalSign sign, boolean low, int value, int limit) {
    return name
        + ' '
        + sign.toDecimal(value).toPlainString()
        + (low ? " < " : " > ")
        + sign.toDecimal(limit).toPlainString();
  }

  private static String name(VitalSign sign) {
    return switch (sign) {
      case HR -> "HR";
      case PULSE -> "PULSE";
      case RR -> "RR";
      case SPO2 -> "SpO₂";
      case TEMP -> "TEMP";
      case NIBP_SYS -> "NIBP SYS";
      case NIBP_DIA -> "NIBP DIA";
      case NIBP_MEAN -> "NIBP MEAN";
      case ETCO2 -> "EtCO₂";
      case PVC -> "PVC";
      case ST_I -> "ST I";
      case ST_II -> "ST II";
    };
  }
}

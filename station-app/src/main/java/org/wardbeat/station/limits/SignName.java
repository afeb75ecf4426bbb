package org.wardbeat.station.limits;

import org.wardbeat.station.language.Words;
import org.wardbeat.wire.ward.VitalSign;

/** The keys of the names of vital signs beside their limits, and their units. */
final class SignName {
  private SignName() {}

  static String of(VitalSign sign) {
    return switch (sign) {
      case HR -> "sign.hr";
      case PULSE -> "sign.pulse";
      case RR -> "sign.rr";
      case SPO2 -> "sign.spo2";
      case TEMP -> "sign.temp";
      case NIBP_SYS -> "sign.nibp-sys";
      case NIBP_DIA -> "sign.nibp-dia";
      case NIBP_MEAN -> "sign.nibp-mean";
      case ETCO2 -> "sign.etco2";
      case PVC -> "sign.pvc";
      case ST_I -> "sign.st-i";
      case ST_II -> "sign.st-ii";
    };
  }

  static String unit(VitalSign sign, Words words) {
    return switch (sign) {
      case HR, PULSE, RR, PVC -> "/min";
      case SPO2 -> "%";
      case TEMP -> words.temperature().symbol();
      case NIBP_SYS, NIBP_DIA, NIBP_MEAN, ETCO2 -> "mmHg";
      case ST_I, ST_II -> "mm";
    };
  }
}

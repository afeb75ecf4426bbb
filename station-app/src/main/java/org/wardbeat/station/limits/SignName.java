package org.wardbeat.station.limits;

import org.wardbeat.wire.ward.VitalSign;

/** How vital signs and their units are written beside their limits. */
final class SignName {
  private SignName() {}

  static String of(VitalSign sign) {
    return switch (sign) {
      case HR -> "HR";
      case PULSE -> "Pulse";
      case RR -> "RR";
      case SPO2 -> "SpO₂";
      case TEMP -> "Temp";
      case NIBP_SYS -> "NIBP sys";
      case NIBP_DIA -> "NIBP dia";
      case NIBP_MEAN -> "NIBP mean";
      case ETCO2 -> "EtCO₂";
      case PVC -> "PVC";
      case ST_I -> "ST I";
      case ST_II -> "ST II";
    };
  }

  static String unit(VitalSign sign) {
    return switch (sign) {
      case HR, PULSE, RR, PVC -> "/min";
      case SPO2 -> "%";
      case TEMP -> "°C";
      case NIBP_SYS, NIBP_DIA, NIBP_MEAN, ETCO2 -> "mmHg";
      case ST_I, ST_II -> "mm";
    };
  }
}

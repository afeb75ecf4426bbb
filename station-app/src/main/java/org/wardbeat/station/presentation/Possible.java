package org.wardbeat.station.presentation;

import org.wardbeat.wire.ward.Reading;
import org.wardbeat.wire.ward.VitalSign;

/**
 * Which values a sensor can measure at all. What lies beyond is a device's mistake: it is shown as
 * not valid, never as a number. The ranges are wider than any patient's and than those of the
 * particular standards for monitors (IEC 60601-2-27, 2-49, 2-56, 80601-2-30, 80601-2-61).
 */
final class Possible {
  private Possible() {}

  static boolean is(Reading reading) {
    int least = reading.sign() == VitalSign.ST_I || reading.sign() == VitalSign.ST_II ? -300 : 0;
    return reading.fixed() >= least && reading.fixed() <= most(reading.sign());
  }

  /** In steps of the vital sign. */
  private static int most(VitalSign sign) {
    return switch (sign) {
      case HR, PULSE, PVC -> 500;
      case RR -> 250;
      case SPO2 -> 100;
      case TEMP -> 500;
      case NIBP_SYS, NIBP_DIA, NIBP_MEAN -> 400;
      case ETCO2 -> 200;
      case ST_I, ST_II -> 300;
    };
  }
}

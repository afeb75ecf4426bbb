package org.wardbeat.station.limits;

import org.wardbeat.wire.ward.VitalSign;

/**
 * Within what a limit can be set: what a living body shows and a monitor can measure. A choice of
 * this project, as wide as the setting ranges of common bedside monitors, so that it catches slips
 * of the finger and no clinical decision.
 *
 * @param least the least limit, in whole steps of {@link VitalSign#decimals()}
 * @param most the greatest limit
 */
record SettingRange(int least, int most) {
  static SettingRange of(VitalSign sign) {
    return switch (sign) {
      case HR, PULSE -> new SettingRange(15, 300);
      case RR -> new SettingRange(1, 150);
      case SPO2 -> new SettingRange(50, 100);
      case TEMP -> new SettingRange(250, 450);
      case NIBP_SYS -> new SettingRange(30, 270);
      case NIBP_DIA -> new SettingRange(10, 245);
      case NIBP_MEAN -> new SettingRange(20, 255);
      case ETCO2 -> new SettingRange(5, 115);
      case PVC -> new SettingRange(1, 99);
      case ST_I, ST_II -> new SettingRange(-200, 200);
    };
  }

  boolean holds(int fixed) {
    return fixed >= least && fixed <= most;
  }

  int nearest(long fixed) {
    return Math.clamp(fixed, least, most);
  }
}

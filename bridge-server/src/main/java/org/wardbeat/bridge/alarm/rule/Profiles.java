package org.wardbeat.bridge.alarm.rule;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.ward.AlarmLimits;
import org.wardbeat.wire.ward.Limit;
import org.wardbeat.wire.ward.PatientCategory;
import org.wardbeat.wire.ward.VitalSign;

/**
 * Default limits by profile. A unit's own take their place.
 *
 * <p>Adult: heart and pulse rate 50–120, respiration 8–30, saturation 90–100 with desaturation
 * below 80, temperature 36–39 °C, pressures 90–160 / 50–90 / 60–110, end-tidal CO₂ 30–50, more than
 * 10 extrasystoles a minute, ST ±2.0 mm: the defaults of the common bedside monitors. Paediatric
 * and neonatal: the same makers' usual ones, 75–160 and 100–200 for the heart, 85–95 for a
 * newborn's saturation, who may get too much oxygen. No profile replaces what a ward decides.
 */
public final class Profiles {
  /** Extreme tachycardia begins so far above the high limit of the heart rate. */
  static final int TACHY_STEP = 20;

  /** Extreme bradycardia begins so far below the low limit of the heart rate. */
  static final int BRADY_STEP = 10;

  private Profiles() {}

  /** The default limits of a profile. */
  public static AlarmLimits limits(PatientCategory profile) {
    return new AlarmLimits(
        profile,
        switch (profile) {
          case ADULT -> adult();
          case PAEDIATRIC -> paediatric();
          case NEONATAL -> neonatal();
        });
  }

  private static List<Limit> adult() {
    List<Limit> limits = new ArrayList<>();
    limits.add(heartRate(PatientCategory.ADULT, 50, 120));
    limits.add(limit(VitalSign.PULSE, 50, 120));
    limits.add(limit(VitalSign.RR, 8, 30));
    limits.add(new Limit(VitalSign.SPO2, true, 90, 100, 80, null));
    limits.add(limit(VitalSign.TEMP, 360, 390));
    limits.add(limit(VitalSign.NIBP_SYS, 90, 160));
    limits.add(limit(VitalSign.NIBP_DIA, 50, 90));
    limits.add(limit(VitalSign.NIBP_MEAN, 60, 110));
    limits.addAll(ofAnyAge());
    return limits;
  }

  private static List<Limit> paediatric() {
    List<Limit> limits = new ArrayList<>();
    limits.add(heartRate(PatientCategory.PAEDIATRIC, 75, 160));
    limits.add(limit(VitalSign.PULSE, 75, 160));
    limits.add(limit(VitalSign.RR, 8, 30));
    limits.add(new Limit(VitalSign.SPO2, true, 90, 100, 80, null));
    limits.add(limit(VitalSign.TEMP, 360, 390));
    limits.add(limit(VitalSign.NIBP_SYS, 70, 120));
    limits.add(limit(VitalSign.NIBP_DIA, 40, 70));
    limits.add(limit(VitalSign.NIBP_MEAN, 50, 90));
    limits.addAll(ofAnyAge());
    return limits;
  }

  private static List<Limit> neonatal() {
    List<Limit> limits = new ArrayList<>();
    limits.add(heartRate(PatientCategory.NEONATAL, 100, 200));
    limits.add(limit(VitalSign.PULSE, 100, 200));
    limits.add(limit(VitalSign.RR, 30, 100));
    limits.add(new Limit(VitalSign.SPO2, true, 85, 95, 80, null));
    limits.add(limit(VitalSign.TEMP, 360, 390));
    limits.add(limit(VitalSign.NIBP_SYS, 40, 90));
    limits.add(limit(VitalSign.NIBP_DIA, 20, 60));
    limits.add(limit(VitalSign.NIBP_MEAN, 24, 70));
    limits.addAll(ofAnyAge());
    return limits;
  }

  private static List<Limit> ofAnyAge() {
    return List.of(
        limit(VitalSign.ETCO2, 30, 50),
        limit(VitalSign.PVC, null, 10),
        limit(VitalSign.ST_I, -20, 20),
        limit(VitalSign.ST_II, -20, 20));
  }

  private static Limit limit(VitalSign sign, @Nullable Integer low, @Nullable Integer high) {
    return new Limit(sign, true, low, high, null, null);
  }

  /**
   * Limits of the heart rate with extremes at a fixed distance: 20 above, 10 below, but never
   * beyond what is extreme for anybody of the profile (grown-ups: 200 and 30).
   *
   * @param low 0 to 400, below high
   * @param high 0 to 400
   */
  public static Limit heartRate(PatientCategory profile, int low, int high) {
    int most =
        switch (profile) {
          case ADULT -> 200;
          case PAEDIATRIC -> 220;
          case NEONATAL -> 240;
        };
    int least =
        switch (profile) {
          case ADULT -> 30;
          case PAEDIATRIC -> 40;
          case NEONATAL -> 50;
        };
    int extremeHigh = Math.max(high, Math.min(high + TACHY_STEP, most));
    int extremeLow = Math.min(low, Math.max(low - BRADY_STEP, least));
    return new Limit(VitalSign.HR, true, low, high, extremeLow, extremeHigh);
  }
}

package org.wardbeat.bridge.alarm;

import java.util.Set;

/**
 * The conditions that are too grave to go unseen once they have ended, by the codes the bridge's
 * own rules and devices use: asystole, ventricular fibrillation and tachycardia, extreme heart
 * rates, apnoea. Everything else ends with its condition, or the ward would drown in what is over.
 */
public final class LatchingConditions {
  private static final Set<String> CODES =
      Set.of(
          "ASYS",
          "ASYSTOLE",
          "VF",
          "VFIB",
          "V_FIB",
          "VT",
          "VTACH",
          "V_TACH",
          "EXTREME_BRADY",
          "EXTREME_TACHY",
          "APNEA",
          "APNOEA");

  private LatchingConditions() {}

  /** Whether a condition's code is one of them. */
  public static boolean contains(String condition) {
    return CODES.contains(condition);
  }
}

package org.wardbeat.bridge.intake;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Codes of alarm conditions that concern the equipment, for devices that do not say so: the
 * bridge's own, and events of ISO/IEEE 11073-10101 by reference identifier or by code (partition 3,
 * that is 196608 and the event's number). Any other code counts as the patient's: of the two
 * mistakes that is the one that is looked after first.
 */
final class TechnicalCodes {
  private static final Pattern NOT_ALPHANUMERIC = Pattern.compile("[^A-Z0-9]+");

  private static final Set<String> CODES =
      Set.of(
          "NO_DATA",
          "DEVICE_OFF",
          "LEAD_OFF",
          "LEADS_OFF",
          "BATTERY_LOW",
          "LOW_BATTERY",
          "CLOCK_UNSYNCED",
          "DEVICE_CONFLICT",
          "CHECK_PATIENT",
          "DATA_REJECTED",
          "MDC_EVT_BATT_LO",
          "196802",
          "MDC_EVT_LEAD_OFF",
          "196680",
          "MDC_EVT_LEAD_DISCONN",
          "196876",
          "MDC_EVT_ELEC_PWR_LINE_PROB",
          "196844",
          "MDC_EVT_CUFF_INCORRECT",
          "196834",
          "MDC_EVT_CUFF_LEAK",
          "196836",
          "MDC_EVT_CUFF_LOOSE",
          "196848",
          "MDC_EVT_SENSOR_DISCONN",
          "196916",
          "MDC_EVT_SENSOR_MALF",
          "196918",
          "MDC_EVT_XDUCR_ABSENT",
          "196942",
          "MDC_EVT_XDUCR_DISCONN",
          "196944",
          "MDC_EVT_XDUCR_MALF",
          "196946",
          "MDC_EVT_WAVE_ARTIF_ERR",
          "197040",
          "MDC_EVT_POWER_SUPPLY_PROB",
          "197066");

  private TechnicalCodes() {}

  /** Whether a code is one of them; case, and what stands between its words, do not matter. */
  static boolean contains(String condition) {
    String words = condition.strip().toUpperCase(Locale.ROOT);
    return CODES.contains(NOT_ALPHANUMERIC.matcher(words).replaceAll("_"));
  }
}

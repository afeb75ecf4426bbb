package org.wardbeat.wire.ward;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The vital signs a ward reports, with their codes and the step in which they are shown.
 *
 * <p>Values travel as whole numbers of steps (<em>fixed point</em>): a temperature of 36.8 °C with
 * one decimal is 368. Codes are those of LOINC and of ISO/IEEE 11073-10101 (MDC). The ordinal is
 * the field's number in a field mask, so constants are only ever appended.
 */
public enum VitalSign {
  /** Heart rate from the ECG, per minute. */
  HR("8867-4", 147842, "/min", 0, 80),
  /** Pulse rate from the oximeter, per minute. */
  PULSE("8889-8", 149530, "/min", 0, 80),
  /** Respiratory rate, per minute. */
  RR("9279-1", 151562, "/min", 0, 16),
  /** Oxygen saturation by pulse oximetry, percent. */
  SPO2("59408-5", 150456, "%", 0, 95),
  /** Body temperature, degrees Celsius. */
  TEMP("8310-5", 150344, "Cel", 1, 370),
  /** Non-invasive systolic pressure, mmHg. */
  NIBP_SYS("8480-6", 150021, "mm[Hg]", 0, 120),
  /** Non-invasive diastolic pressure, mmHg. */
  NIBP_DIA("8462-4", 150022, "mm[Hg]", 0, 75),
  /** Non-invasive mean pressure, mmHg. */
  NIBP_MEAN("8478-0", 150023, "mm[Hg]", 0, 90),
  /** End-tidal carbon dioxide, mmHg. */
  ETCO2("19891-1", 151708, "mm[Hg]", 0, 40),
  /** Premature ventricular contractions, per minute; no LOINC code. */
  PVC("", 148066, "/min", 0, 0),
  /** ST deviation in lead I, millimetres at 10 mm/mV; no LOINC code. */
  ST_I("", 131841, "mm", 1, 0),
  /** ST deviation in lead II, millimetres at 10 mm/mV; no LOINC code. */
  ST_II("", 131842, "mm", 1, 0);

  /** Largest magnitude of a fixed-point value. */
  public static final int MAX_FIXED = 1_000_000;

  private final String loinc;
  private final int mdc;
  private final String ucum;
  private final int decimals;
  private final int typicalFixed;

  VitalSign(String loinc, int mdc, String ucum, int decimals, int typicalFixed) {
    this.loinc = loinc;
    this.mdc = mdc;
    this.ucum = ucum;
    this.decimals = decimals;
    this.typicalFixed = typicalFixed;
  }

  /** The LOINC code, empty if LOINC has none. */
  public String loinc() {
    return loinc;
  }

  /** The MDC reference code of ISO/IEEE 11073-10101. */
  public int mdc() {
    return mdc;
  }

  /** The unit as a UCUM expression. */
  public String ucum() {
    return ucum;
  }

  /** Digits after the decimal point: 0 or 1. */
  public int decimals() {
    return decimals;
  }

  /**
   * A usual value of an adult at rest, in whole steps. Values are written as their difference from
   * it, so that most take one byte; part of the protocol, and no clinical limit.
   */
  public int typicalFixed() {
    return typicalFixed;
  }

  /**
   * The value in whole steps, rounded half up on decimals.
   *
   * @return empty if the magnitude exceeds {@link #MAX_FIXED}
   */
  public Optional<Integer> toFixed(BigDecimal value) {
    if (value.precision() - value.scale() > 8) {
      return Optional.empty();
    }
    BigDecimal steps = value.setScale(decimals, RoundingMode.HALF_UP).movePointRight(decimals);
    int fixed = steps.intValueExact();
    return Math.abs(fixed) > MAX_FIXED ? Optional.empty() : Optional.of(fixed);
  }

  /** The decimal value of a number of whole steps. */
  public BigDecimal toDecimal(int fixed) {
    return BigDecimal.valueOf(fixed, decimals);
  }
}

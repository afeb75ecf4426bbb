package org.wardbeat.wire.ward;

import org.jspecify.annotations.Nullable;

/**
 * The alarm limits of a vital sign, in whole steps of {@link VitalSign#decimals()}. A value below a
 * low or above a high limit is a condition; one beyond an extreme limit a graver one.
 *
 * @param sign which vital sign
 * @param on whether its limits are watched at all
 * @param low the least value without alarm; null if there is no such limit, as for the others
 * @param high the greatest value without alarm
 * @param extremeLow the least value that is not extreme
 * @param extremeHigh the greatest value that is not extreme
 */
public record Limit(
    VitalSign sign,
    boolean on,
    @Nullable Integer low,
    @Nullable Integer high,
    @Nullable Integer extremeLow,
    @Nullable Integer extremeHigh) {
  /**
   * @throws IllegalArgumentException if they are not in order: extreme low ≤ low &lt; high ≤
   *     extreme high
   */
  public Limit {
    requireOrder(sign, extremeLow, low, false);
    requireOrder(sign, low, high, true);
    requireOrder(sign, high, extremeHigh, false);
    requireOrder(sign, extremeLow, extremeHigh, true);
    requireOrder(sign, extremeLow, high, true);
    requireOrder(sign, low, extremeHigh, true);
  }

  private static void requireOrder(
      VitalSign sign, @Nullable Integer lower, @Nullable Integer upper, boolean apart) {
    if (lower != null && upper != null && (apart ? lower >= upper : lower > upper)) {
      throw new IllegalArgumentException(
          "limits of %s: expected extreme low ≤ low < high ≤ extreme high, got %s above %s"
              .formatted(sign, sign.toDecimal(lower), sign.toDecimal(upper)));
    }
  }
}

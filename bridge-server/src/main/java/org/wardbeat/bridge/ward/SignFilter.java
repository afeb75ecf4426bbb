package org.wardbeat.bridge.ward;

import java.util.Set;
import org.wardbeat.wire.ward.VitalSign;

/**
 * Which vital signs somebody gets. Immutable.
 *
 * @param mask bit <i>i</i> stands for the vital sign of number <i>i</i>
 */
public record SignFilter(long mask) {
  /** All there are. */
  public static final SignFilter ALL = new SignFilter(-1);

  /** These and no others. */
  public static SignFilter of(Set<VitalSign> signs) {
    long mask = 0;
    for (VitalSign sign : signs) {
      mask |= bit(sign);
    }
    return new SignFilter(mask);
  }

  /** Whether this one is among them. */
  public boolean passes(VitalSign sign) {
    return (mask & bit(sign)) != 0;
  }

  @SuppressWarnings("EnumOrdinal") // the vocabulary's contract: constants are only appended
  private static long bit(VitalSign sign) {
    return 1L << sign.ordinal();
  }
}

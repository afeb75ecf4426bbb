package org.wardbeat.wire.ward;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The alarm limits of a bed.
 *
 * @param profile whom they are made for
 * @param limits at most one of each vital sign, in the order of {@link VitalSign}; a sign without
 *     one raises no limit alarm
 */
public record AlarmLimits(PatientCategory profile, List<Limit> limits) {
  /**
   * @throws IllegalArgumentException if a vital sign comes twice or out of order
   */
  public AlarmLimits {
    limits = List.copyOf(limits);
    Set<VitalSign> seen = EnumSet.noneOf(VitalSign.class);
    VitalSign last = null;
    for (Limit limit : limits) {
      if (!seen.add(limit.sign()) || (last != null && limit.sign().compareTo(last) < 0)) {
        throw new IllegalArgumentException(
            "limits: expected each vital sign at most once and in order, got %s again or late"
                .formatted(limit.sign()));
      }
      last = limit.sign();
    }
  }
}

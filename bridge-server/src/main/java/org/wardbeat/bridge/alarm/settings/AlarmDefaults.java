package org.wardbeat.bridge.alarm.settings;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.wardbeat.bridge.alarm.DefaultLimits;
import org.wardbeat.bridge.alarm.rule.Profiles;
import org.wardbeat.bridge.alarm.rule.RuleSettings;
import org.wardbeat.wire.ward.AlarmLimits;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.PatientCategory;

/**
 * What a hospital decides of its alarms. Immutable.
 *
 * @param rules by which beds are watched
 * @param limits of beds for which nobody set any, by profile
 * @param units limits of units that differ from those of the adults
 * @param escalation so long a high alarm may wait before others are called as well
 */
public record AlarmDefaults(
    RuleSettings rules,
    Map<PatientCategory, AlarmLimits> limits,
    Map<String, AlarmLimits> units,
    Duration escalation)
    implements DefaultLimits {
  /** What counts without a file: adults everywhere. */
  public static final AlarmDefaults STANDARD =
      new AlarmDefaults(
          RuleSettings.DEFAULT,
          Map.of(
              PatientCategory.ADULT, Profiles.limits(PatientCategory.ADULT),
              PatientCategory.PAEDIATRIC, Profiles.limits(PatientCategory.PAEDIATRIC),
              PatientCategory.NEONATAL, Profiles.limits(PatientCategory.NEONATAL)),
          Map.of(),
          Duration.ofMinutes(1));

  public AlarmDefaults {
    limits = Map.copyOf(limits);
    units = Map.copyOf(units);
  }

  /** The limits of a profile. */
  public AlarmLimits of(PatientCategory profile) {
    return Objects.requireNonNull(limits.get(profile));
  }

  @Override
  public AlarmLimits of(BedId bed) {
    return units.getOrDefault(bed.unit(), of(PatientCategory.ADULT));
  }
}

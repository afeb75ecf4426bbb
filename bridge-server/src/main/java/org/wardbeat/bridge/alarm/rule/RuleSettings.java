package org.wardbeat.bridge.alarm.rule;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.wardbeat.bridge.alarm.score.ScoreSettings;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.VitalSign;

/**
 * By which rules a bed is watched, whatever its limits are.
 *
 * @param signs one of each vital sign
 * @param technical when the equipment is alarmed of
 * @param scores which early warning scores are made
 */
public record RuleSettings(
    Map<VitalSign, SignRule> signs, TechnicalRule technical, ScoreSettings scores) {
  /**
   * Delays of a common bedside monitor (Dräger Infinity): heart rate 6 s, saturation high 6 s and
   * low 10 s, respiration 14 s. What is measured at times is alarmed of at once.
   */
  public static final RuleSettings DEFAULT =
      new RuleSettings(defaultSigns(), TechnicalRule.DEFAULT, ScoreSettings.DEFAULT);

  /**
   * @throws IllegalArgumentException if a vital sign has no rule
   */
  public RuleSettings {
    Map<VitalSign, SignRule> ordered = new EnumMap<>(VitalSign.class);
    ordered.putAll(signs);
    signs = Collections.unmodifiableMap(ordered);
    for (VitalSign sign : VitalSign.values()) {
      if (!signs.containsKey(sign)) {
        throw new IllegalArgumentException("signs: expected a rule for " + sign);
      }
    }
  }

  /** The rule of a vital sign. */
  public SignRule sign(VitalSign sign) {
    return Objects.requireNonNull(signs.get(sign));
  }

  private static Map<VitalSign, SignRule> defaultSigns() {
    Map<VitalSign, SignRule> rules = new EnumMap<>(VitalSign.class);
    for (VitalSign sign : VitalSign.values()) {
      rules.put(
          sign,
          switch (sign) {
            case HR, PULSE -> rule(6, 6, 2);
            case RR -> rule(14, 14, 1);
            case SPO2 -> rule(10, 6, 1);
            case TEMP -> rule(10, 10, 1);
            case ETCO2 -> rule(10, 10, 1);
            case NIBP_SYS, NIBP_DIA, NIBP_MEAN -> rule(0, 0, 0);
            case PVC -> new SignRule(seconds(0), seconds(0), 0, AlarmPriority.LOW);
            case ST_I, ST_II -> rule(15, 15, 1);
          });
    }
    return rules;
  }

  private static SignRule rule(int lowSeconds, int highSeconds, int hysteresis) {
    return new SignRule(
        seconds(lowSeconds), seconds(highSeconds), hysteresis, AlarmPriority.MEDIUM);
  }

  private static Duration seconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }
}

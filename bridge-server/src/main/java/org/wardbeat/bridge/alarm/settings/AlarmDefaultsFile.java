package org.wardbeat.bridge.alarm.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wardbeat.bridge.alarm.rule.Profiles;
import org.wardbeat.bridge.alarm.rule.RuleSettings;
import org.wardbeat.bridge.alarm.rule.SignRule;
import org.wardbeat.bridge.alarm.rule.TechnicalRule;
import org.wardbeat.bridge.alarm.score.ScoreSettings;
import org.wardbeat.wire.ward.AlarmLimits;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Limit;
import org.wardbeat.wire.ward.PatientCategory;
import org.wardbeat.wire.ward.Score;
import org.wardbeat.wire.ward.ScoreParameter;
import org.wardbeat.wire.ward.VitalSign;

/**
 * Reads a hospital's alarm defaults. What the file leaves out stays as it is without one; what it
 * does not know, or cannot be, is refused with the file, the line and what was expected.
 */
public final class AlarmDefaultsFile {
  private static final long MAX_BYTES = 1 << 20;
  private static final Duration LEAST_ESCALATION = Duration.ofSeconds(10);
  private static final Duration MOST_ESCALATION = Duration.ofHours(1);

  private final Map<PatientCategory, AlarmLimits> limits =
      new EnumMap<>(AlarmDefaults.STANDARD.limits());
  private final Map<String, AlarmLimits> units = new HashMap<>();
  private final Map<VitalSign, SignRule> signs = new EnumMap<>(RuleSettings.DEFAULT.signs());
  private TechnicalRule technical = TechnicalRule.DEFAULT;
  private ScoreSettings scores = ScoreSettings.DEFAULT;
  private Duration escalation = AlarmDefaults.STANDARD.escalation();
  private @Nullable SettingsNode unitsNode;

  private AlarmDefaultsFile() {}

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read, in one sentence
   * @throws IllegalArgumentException if it says what cannot be, in one sentence with its line
   */
  public static AlarmDefaults read(Path file) throws IOException {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new IllegalArgumentException(
            "%s: expected at most %d bytes of settings.".formatted(file, MAX_BYTES));
      }
      return parse(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new IOException("--alarms: cannot read the file %s.".formatted(file), e);
    }
  }

  /** Reads the text of a file. */
  static AlarmDefaults parse(String name, String text) {
    AlarmDefaultsFile file = new AlarmDefaultsFile();
    SettingsNode.parse(name, text).each(file::take);
    SettingsNode units = file.unitsNode; // last, as units build on profiles
    if (units != null) {
      units.each(file::unit);
    }
    return new AlarmDefaults(
        new RuleSettings(file.signs, file.technical, file.scores),
        file.limits,
        file.units,
        file.escalation);
  }

  private void take(String key, SettingsNode node) {
    switch (key) {
      case "profiles" -> node.each(this::profile);
      case "units" -> unitsNode = node;
      case "signs" -> node.each(this::sign);
      case "technical" -> technical = technical(node);
      case "scores" -> node.each(this::score);
      case "escalation" -> escalation = within(node, LEAST_ESCALATION, MOST_ESCALATION);
      default -> throw node.unknown("profiles, units, signs, technical, scores, escalation");
    }
  }

  private static Duration within(SettingsNode node, Duration least, Duration most) {
    Duration duration = node.duration();
    if (duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
      throw node.expected("%d s to %d s".formatted(least.toSeconds(), most.toSeconds()));
    }
    return duration;
  }

  private void profile(String key, SettingsNode node) {
    PatientCategory profile = node.choice(key, PatientCategory.values());
    limits.put(profile, changed(base(profile), node));
  }

  private AlarmLimits base(PatientCategory profile) {
    return Objects.requireNonNull(limits.get(profile));
  }

  private void unit(String name, SettingsNode node) {
    if (name.isBlank() || name.length() > BedId.MAX_LENGTH) {
      throw node.expected("a unit's name of 1 to %d characters".formatted(BedId.MAX_LENGTH));
    }
    Map<String, SettingsNode> parts = new HashMap<>();
    node.each(
        (key, part) -> {
          switch (key) {
            case "profile", "limits" -> parts.put(key, part);
            default -> throw part.unknown("profile, limits");
          }
        });
    SettingsNode profile = parts.get("profile");
    SettingsNode own = parts.get("limits");
    AlarmLimits base =
        base(profile == null ? PatientCategory.ADULT : profile.choice(PatientCategory.values()));
    units.put(name, own == null ? base : changed(base, own));
  }

  private static AlarmLimits changed(AlarmLimits base, SettingsNode node) {
    Map<VitalSign, Limit> bySign = new EnumMap<>(VitalSign.class);
    base.limits().forEach(limit -> bySign.put(limit.sign(), limit));
    node.each(
        (key, part) -> {
          VitalSign sign = part.choice(key, VitalSign.values());
          bySign.put(sign, limit(base.profile(), sign, bySign.get(sign), part));
        });
    return new AlarmLimits(base.profile(), List.copyOf(bySign.values()));
  }

  /** The parts that are not named stay, but extremes of the heart rate follow its limits. */
  private static Limit limit(
      PatientCategory profile, VitalSign sign, @Nullable Limit base, SettingsNode node) {
    Limit from = base == null ? new Limit(sign, true, null, null, null, null) : base;
    if (node.isOff()) {
      return new Limit(sign, false, from.low(), from.high(), from.extremeLow(), from.extremeHigh());
    }
    Map<String, @Nullable Integer> parts = new HashMap<>();
    node.each(
        (key, part) -> {
          switch (key) {
            case "low", "high", "extreme-low", "extreme-high" ->
                parts.put(key, part.isOff() ? null : fixed(sign, part));
            default -> throw part.unknown("low, high, extreme-low, extreme-high");
          }
        });
    try {
      Integer low = part(parts, "low", from.low());
      Integer high = part(parts, "high", from.high());
      Limit derived =
          sign == VitalSign.HR && low != null && high != null
              ? Profiles.heartRate(profile, low, high)
              : from;
      return new Limit(
          sign,
          true,
          low,
          high,
          part(parts, "extreme-low", derived.extremeLow()),
          part(parts, "extreme-high", derived.extremeHigh()));
    } catch (IllegalArgumentException e) {
      throw node.refused(e);
    }
  }

  private static @Nullable Integer part(
      Map<String, @Nullable Integer> parts, String key, @Nullable Integer otherwise) {
    return parts.containsKey(key) ? parts.get(key) : otherwise;
  }

  private static int fixed(VitalSign sign, SettingsNode node) {
    if (node.number().stripTrailingZeros().scale() > sign.decimals()) {
      throw node.expected("at most %d decimals".formatted(sign.decimals()));
    }
    int fixed = sign.toFixed(node.number()).orElse(VitalSign.MAX_FIXED);
    if (Math.abs(fixed) >= 10_000) {
      throw node.expected("a value of " + sign);
    }
    return fixed;
  }

  private void sign(String key, SettingsNode node) {
    VitalSign sign = node.choice(key, VitalSign.values());
    SignRule[] rule = {Objects.requireNonNull(signs.get(sign))};
    node.each((name, part) -> rule[0] = changed(rule[0], name, part));
    signs.put(sign, rule[0]);
  }

  private static SignRule changed(SignRule rule, String name, SettingsNode part) {
    Duration low = rule.lowDelay();
    Duration high = rule.highDelay();
    return switch (name) {
      case "low-delay" -> new SignRule(delay(part), high, rule.hysteresis(), rule.priority());
      case "high-delay" -> new SignRule(low, delay(part), rule.hysteresis(), rule.priority());
      case "hysteresis" -> new SignRule(low, high, hysteresis(part), rule.priority());
      case "priority" ->
          new SignRule(low, high, rule.hysteresis(), part.choice(AlarmPriority.values()));
      default -> throw part.unknown("low-delay, high-delay, hysteresis, priority");
    };
  }

  private static Duration delay(SettingsNode part) {
    return within(part, Duration.ZERO, SignRule.MAX_DELAY);
  }

  private static int hysteresis(SettingsNode part) {
    int steps = part.whole();
    if (steps < 0 || steps > SignRule.MAX_HYSTERESIS) {
      throw part.expected("0 to %d steps".formatted(SignRule.MAX_HYSTERESIS));
    }
    return steps;
  }

  private static TechnicalRule technical(SettingsNode node) {
    Map<String, SettingsNode> parts = new HashMap<>();
    node.each(
        (key, part) -> {
          switch (key) {
            case "silence", "long-silence", "low-battery", "clock-ahead" -> parts.put(key, part);
            default -> throw part.unknown("silence, long-silence, low-battery, clock-ahead");
          }
        });
    TechnicalRule base = TechnicalRule.DEFAULT;
    SettingsNode battery = parts.get("low-battery");
    Duration silence = duration(parts.get("silence"), base.silence());
    Duration longSilence = duration(parts.get("long-silence"), base.longSilence());
    Duration clockAhead = duration(parts.get("clock-ahead"), base.clockAhead());
    int lowBattery = battery == null ? base.lowBatteryPercent() : battery.whole();
    try {
      return new TechnicalRule(silence, longSilence, lowBattery, clockAhead);
    } catch (IllegalArgumentException e) {
      throw node.refused(e);
    }
  }

  private static Duration duration(@Nullable SettingsNode node, Duration otherwise) {
    return node == null ? otherwise : node.duration();
  }

  private void score(String key, SettingsNode node) {
    switch (key) {
      case "kinds" -> {
        List<Score.Kind> kinds = new ArrayList<>();
        node.items().forEach(item -> kinds.add(item.choice(Score.Kind.values())));
        scores = new ScoreSettings(kinds, scores.counts(), scores.continuous(), scores.settled());
      }
      case "counts" -> node.each(this::counts);
      case "continuous" ->
          scores =
              new ScoreSettings(
                  scores.kinds(),
                  scores.counts(),
                  within(node, Duration.ofSeconds(10), Duration.ofHours(1)),
                  scores.settled());
      case "settled" ->
          scores =
              new ScoreSettings(
                  scores.kinds(),
                  scores.counts(),
                  scores.continuous(),
                  within(node, Duration.ZERO, Duration.ofMinutes(10)));
      default -> throw node.unknown("kinds, counts, continuous, settled");
    }
  }

  private void counts(String key, SettingsNode node) {
    ScoreParameter parameter = node.choice(key, ScoreParameter.values());
    Map<ScoreParameter, Duration> counts = new EnumMap<>(ScoreParameter.class);
    counts.putAll(scores.counts());
    counts.put(parameter, within(node, Duration.ofMinutes(1), Duration.ofDays(2)));
    scores = new ScoreSettings(scores.kinds(), counts, scores.continuous(), scores.settled());
  }
}

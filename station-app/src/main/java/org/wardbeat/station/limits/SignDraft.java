package org.wardbeat.station.limits;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.presentation.Formats;
import org.wardbeat.wire.ward.Limit;
import org.wardbeat.wire.ward.VitalSign;

/** The limits of one vital sign as they are being edited: what stands in the fields. */
final class SignDraft {
  private static final int MAX_TYPED = 8;

  private final Words words;
  private final VitalSign sign;
  private final SettingRange range;
  private final Map<Side, String> texts = new EnumMap<>(Side.class);
  private boolean on;

  SignDraft(Words words, VitalSign sign, @Nullable Limit limit) {
    this.words = words;
    this.sign = sign;
    this.range = SettingRange.of(sign);
    set(limit);
  }

  /** Takes over limits as they are. */
  void set(@Nullable Limit limit) {
    on = limit != null && limit.on();
    for (Side side : Side.values()) {
      set(side, side.of(limit));
    }
  }

  private void set(Side side, @Nullable Integer fixed) {
    texts.put(side, written(fixed));
  }

  /** As a field shows it; empty if there is no limit. */
  String written(@Nullable Integer fixed) {
    return fixed == null ? "" : Formats.value(sign, fixed, words);
  }

  boolean isOn() {
    return on;
  }

  void setOn(boolean watched) {
    on = watched;
  }

  String text(Side side) {
    return texts.getOrDefault(side, "");
  }

  void type(Side side, String text) {
    texts.put(side, text);
  }

  /**
   * Moves a limit by steps of the vital sign; within its range.
   *
   * @param start where it begins if there is none yet
   */
  void step(Side side, int steps, int start) {
    Integer fixed = fixed(side).orElse(null);
    set(side, fixed == null ? range.nearest(start) : range.nearest((long) fixed + steps));
  }

  /**
   * Puts a temperature that can be kept in place of one that cannot, the nearest.
   *
   * @return what is kept with its unit; empty if that is what was typed, or no limit was
   */
  Optional<String> keep(Side side) {
    boolean kept = !isTemperature() || number(side).filter(words.temperature()::keeps).isPresent();
    Optional<Integer> nearest = kept ? Optional.empty() : fixed(side).filter(range::holds);
    nearest.ifPresent(fixed -> set(side, fixed));
    return nearest.map(fixed -> written(fixed) + " " + SignName.unit(sign, words));
  }

  /**
   * What stands in a field, in whole steps, of a temperature the nearest; empty if nothing or no
   * number does.
   */
  Optional<Integer> fixed(Side side) {
    return number(side)
        .map(value -> isTemperature() ? words.temperature().celsius(value) : value)
        .filter(value -> value.stripTrailingZeros().scale() <= sign.decimals())
        .flatMap(sign::toFixed);
  }

  private Optional<BigDecimal> number(Side side) {
    String typed = text(side).strip().replace('\u2212', '-').replace(',', '.');
    boolean is = typed.length() <= MAX_TYPED && typed.matches("-?\\d+(\\.\\d+)?");
    return is ? Optional.of(new BigDecimal(typed)) : Optional.empty();
  }

  private boolean isTemperature() {
    return sign == VitalSign.TEMP;
  }

  /** What is wrong with it, in one sentence; empty if nothing is. */
  String fault(boolean extreme) {
    for (Side side : Side.values()) {
      if (side.isExtreme() == extreme && !isSound(side)) {
        return rangeFault(side);
      }
    }
    return extreme ? extremeFault() : plainFault();
  }

  private String rangeFault(Side side) {
    return words.text(
        "limits.fault.range",
        capital(words.text(side.key())),
        words.text(sign.decimals() == 0 ? "panel.whole-number" : "limits.tenths"),
        written(range.least()),
        written(range.most()));
  }

  private static String capital(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  /** Whether a field is empty or holds a limit that can be set. */
  private boolean isSound(Side side) {
    return text(side).isBlank() || fixed(side).filter(range::holds).isPresent();
  }

  private String plainFault() {
    if (crosses(Side.LOW, Side.HIGH, true)) {
      return words.text("limits.fault.crossed", shown(Side.LOW), shown(Side.HIGH));
    }
    boolean none = true;
    for (Side side : Side.values()) {
      none &= text(side).isBlank();
    }
    return on && none ? words.text("limits.fault.none") : "";
  }

  private String extremeFault() {
    if (crosses(Side.EXTREME_LOW, Side.LOW, false)) {
      return words.text("limits.fault.extreme-low", shown(Side.EXTREME_LOW), shown(Side.LOW));
    }
    if (crosses(Side.HIGH, Side.EXTREME_HIGH, false)) {
      return words.text("limits.fault.extreme-high", shown(Side.EXTREME_HIGH), shown(Side.HIGH));
    }
    if (crosses(Side.EXTREME_LOW, Side.HIGH, true)
        || crosses(Side.LOW, Side.EXTREME_HIGH, true)
        || crosses(Side.EXTREME_LOW, Side.EXTREME_HIGH, true)) {
      return words.text("limits.fault.order");
    }
    return "";
  }

  private boolean crosses(Side lower, Side upper, boolean apart) {
    Integer low = fixed(lower).orElse(null);
    Integer high = fixed(upper).orElse(null);
    return low != null && high != null && (apart ? low >= high : low > high);
  }

  private String shown(Side side) {
    return written(fixed(side).orElse(null));
  }

  /** Whether it can be set as it stands. */
  boolean isSound() {
    return fault(false).isEmpty() && fault(true).isEmpty();
  }

  /**
   * The limits as they stand; null if it is not watched and has none.
   *
   * @throws IllegalStateException if they cannot be set
   */
  @Nullable Limit limit() {
    if (!isSound()) {
      throw new IllegalStateException("The limits of " + sign + " cannot be set.");
    }
    Integer low = fixed(Side.LOW).orElse(null);
    Integer high = fixed(Side.HIGH).orElse(null);
    Integer extremeLow = fixed(Side.EXTREME_LOW).orElse(null);
    Integer extremeHigh = fixed(Side.EXTREME_HIGH).orElse(null);
    boolean none = low == null && high == null && extremeLow == null && extremeHigh == null;
    return none && !on ? null : new Limit(sign, on, low, high, extremeLow, extremeHigh);
  }

  /** Whether the fields differ from limits. */
  boolean differsFrom(@Nullable Limit limit) {
    boolean differs = on != (limit != null && limit.on());
    for (Side side : Side.values()) {
      differs |= differsFrom(limit, side);
    }
    return differs;
  }

  boolean differsFrom(@Nullable Limit limit, Side side) {
    Integer wanted = side.of(limit);
    return text(side).isBlank() ? wanted != null : !fixed(side).equals(Optional.ofNullable(wanted));
  }

  /** Takes over from others what was left here as it was before. */
  void follow(@Nullable Limit before, @Nullable Limit theirs) {
    if (on == (before != null && before.on())) {
      on = theirs != null && theirs.on();
    }
    for (Side side : Side.values()) {
      if (!differsFrom(before, side)) {
        set(side, side.of(theirs));
      }
    }
  }
}

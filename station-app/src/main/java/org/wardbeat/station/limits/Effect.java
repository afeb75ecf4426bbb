package org.wardbeat.station.limits;

import org.jspecify.annotations.Nullable;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.presentation.Formats;
import org.wardbeat.wire.ward.Limit;
import org.wardbeat.wire.ward.VitalSign;

/** What new limits do at once, by the value there is now. */
final class Effect {
  private Effect() {}

  /** In one sentence; empty if they do nothing at once. */
  static String of(
      Words words,
      VitalSign sign,
      boolean extreme,
      int value,
      @Nullable Limit before,
      @Nullable Limit after) {
    boolean was = isBeyond(extreme, value, before);
    boolean will = isBeyond(extreme, value, after);
    String now = words.text(SignName.of(sign)) + " " + Formats.value(sign, value, words);
    if (!was && will) {
      return words.text("limits.effect.alarms", now);
    }
    if (was && !will) {
      return after != null && after.on()
          ? words.text("limits.effect.ends", now)
          : words.text("limits.effect.silences", now);
    }
    return "";
  }

  private static boolean isBeyond(boolean extreme, int value, @Nullable Limit limit) {
    if (limit == null || !limit.on()) {
      return false;
    }
    Integer low = extreme ? limit.extremeLow() : limit.low();
    Integer high = extreme ? limit.extremeHigh() : limit.high();
    return (low != null && value < low) || (high != null && value > high);
  }
}

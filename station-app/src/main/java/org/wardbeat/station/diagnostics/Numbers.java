package org.wardbeat.station.diagnostics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.wardbeat.station.presentation.Formats;

/** How counts and durations are written. */
final class Numbers {
  private Numbers() {}

  static String whole(long count) {
    return Formats.decimal(BigDecimal.valueOf(count));
  }

  /** A count of what should not be. */
  static DiagnosticsView.Word cautionIfAny(long count) {
    return new DiagnosticsView.Word(
        whole(count), count == 0 ? DiagnosticsView.Tone.NORMAL : DiagnosticsView.Tone.CAUTION);
  }

  /** {@code +12 ms}, {@code −6.2 s}; {@code ---} if not known. */
  static String signedMillis(double millis) {
    if (!Double.isFinite(millis)) {
      return Formats.INVALID;
    }
    boolean inSeconds = Math.abs(millis) >= 1_000;
    BigDecimal value =
        inSeconds
            ? BigDecimal.valueOf(millis / 1_000).setScale(1, RoundingMode.HALF_UP)
            : BigDecimal.valueOf(millis).setScale(0, RoundingMode.HALF_UP);
    return (value.signum() > 0 ? "+" : "") + Formats.decimal(value) + (inSeconds ? " s" : " ms");
  }

  /** Seconds with one decimal. */
  static String seconds(double seconds) {
    return Formats.decimal(
        BigDecimal.valueOf(Math.max(0, seconds)).setScale(1, RoundingMode.HALF_UP));
  }
}

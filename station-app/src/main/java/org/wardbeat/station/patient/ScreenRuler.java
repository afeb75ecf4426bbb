package org.wardbeat.station.patient;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What a user reads on a ruler beside a bar of known length, and the px per mm that follow.
 * Confined to one thread.
 */
final class ScreenRuler {
  /** Shortest and longest that a bar can be, in mm. */
  static final int LEAST_MM = 50;

  static final int MOST_MM = 1_000;

  private static final BigDecimal HALF = new BigDecimal("0.5");

  private final double barPx;
  private String typed;

  /**
   * @param barPx length of the bar in logical px
   * @param pxPerMm what is taken for true so far
   */
  ScreenRuler(double barPx, double pxPerMm) {
    this.barPx = barPx;
    BigDecimal halves = BigDecimal.valueOf(2 * barPx / pxPerMm).setScale(0, RoundingMode.HALF_UP);
    this.typed = written(halves.multiply(HALF));
  }

  private static String written(BigDecimal mm) {
    return mm.stripTrailingZeros().toPlainString();
  }

  String typed() {
    return typed;
  }

  void type(String text) {
    typed = text;
  }

  /** Moves the length by half millimetres. */
  void step(int steps) {
    BigDecimal before = millimetres();
    if (before != null) {
      BigDecimal after = before.add(HALF.multiply(BigDecimal.valueOf(steps)));
      typed = written(after.max(BigDecimal.valueOf(LEAST_MM)).min(BigDecimal.valueOf(MOST_MM)));
    }
  }

  private @Nullable BigDecimal millimetres() {
    String text = typed.strip().replace(',', '.');
    return text.matches("\\d{1,4}(\\.\\d{1,3})?") ? new BigDecimal(text) : null;
  }

  /** The px per mm that follow; empty as long as no possible length is entered. */
  OptionalDouble pxPerMm() {
    BigDecimal mm = millimetres();
    if (mm == null) {
      return OptionalDouble.empty();
    }
    boolean possible =
        mm.compareTo(BigDecimal.valueOf(LEAST_MM)) >= 0
            && mm.compareTo(BigDecimal.valueOf(MOST_MM)) <= 0;
    return possible ? OptionalDouble.of(barPx / mm.doubleValue()) : OptionalDouble.empty();
  }
}

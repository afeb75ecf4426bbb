package org.wardbeat.station.overview;

import org.wardbeat.station.presentation.Slot;

/**
 * Where a sector shows a number. Horizontal places are those of the reference width of its {@link
 * Anatomy}.
 *
 * @param slot the number
 * @param labelX left edge of the label
 * @param labelBaseline of the label, below the top of the numerics; 0 for none
 * @param valueX left edge of the value, or its right edge
 * @param rightAligned whether it is the right edge
 * @param valueBaseline of the value, below the top of the numerics
 * @param stacked whether it is small, with another above or below it
 */
record Track(
    Slot slot,
    double labelX,
    double labelBaseline,
    double valueX,
    boolean rightAligned,
    double valueBaseline,
    boolean stacked) {

  private static final double LABEL_ABOVE = 25;

  static Track left(Slot slot, double x, double labelBaseline, double valueBaseline) {
    return new Track(slot, x, labelBaseline, x, false, valueBaseline, false);
  }

  /** The same for another number. */
  Track holding(Slot other) {
    return new Track(other, labelX, labelBaseline, valueX, rightAligned, valueBaseline, stacked);
  }

  /** The same for another number, which is longer: its label is above it, not beside it. */
  Track small(Slot other) {
    double above = Math.min(labelBaseline, valueBaseline - LABEL_ABOVE);
    return new Track(other, labelX, above, valueX, rightAligned, valueBaseline, true);
  }

  /**
   * One of two numbers, one above the other, in this one's place.
   *
   * @param row 0 or 1
   * @param height of the numerics
   */
  Track stacked(Slot other, int row, double height) {
    double half = Math.floor(height / 2);
    double label = row * half + Math.rint(half * 0.34);
    return new Track(
        other, labelX, label, labelX, false, row * half + Math.rint(half * 0.88), true);
  }

  static Track right(
      Slot slot, double labelX, double labelBaseline, double right, double valueBaseline) {
    return new Track(slot, labelX, labelBaseline, right, true, valueBaseline, false);
  }
}

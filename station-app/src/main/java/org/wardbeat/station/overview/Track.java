package org.wardbeat.station.overview;

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
 */
record Track(
    Slot slot,
    double labelX,
    double labelBaseline,
    double valueX,
    boolean rightAligned,
    double valueBaseline) {

  static Track left(Slot slot, double x, double labelBaseline, double valueBaseline) {
    return new Track(slot, x, labelBaseline, x, false, valueBaseline);
  }

  static Track right(
      Slot slot, double labelX, double labelBaseline, double right, double valueBaseline) {
    return new Track(slot, labelX, labelBaseline, right, true, valueBaseline);
  }
}

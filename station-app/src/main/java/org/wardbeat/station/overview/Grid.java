package org.wardbeat.station.overview;

/**
 * Columns and rows of the sectors.
 *
 * @param columns side by side
 * @param rows one above the other
 */
record Grid(int columns, int rows) {
  /** Between sectors, in px. */
  static final double GAP = 6;

  /** Narrower than any window is what a panel leaves beside it. */
  private static final double NARROW = 1_200;

  /** The layout for a number of beds, 1 to 64, in a width: fewer columns beside a panel. */
  static Grid of(int beds, double width) {
    Grid usual = of(beds);
    if (width >= NARROW || usual.columns <= 4) {
      return usual;
    }
    return new Grid(4, Math.ceilDiv(usual.columns * usual.rows, 4));
  }

  /** The layout for a number of beds, 1 to 64. */
  static Grid of(int beds) {
    if (beds <= 1) {
      return new Grid(1, 1);
    }
    if (beds <= 4) {
      return new Grid(2, 2);
    }
    if (beds <= 8) {
      return new Grid(2, 4);
    }
    if (beds <= 16) {
      return new Grid(4, 4);
    }
    return beds <= 32 ? new Grid(8, 4) : new Grid(8, 8);
  }

  double sectorWidth(double width) {
    return Math.floor((width - GAP * (columns - 1)) / columns);
  }

  double sectorHeight(double height) {
    return Math.floor((height - GAP * (rows - 1)) / rows);
  }
}

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

package org.wardbeat.station.wall;

/**
 * Where sectors are. Type never becomes smaller than the distance allows: where there is no room
 * for all beds, sectors tell less, and then fewer beds are shown.
 *
 * @param form what a sector tells
 * @param columns side by side
 * @param rows one above the other
 * @param factor how much larger than needed everything in a sector is
 */
record WallGrid(Form form, int columns, int rows, double factor) {
  /** Most beds on one wall. */
  static final int MOST_BEDS = 64;

  /** Sizes beyond this serve nobody. */
  private static final double MOST_FACTOR = 2.5;

  /** Between sectors, in px of the design. */
  private static final double GAP = 8;

  /**
   * What a sector tells, and the room it needs for that in px of the design.
   *
   * @see WallScale#DESIGN
   */
  enum Form {
    /** A wave above what {@link #WIDE} tells. */
    WAVE(468, 436),
    /** The heart rate above saturation and respiratory rate. */
    TALL(404, 384),
    /** Saturation and respiratory rate beside the heart rate. */
    WIDE(468, 330),
    /** No respiratory rate, and the message in few words. */
    SMALL(468, 212);

    private final double width;
    private final double height;

    Form(double width, double height) {
      this.width = width;
      this.height = height;
    }

    /** How much larger than needed a sector of some size is, in px of the design. */
    double factor(double sectorWidth, double sectorHeight) {
      return Math.min(sectorWidth / width, sectorHeight / height);
    }
  }

  /**
   * The best layout for some beds.
   *
   * @param beds at least 1
   * @param width of the room in px of the design
   * @param height of the room in px of the design
   */
  static WallGrid of(int beds, double width, double height) {
    int wanted = Math.clamp(beds, 1, MOST_BEDS);
    WallGrid waves = best(wanted, width, height, Form.WAVE);
    if (waves.form == Form.WAVE) {
      return waves;
    }
    WallGrid large = best(wanted, width, height, Form.TALL, Form.WIDE);
    if (large.factor >= 1) {
      return large;
    }
    WallGrid small = best(wanted, width, height, Form.SMALL);
    return small.factor >= 1 ? small : full(width, height);
  }

  private static WallGrid best(int beds, double width, double height, Form... forms) {
    WallGrid best = null;
    for (int columns = 1; columns <= beds; columns++) {
      int rows = Math.ceilDiv(beds, columns);
      for (Form form : forms) {
        WallGrid grid = new WallGrid(form, columns, rows, 0).fitted(width, height);
        if (best == null || grid.isBetterThan(best)) {
          best = grid;
        }
      }
    }
    if (best == null) {
      throw new IllegalArgumentException("There is no layout for " + beds + " beds.");
    }
    return best;
  }

  private boolean isBetterThan(WallGrid other) {
    boolean waves = form == Form.WAVE;
    return waves == (other.form == Form.WAVE) ? factor > other.factor : waves;
  }

  /** As many beds as there is room for; on a display too small for one, one too small. */
  private static WallGrid full(double width, double height) {
    int columns = Math.max(1, (int) ((width + GAP) / (Form.SMALL.width + GAP)));
    int rows = Math.max(1, (int) ((height + GAP) / (Form.SMALL.height + GAP)));
    return new WallGrid(Form.SMALL, columns, rows, 0).fitted(width, height);
  }

  /**
   * The same sectors in another room, in which waves give way first, and then everything may be
   * smaller than it should.
   */
  WallGrid fitted(double width, double height) {
    double factor = form.factor(sectorWidth(width, GAP), sectorHeight(height, GAP));
    if (form == Form.WAVE && factor < 1) {
      return new WallGrid(Form.WIDE, columns, rows, factor).fitted(width, height);
    }
    return new WallGrid(form, columns, rows, Math.clamp(factor, 0.1, MOST_FACTOR));
  }

  /** How many beds it has room for. */
  int capacity() {
    return Math.min(MOST_BEDS, columns * rows);
  }

  /**
   * The gap between sectors in px of the display.
   *
   * @param unit px of the display in one of the design
   */
  static double gap(double unit) {
    return Math.rint(GAP * unit);
  }

  double sectorWidth(double width, double gap) {
    return Math.floor((width - gap * (columns - 1)) / columns);
  }

  double sectorHeight(double height, double gap) {
    return Math.floor((height - gap * (rows - 1)) / rows);
  }
}

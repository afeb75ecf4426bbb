package org.wardbeat.station.wall;

/**
 * How large things are drawn so that they look the same from where they are read: an arc minute at
 * the viewer's eye in px. Sizes of a capital letter follow from it; 16 arc minutes are the least
 * that is read safely, 20 to 22 are preferred (ANSI/HFES 100).
 *
 * @param pxPerArcMinute px that an arc minute takes
 */
record WallScale(double pxPerArcMinute) {
  private static final double MM_PER_INCH = 25.4;
  private static final double HALF_ARC_MINUTE = Math.toRadians(1.0 / 120);

  private static final double DESIGN_PX_PER_MM = Math.hypot(3840, 2160) / (55 * MM_PER_INCH);

  /** The display of the design: 3840 px wide, 55 inches, read from 4 m. */
  static final WallScale DESIGN = of(4, 55, 3840, 2160);

  /**
   * The scale of a display whose size is known.
   *
   * @param metres from where it is read
   * @param inches the diagonal of its picture
   * @param width of its picture in px
   * @param height of its picture in px
   */
  static WallScale of(double metres, double inches, double width, double height) {
    return of(metres, inches * MM_PER_INCH / Math.hypot(width, height));
  }

  /** The scale of a display that tells how many px it has in an inch. */
  static WallScale ofDpi(double metres, double dpi) {
    return of(metres, MM_PER_INCH / dpi);
  }

  private static WallScale of(double metres, double mmPerPx) {
    double mmPerArcMinute = 2 * metres * 1_000 * Math.tan(HALF_ARC_MINUTE);
    return new WallScale(mmPerArcMinute / mmPerPx);
  }

  /** The height in px of what is so many arc minutes high. */
  double px(double arcMinutes) {
    return arcMinutes * pxPerArcMinute;
  }

  /** How much larger everything is than on the display of the design. */
  double unit() {
    return pxPerArcMinute / DESIGN.pxPerArcMinute;
  }

  /** Px of what looks as long as a millimetre does on the display of the design. */
  double pxPerMm() {
    return DESIGN_PX_PER_MM * unit();
  }

  /** The same with everything larger by a factor. */
  WallScale times(double factor) {
    return new WallScale(pxPerArcMinute * factor);
  }
}

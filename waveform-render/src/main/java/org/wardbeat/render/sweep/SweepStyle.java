package org.wardbeat.render.sweep;

import javafx.scene.paint.Color;

/**
 * The look that all lanes of a page share. Lengths are logical pixels.
 *
 * @param strokeWidth of waves, 1 to 10
 * @param eraseGap blank space ahead of the sweep, 1 to 200 (28 is 7 mm at 4 px per mm)
 * @param leadsOff colour of the dashed line that stands for a wave while leads are off
 * @param calibrationBar colour of the 1 mV bar; {@link #NO_BAR} for none
 * @param clipped colour of the caps where a wave is beyond what its device can measure
 * @param pacer colour of the ticks where a pacemaker fired
 */
public record SweepStyle(
    double strokeWidth,
    double eraseGap,
    Color leadsOff,
    Color calibrationBar,
    Color clipped,
    Color pacer) {

  /** In the place of a colour: lanes have no bar, as where a screen draws its own mark. */
  public static final Color NO_BAR = Color.TRANSPARENT;

  /** The station's look on a desk. */
  public static final SweepStyle DESK =
      new SweepStyle(
          1.6,
          28,
          Color.web("#22D3E6"),
          Color.web("#8B98A6"),
          Color.web("#FFB648"),
          Color.web("#F2F5F8"));

  /**
   * @throws IllegalArgumentException if a length is out of range
   */
  public SweepStyle {
    if (!(strokeWidth >= 1 && strokeWidth <= 10)) {
      throw new IllegalArgumentException("A stroke of " + strokeWidth + " px is not 1 to 10.");
    }
    if (!(eraseGap >= 1 && eraseGap <= 200)) {
      throw new IllegalArgumentException("An erase gap of " + eraseGap + " px is not 1 to 200.");
    }
  }

  /** The same look with another stroke, as for a wall that is read from afar. */
  public SweepStyle withStrokeWidth(double width) {
    return new SweepStyle(width, eraseGap, leadsOff, calibrationBar, clipped, pacer);
  }
}

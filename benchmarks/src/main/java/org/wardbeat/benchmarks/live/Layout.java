package org.wardbeat.benchmarks.live;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * Where the waves are on a 1920 × 1080 window, and what of them is shown: the station's sectors.
 */
record Layout(int beds) {

  static final int WIDTH = 1_920;
  static final int HEIGHT = 1_080;
  private static final int GAP = 6;

  private int columns() {
    return beds > 16 ? 8 : 4;
  }

  private int rows() {
    return Math.ceilDiv(beds, columns());
  }

  private int width() {
    return (1_906 - GAP * (columns() - 1)) / columns();
  }

  private int height() {
    return (886 - GAP * (rows() - 1)) / rows();
  }

  /** Samples across a sector: 25 mm/s at 4 px/mm for 16 beds, half of it for 64. */
  int samples() {
    double pxPerSecond = beds > 16 ? 50 : 100;
    return (int) Math.round((width() - 12) / pxPerSecond * Waves.FREQUENCY_HZ);
  }

  void place(Pane pane, Region chart, int bed) {
    chart.setManaged(false);
    chart.resizeRelocate(
        7 + bed % columns() * (width() + GAP),
        106 + bed / columns() * (height() + GAP),
        width(),
        height());
    pane.getChildren().add(chart);
  }
}

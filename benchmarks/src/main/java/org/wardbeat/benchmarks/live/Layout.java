package org.wardbeat.benchmarks.live;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** Where the waves are on a window, and what of them is shown: where the station has them. */
record Layout(Sight sight) {

  private static final int GAP = 6;
  private static final int MARGIN = 7;

  /** Top bar and strip of alarms. */
  private static final int TOP = 106;

  private static final int BOTTOM = 88;

  /** Numbers of a patient. */
  private static final int BESIDE = 420;

  private int columns() {
    return switch (sight.screen()) {
      case OVERVIEW -> sight.beds() > 16 ? 8 : 4;
      case PATIENT -> 1;
      case WALL -> 8;
    };
  }

  private int bedWidth() {
    int beside = sight.screen() == Sight.Screen.PATIENT ? BESIDE : 0;
    return (sight.width() - 2 * MARGIN - beside - GAP * (columns() - 1)) / columns();
  }

  private int bedHeight() {
    int rows = Math.ceilDiv(sight.beds(), columns());
    return (sight.height() - TOP - BOTTOM - GAP * (rows - 1)) / rows;
  }

  private int waveHeight() {
    return bedHeight() / sight.waves();
  }

  /** Samples across a sector: 25 mm/s at 4 px/mm, half of it where sectors are narrow. */
  int samples() {
    double pxPerSecond = sight.screen() == Sight.Screen.OVERVIEW && sight.beds() > 16 ? 50 : 100;
    return (int) Math.round((bedWidth() - 12) / pxPerSecond * Waves.FREQUENCY_HZ);
  }

  void place(Pane pane, Region chart, int wave) {
    int bed = wave / sight.waves();
    int row = wave % sight.waves();
    chart.setManaged(false);
    chart.resizeRelocate(
        MARGIN + bed % columns() * (bedWidth() + GAP),
        TOP + bed / columns() * (bedHeight() + GAP) + row * waveHeight(),
        bedWidth(),
        waveHeight());
    pane.getChildren().add(chart);
  }
}

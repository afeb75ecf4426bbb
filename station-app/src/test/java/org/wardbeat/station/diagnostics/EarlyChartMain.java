package org.wardbeat.station.diagnostics;

import java.util.Arrays;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import org.wardbeat.station.fixture.Pictures;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.theme.Theme;

/** Draws a chart that was made before the theme brought the fonts, as a process of its own. */
public final class EarlyChartMain {
  static final String INSTALLED = "The fonts were there before the theme";
  static final String EMPTY = "Nothing was drawn";
  static final String SAME = "Drawn as a chart made later";
  static final String OTHER = "Drawn otherwise than a chart made later";

  private static final int WIDTH = 800;
  private static final int HEIGHT = 200;
  private static final DiagnosticsView.Chart CHART =
      new DiagnosticsView.Chart(
          List.of(new DiagnosticsView.Bar(0.2, 0.4, 4, 3, 2, 9)),
          30,
          List.of(new DiagnosticsView.Mark(0.5, "10:12")),
          List.of());

  private EarlyChartMain() {}

  /**
   * Writes how it went, as a line.
   *
   * @param args none
   */
  public static void main(String[] args) {
    Platform.startup(() -> Platform.runLater(EarlyChartMain::run));
  }

  /** Not before JavaFX has started as a whole: it cannot be ended while it starts. */
  private static void run() {
    try {
      System.out.println(compare());
    } finally {
      Platform.exit();
    }
  }

  private static String compare() {
    if (Font.getFamilies().containsAll(List.of("B612", "Inter"))) {
      return INSTALLED;
    }
    LatencyChart early = new LatencyChart(Words.english());
    int[] drawn = pixels(early);
    if (Arrays.stream(drawn).distinct().count() <= 2) {
      return EMPTY;
    }
    return Arrays.equals(drawn, pixels(new LatencyChart(Words.english()))) ? SAME : OTHER;
  }

  private static int[] pixels(LatencyChart chart) {
    Scene scene = new Scene(chart, WIDTH, HEIGHT);
    Theme.applyTo(scene);
    chart.show(CHART);
    return Pictures.pixels(scene.snapshot(null));
  }
}

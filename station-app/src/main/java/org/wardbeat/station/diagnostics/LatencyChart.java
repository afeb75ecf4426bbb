package org.wardbeat.station.diagnostics;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.theme.Drawing;

/** Stacked bars of the medians, drawn anew when they change. */
final class LatencyChart extends Drawing {
  private static final List<Color> HOPS =
      List.of(
          Color.web("#53669F"), Color.web("#7E97DA"), Color.web("#B3C6FF"), Color.web("#E8EEFF"));
  private static final Color LABEL = Color.web("#8B98A6");
  private static final Color NAME = Color.web("#B9C4CF");
  private static final Color LINE = Color.web("#232C36");
  private static final Color EVENT = Color.web("#FFB648");
  private static final double LEFT = 60;
  private static final double RIGHT = 22;
  private static final double HEAD = 26;
  private static final double FOOT = 24;
  private static final double LEAST_HEIGHT = 120;
  private static final double PREFERRED_HEIGHT = 150;
  private static final double SWATCH = 14;
  private static final double MARK_STROKE = 1.5;

  private final Text measure = new Text();
  private final String title;
  private final List<String> names;
  private DiagnosticsView.@Nullable Chart view;

  LatencyChart(Words words) {
    super(LEAST_HEIGHT, PREFERRED_HEIGHT);
    title = words.text("diagnostics.chart");
    names =
        List.of(
            words.text("diagnostics.chart.device"),
            words.text("diagnostics.chart.broker"),
            words.text("diagnostics.chart.bridge"),
            words.text("diagnostics.chart.screen"));
  }

  void show(DiagnosticsView.Chart next) {
    if (next.equals(view)) {
      return;
    }
    view = next;
    setAccessibleText(next.marks().isEmpty() ? "" : next.marks().getLast().text());
    redraw();
  }

  @Override
  protected void draw(GraphicsContext g, double width, double height) {
    DiagnosticsView.Chart shown = view;
    if (shown == null || width < LEFT + RIGHT || height < LEAST_HEIGHT) {
      return;
    }
    legend(g, width);
    scale(g, shown, width, height);
    for (DiagnosticsView.Bar bar : shown.bars()) {
      bar(g, shown, bar, width, height);
    }
    double end = LEFT - 8;
    for (DiagnosticsView.Mark mark : shown.marks()) {
      end = mark(g, mark, width, height, end);
    }
  }

  private void legend(GraphicsContext g, double width) {
    text(g, words(), LABEL, TextAlignment.LEFT, title, 0, 9);
    double x = width - RIGHT;
    for (int i = names.size() - 1; i >= 0; i--) {
      text(g, words(), NAME, TextAlignment.RIGHT, names.get(i), x, 9);
      x -= width(words(), names.get(i)) + SWATCH + 8;
      g.setFill(HOPS.get(i));
      g.fillRect(pixels().snap(x), pixels().snap(2), SWATCH, SWATCH);
      x -= 18;
    }
  }

  private void scale(GraphicsContext g, DiagnosticsView.Chart chart, double width, double height) {
    for (int part = 0; part <= 3; part++) {
      double y = pixels().snap(y(height, part / 3.0));
      g.setFill(LINE);
      g.fillRect(LEFT, y, width - LEFT - RIGHT, pixels().width(1));
      String number = String.valueOf(chart.topMillis() * part / 3);
      text(g, digits(), LABEL, TextAlignment.RIGHT, number, LEFT - 10, y);
    }
    double free = 0;
    for (DiagnosticsView.Mark time : chart.times()) {
      double half = width(digits(), time.text()) / 2;
      double x = Math.clamp(x(width, time.at()), half, width - RIGHT - half);
      if (x - half >= free) {
        text(g, digits(), LABEL, TextAlignment.CENTER, time.text(), x, height - 9);
        free = x + half + 20;
      }
    }
  }

  private static double x(double width, double at) {
    return LEFT + at * (width - LEFT - RIGHT);
  }

  private static double y(double height, double share) {
    return height - FOOT - share * (height - FOOT - HEAD);
  }

  private void bar(
      GraphicsContext g,
      DiagnosticsView.Chart chart,
      DiagnosticsView.Bar bar,
      double width,
      double height) {
    double gap = pixels().width(1);
    double left = pixels().snap(x(width, bar.from()));
    double right = Math.max(left + gap, pixels().snap(x(width, bar.to())) - gap);
    double[] parts = {
      bar.deviceToBroker(), bar.brokerToBridge(), bar.bridgeToStation(), bar.stationToScreen()
    };
    double sum = 0;
    for (int i = 0; i < parts.length; i++) {
      double bottom = y(height, Math.min(1, sum / chart.topMillis()));
      sum += parts[i];
      double top = y(height, Math.min(1, sum / chart.topMillis()));
      g.setFill(HOPS.get(i));
      g.fillRect(left, top, right - left, bottom - top);
    }
  }

  /** Words left of the line if there is room since the last ones, else right of it, else none. */
  private double mark(
      GraphicsContext g, DiagnosticsView.Mark mark, double width, double height, double taken) {
    double line = pixels().width(MARK_STROKE);
    double x = pixels().middle(x(width, mark.at()), line);
    g.setStroke(EVENT);
    g.setLineWidth(line);
    g.setLineDashes(4, 4);
    g.strokeLine(x, HEAD - 4, x, height - FOOT);
    g.setLineDashes();
    double needed = width(digits(), mark.text()) + 10;
    if (x - needed > taken) {
      backed(g, mark.text(), x - needed, needed - 10);
      return x;
    }
    if (x > taken && x + needed < width - RIGHT) {
      backed(g, mark.text(), x + 8, needed - 10);
      return x + needed;
    }
    return Math.max(taken, x);
  }

  /** On a ground of its own, because bars may be behind it. */
  private void backed(GraphicsContext g, String words, double x, double wide) {
    g.setFill(Color.web("#0B0F14"));
    g.fillRect(x - 3, HEAD - 4, wide + 6, 20);
    text(g, digits(), EVENT, TextAlignment.LEFT, words, x, HEAD + 6);
  }

  private static void text(
      GraphicsContext g,
      Font font,
      Color color,
      TextAlignment alignment,
      String words,
      double x,
      double y) {
    g.setFont(font);
    g.setFill(color);
    g.setTextAlign(alignment);
    g.fillText(words, x, y);
  }

  private double width(Font font, String text) {
    measure.setFont(font);
    measure.setText(text);
    return measure.getLayoutBounds().getWidth();
  }
}

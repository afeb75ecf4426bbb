package org.wardbeat.station.patient;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.theme.Drawing;
import org.wardbeat.station.trend.Trend;

/**
 * A vital sign over the last hours: the mean of each minute in the colour of its parameter, from
 * least to greatest behind it, limits dashed; blank where nothing is known. User-interface thread
 * only.
 */
final class TrendChart extends Drawing {
  private static final Color LIMIT = Color.web("#5E6B79");
  private static final Color WORDS = Color.web("#8B98A6");
  private static final Color OLD = Color.web("#75828F");
  private static final double MARGIN = 5;
  private static final double DOT = 5;
  private static final double STROKE = 1.6;
  private static final double GAP_WORDS = 34;

  /** Share of the span that is left free above and below. */
  private static final double ROOM = 0.12;

  private final Words words;
  private final Color color;
  private final Color spread;
  private final boolean marks;
  private @Nullable Trend trend;
  private @Nullable Trend lower;
  private @Nullable Integer low;
  private @Nullable Integer high;
  private int joined = 1;
  private boolean live;

  /**
   * @param marks whether each minute stands for itself, as of a pressure taken now and then
   */
  TrendChart(Words words, Color color, boolean marks) {
    super(0, 0);
    this.words = words;
    this.color = color;
    this.spread = color.interpolate(Color.web("#0B0F14"), 0.6);
    this.marks = marks;
    setManaged(false);
    setMouseTransparent(true);
  }

  /**
   * Shows a trend.
   *
   * @param next the values; of a pressure the systolic ones
   * @param nextLower the diastolic ones; null if it is no pressure
   * @param join so many minutes from one value to the next are no gap
   * @param isLive whether its end is of now
   */
  void show(
      Trend next,
      @Nullable Trend nextLower,
      @Nullable Integer lowLimit,
      @Nullable Integer highLimit,
      int join,
      boolean isLive) {
    trend = next;
    lower = nextLower;
    low = lowLimit;
    high = highLimit;
    joined = join;
    live = isLive;
    redraw();
  }

  @Override
  protected void draw(GraphicsContext g, double width, double height) {
    Trend shown = trend;
    if (shown == null || width < 20 || height < 20) {
      return;
    }
    double[] span = span(shown);
    drawLimit(g, high, span, width, height);
    drawLimit(g, low, span, width, height);
    if (shown.lastKnown() < 0) {
      write(g, words.text("patient.trend.none"), width / 2, height / 2);
    } else if (marks) {
      drawMarks(g, shown, span, width, height);
    } else {
      drawLine(g, shown, span, width, height);
    }
  }

  private static void write(GraphicsContext g, String said, double x, double y) {
    g.setFill(WORDS);
    g.setFont(Font.font("Inter", 15));
    g.setTextAlign(TextAlignment.CENTER);
    g.fillText(said, x, y);
    g.setTextAlign(TextAlignment.LEFT);
  }

  /** From the least to the greatest of values and limits. */
  private double[] span(Trend shown) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    Trend below = lower == null ? shown : lower;
    for (int i = 0; i < shown.minutes(); i++) {
      most = shown.isKnown(i) ? Math.max(most, shown.most(i)) : most;
      least = below.isKnown(i) ? Math.min(least, below.least(i)) : least;
      least = shown.isKnown(i) ? Math.min(least, shown.least(i)) : least;
    }
    if (low != null) {
      least = Math.min(least, low);
      most = Math.max(most, low);
    }
    if (high != null) {
      least = Math.min(least, high);
      most = Math.max(most, high);
    }
    double room = Math.max(1, (most - least) * ROOM);
    return new double[] {least - room, most + room};
  }

  private static double x(int minute, Trend shown, double width) {
    return 1 + minute * (width - 2 * MARGIN) / (shown.minutes() - 1);
  }

  private static double y(double fixed, double[] span, double height) {
    return MARGIN + (span[1] - fixed) / (span[1] - span[0]) * (height - 2 * MARGIN);
  }

  private void drawLimit(
      GraphicsContext g, @Nullable Integer limit, double[] span, double width, double height) {
    if (limit == null) {
      return;
    }
    double y = pixels().snap(y(limit, span, height));
    g.setFill(LIMIT);
    for (double x = 0; x < width - MARGIN; x += 9) {
      g.fillRect(pixels().snap(x), y, pixels().width(5), pixels().width(1));
    }
  }

  private void drawLine(GraphicsContext g, Trend shown, double[] span, double w, double h) {
    int last = -1;
    double hair = pixels().width(1);
    g.setLineWidth(hair);
    g.setStroke(live ? spread : LIMIT);
    for (int i = 0; i < shown.minutes(); i++) {
      if (shown.isKnown(i)) {
        double x = pixels().middle(x(i, shown, w), hair);
        g.strokeLine(x, y(shown.least(i), span, h), x, y(shown.most(i), span, h));
      }
    }
    g.setStroke(live ? color : OLD);
    g.setLineWidth(STROKE);
    for (int i = 0; i < shown.minutes(); i++) {
      if (!shown.isKnown(i)) {
        continue;
      }
      double x = x(i, shown, w);
      double y = y(shown.mean(i), span, h);
      if (last >= 0 && i - last <= joined) {
        g.strokeLine(x(last, shown, w), y(shown.mean(last), span, h), x, y);
      } else {
        g.strokeLine(x, y, x + 0.5, y);
        labelGap(g, last < 0 ? -1 : x(last, shown, w), x, h);
        g.setStroke(live ? color : OLD);
      }
      last = i;
    }
    if (live && shown.minutes() - 1 - last <= joined) {
      g.setFill(color);
      g.fillOval(x(last, shown, w) - DOT / 2 + 1, y(shown.mean(last), span, h) - DOT / 2, DOT, DOT);
    }
  }

  private void labelGap(GraphicsContext g, double from, double to, double height) {
    if (from >= 0 && to - from >= GAP_WORDS) {
      write(g, words.text("patient.trend.gap"), (from + to) / 2, height / 2);
    }
  }

  private void drawMarks(GraphicsContext g, Trend shown, double[] span, double w, double h) {
    Trend below = lower;
    double line = pixels().width(STROKE);
    g.setStroke(live ? color : OLD);
    g.setLineWidth(line);
    for (int i = 0; i < shown.minutes(); i++) {
      if (!shown.isKnown(i)) {
        continue;
      }
      double x = pixels().middle(Math.clamp(x(i, shown, w), 5, w - MARGIN), line);
      double top = pixels().middle(y(shown.mean(i), span, h), line);
      g.strokeLine(x - 4, top, x + 4, top);
      if (below != null && below.isKnown(i)) {
        double foot = pixels().middle(y(below.mean(i), span, h), line);
        g.strokeLine(x - 4, foot, x + 4, foot);
        g.strokeLine(x, top, x, foot);
      }
    }
  }
}

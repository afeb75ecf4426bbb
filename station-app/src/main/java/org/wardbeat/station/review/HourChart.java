package org.wardbeat.station.review;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.theme.Drawing;

/** Alarms by the hour of the day, drawn anew when they change. User-interface thread only. */
final class HourChart extends Drawing {
  private static final Color BAR = Color.web("#7E97DA");
  private static final Color COUNT = Color.web("#F2F5F8");
  private static final Color LABEL = Color.web("#8B98A6");
  private static final Color LINE = Color.web("#232C36");
  private static final Color UNCOVERED = Color.web("#05070A");
  private static final double SIDE = 14;
  private static final double HEAD = 24;
  private static final double FOOT = 26;
  private static final double HEIGHT = 170;
  private static final double GAP = 6;

  private final Words words;
  private List<Burden.Hour> hours = List.of();

  HourChart(Words words) {
    super(HEIGHT, HEIGHT);
    this.words = words;
    setId("hours");
  }

  void show(List<Burden.Hour> next) {
    if (next.equals(hours)) {
      return;
    }
    hours = next;
    setAccessibleText(
        next.stream()
            .filter(hour -> hour.count() > 0)
            .map(hour -> words.text("spoken.hour", hour.hour(), hour.hour() + 1, hour.count()))
            .collect(Collectors.joining(", ", words.text("spoken.hours") + " ", "")));
    redraw();
  }

  @Override
  protected void draw(GraphicsContext g, double width, double height) {
    if (hours.isEmpty() || width < 4 * SIDE || height < HEAD + FOOT) {
      return;
    }
    g.setTextAlign(TextAlignment.CENTER);
    g.setFont(digits());
    double floor = pixels().snap(height - FOOT);
    int most = Math.max(1, hours.stream().mapToInt(Burden.Hour::count).max().orElse(1));
    double step = (width - 2 * SIDE) / hours.size();
    for (int i = 0; i < hours.size(); i++) {
      bar(g, hours.get(i), SIDE + i * step, step, floor, most);
    }
    g.setFill(LINE);
    g.fillRect(SIDE, floor, width - 2 * SIDE, pixels().width(1));
  }

  private void bar(
      GraphicsContext g, Burden.Hour hour, double left, double step, double floor, int most) {
    double x = pixels().snap(left + GAP / 2);
    double wide = pixels().snap(left + step - GAP / 2) - x;
    if (hour.micros() == 0) {
      g.setFill(UNCOVERED);
      g.fillRect(x, HEAD, wide, floor - HEAD);
    }
    double tall = pixels().snap((floor - HEAD) * hour.count() / most);
    g.setFill(BAR);
    g.fillRect(x, floor - tall, wide, tall);
    if (hour.count() > 0) {
      g.setFill(COUNT);
      g.fillText(String.valueOf(hour.count()), left + step / 2, floor - tall - 11);
    }
    g.setFill(LABEL);
    g.fillText("%02d".formatted(hour.hour()), left + step / 2, floor + 14);
  }
}

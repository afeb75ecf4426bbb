package org.wardbeat.station.patient;

import java.util.List;
import java.util.Objects;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.wardbeat.station.theme.Drawing;

/**
 * What lies behind the waves: the millimetre grid behind each ECG, lines between the lanes, and
 * before each ECG a pulse of 1 mV and 5 mm. Lines are on whole device pixels, each the nearest to
 * its place, so that nothing adds up; the waves are not moved for it. User-interface thread only.
 */
final class WaveBackdrop extends Drawing {
  /** Where the lanes begin, right of the pulses, in px. */
  static final double LANES_LEFT = 56;

  private static final Color COARSE = Color.web("#1F2B33");
  private static final Color FINE = Color.web("#10181D");
  private static final Color SEPARATOR = Color.web("#232C36");
  private static final Color PULSE = Color.web("#B9C4CF");
  private static final double PULSE_X = 12;
  private static final double PULSE_STUB = 6;
  private static final double PULSE_MM = 5;
  private static final double PULSE_STROKE = 1.4;
  private static final int COARSE_EVERY = 5;

  /** Fine lines closer than this would be a haze. */
  private static final double LEAST_FINE_PX = 2.5;

  private List<LanePlace> lanes = List.of();
  private List<Double> gains = List.of();
  private double pxPerMm = 4;
  private boolean grid = true;
  private boolean live;

  WaveBackdrop() {
    super(0, 0);
    setManaged(false);
    setMouseTransparent(true);
  }

  /**
   * Shows what changed.
   *
   * @param nextGains of the lanes in mm/mV, in their order
   * @param isLive whether there are waves; without them there is nothing to measure
   */
  void show(
      List<LanePlace> next, List<Double> nextGains, double scale, boolean hasGrid, boolean isLive) {
    boolean same =
        next.equals(lanes)
            && Objects.equals(nextGains, gains)
            && scale == pxPerMm
            && hasGrid == grid
            && isLive == live;
    if (same) {
      return;
    }
    lanes = next;
    gains = List.copyOf(nextGains);
    pxPerMm = scale;
    grid = hasGrid;
    live = isLive;
    redraw();
  }

  @Override
  protected void draw(GraphicsContext g, double width, double height) {
    for (int i = 0; i < lanes.size(); i++) {
      LanePlace lane = lanes.get(i);
      if (lane.isEcg() && live) {
        if (grid) {
          drawGrid(g, lane, width);
        }
        drawPulse(g, lane, gains.get(i));
      }
      if (i > 0 && !(lane.isEcg() && lanes.get(i - 1).isEcg())) {
        g.setFill(SEPARATOR);
        g.fillRect(0, pixels().snap(lane.top()), width, pixels().width(1));
      }
    }
  }

  private void drawGrid(GraphicsContext g, LanePlace lane, double width) {
    if (pxPerMm >= LEAST_FINE_PX) {
      drawLines(g, lane, width, 1, FINE);
    }
    drawLines(g, lane, width, COARSE_EVERY, COARSE);
  }

  private void drawLines(
      GraphicsContext g, LanePlace lane, double width, int everyMm, Color color) {
    g.setFill(color);
    double hair = pixels().width(1);
    double top = pixels().snap(lane.top());
    double bottom = pixels().snap(lane.top() + lane.height());
    for (int mm = 0; mm * pxPerMm < width - 1; mm += everyMm) {
      g.fillRect(pixels().snap(1 + mm * pxPerMm), top, hair, bottom - top);
    }
    int from = everyMm * (int) Math.ceil(lane.top() / (everyMm * pxPerMm));
    for (int mm = from; mm * pxPerMm < lane.top() + lane.height(); mm += everyMm) {
      g.fillRect(pixels().snap(1), pixels().snap(mm * pxPerMm), width - 2, hair);
    }
  }

  private void drawPulse(GraphicsContext g, LanePlace lane, double mmPerMillivolt) {
    double high = Math.min(mmPerMillivolt * pxPerMm, lane.height() - 4);
    boolean cut = mmPerMillivolt * pxPerMm > lane.height() - 4;
    boolean words = lane.height() >= high + 24;
    double wide = Math.min(PULSE_MM * pxPerMm, LANES_LEFT - PULSE_X - PULSE_STUB - 4);
    double line = pixels().width(PULSE_STROKE);
    double low = lane.top() + (lane.height() + high) / 2 - (words ? 8 : 0);
    double foot = pixels().middle(low, line);
    double top = pixels().middle(foot - high, line);
    double left = pixels().middle(PULSE_X, line);
    double right = pixels().middle(PULSE_X + wide, line);
    g.setStroke(PULSE);
    g.setLineWidth(line);
    g.beginPath();
    g.moveTo(left - PULSE_STUB, foot);
    g.lineTo(left, foot);
    g.lineTo(left, top);
    if (cut) {
      g.moveTo(right, top);
    } else {
      g.lineTo(right, top);
    }
    g.lineTo(right, foot);
    g.lineTo(right + PULSE_STUB, foot);
    g.stroke();
    if (words) {
      g.setFont(digits());
      g.setFill(PULSE);
      g.setTextAlign(TextAlignment.CENTER);
      g.setTextBaseline(VPos.CENTER);
      g.fillText("1 mV", (left + right) / 2 + 2, foot + 14);
      g.setTextAlign(TextAlignment.LEFT);
    }
  }
}

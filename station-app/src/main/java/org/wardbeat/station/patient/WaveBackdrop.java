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
 * before each ECG a pulse of 1 mV and 5 mm. Grid lines are on whole pixels; the waves are not moved
 * for it. User-interface thread only.
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
        g.fillRect(0, lane.top(), width, 1);
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
    double step = everyMm * pxPerMm;
    for (int i = 0; i * step < width - 1; i++) {
      g.fillRect(1 + Math.rint(i * step), lane.top(), 1, lane.height());
    }
    int from = (int) Math.ceil(lane.top() / step);
    for (int i = from; i * step < lane.top() + lane.height(); i++) {
      g.fillRect(1, Math.rint(i * step), width - 2, 1);
    }
  }

  private void drawPulse(GraphicsContext g, LanePlace lane, double mmPerMillivolt) {
    double high = Math.min(mmPerMillivolt * pxPerMm, lane.height() - 4);
    boolean cut = mmPerMillivolt * pxPerMm > lane.height() - 4;
    boolean words = lane.height() >= high + 24;
    double foot = Math.rint(lane.top() + (lane.height() + high) / 2 - (words ? 8 : 0)) + 0.5;
    double right = PULSE_X + Math.min(PULSE_MM * pxPerMm, LANES_LEFT - PULSE_X - PULSE_STUB - 4);
    g.setStroke(PULSE);
    g.setLineWidth(1.4);
    g.beginPath();
    g.moveTo(PULSE_X - PULSE_STUB, foot);
    g.lineTo(PULSE_X, foot);
    g.lineTo(PULSE_X, foot - high);
    if (cut) {
      g.moveTo(right, foot - high);
    } else {
      g.lineTo(right, foot - high);
    }
    g.lineTo(right, foot);
    g.lineTo(right + PULSE_STUB, foot);
    g.stroke();
    if (words) {
      g.setFont(digits());
      g.setFill(PULSE);
      g.setTextAlign(TextAlignment.CENTER);
      g.setTextBaseline(VPos.CENTER);
      g.fillText("1 mV", (PULSE_X + right) / 2 + 2, foot + 14);
      g.setTextAlign(TextAlignment.LEFT);
    }
  }
}

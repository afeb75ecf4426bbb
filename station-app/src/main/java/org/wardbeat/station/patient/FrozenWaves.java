package org.wardbeat.station.patient;

import java.time.ZoneId;
import java.util.List;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import org.jspecify.annotations.Nullable;
import org.wardbeat.render.sweep.Amplitude;
import org.wardbeat.render.sweep.SweepStyle;
import org.wardbeat.station.presentation.Formats;
import org.wardbeat.station.theme.Drawing;

/**
 * Waves as they were when they were frozen, in the grey of what is recorded, the newest at the
 * right; and the calipers on them. User-interface thread only.
 */
final class FrozenWaves extends Drawing {
  private static final Color WAVE = Color.web("#C9D3DD");
  private static final Color CALIPER = Color.web("#F3A6FF");
  private static final Color BOX = Color.web("#0B0F14");
  private static final Color TIME = Color.web("#8B98A6");
  private static final double HANDLE = 14;
  private static final double STROKE = 1.6;
  private static final double CALIPER_STROKE = 1.5;
  private static final double LINE = 36;
  private static final double GRASP = 22;
  private static final double CAP = 2 * STROKE;
  private static final double PULSE_WIDTH = 1.5;

  /** Of the height of a lane, from its top. */
  private static final double PULSE_HEIGHT = 0.3;

  private static final long TICK_MICROS = 2_000_000;

  private final ZoneId zone;
  private final Runnable moved;
  private @Nullable Freeze freeze;
  private List<LanePlace> lanes = List.of();
  private List<Amplitude> amplitudes = List.of();
  private double pxPerMm = 4;
  private double pxPerMicro;
  private boolean holding;

  /**
   * @param moved is run when the mouse moved the calipers
   */
  FrozenWaves(ZoneId zone, Runnable moved) {
    super(0, 0);
    this.zone = zone;
    this.moved = moved;
    setId("frozen-waves");
    setManaged(false);
    setVisible(false);
    setCursor(Cursor.CROSSHAIR);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> holding = false);
  }

  /**
   * Shows frozen waves where the live ones were.
   *
   * @param drawn how the lanes were drawn, in their order
   */
  void show(
      Freeze frozen,
      List<LanePlace> places,
      List<Amplitude> drawn,
      double scale,
      double mmPerSecond) {
    freeze = frozen;
    lanes = places;
    amplitudes = List.copyOf(drawn);
    pxPerMm = scale;
    pxPerMicro = scale * mmPerSecond / 1e6;
    setVisible(true);
    redraw();
  }

  /** Shows the calipers where they are now. */
  void refresh() {
    redraw();
  }

  /** Shows nothing. */
  void clear() {
    freeze = null;
    setVisible(false);
  }

  private void press(MouseEvent event) {
    Freeze frozen = freeze;
    if (frozen == null || event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    int lane = laneAt(event.getY());
    frozen.grab(lane, micros(frozen, event.getX()));
    Calipers on = frozen.calipers();
    if (on != null && on.lane() == lane) {
      boolean near =
          Math.abs(x(frozen, frozen.lane(on).micros(on.active())) - event.getX()) <= GRASP;
      if (!near) {
        frozen.drag(micros(frozen, event.getX()));
      }
      holding = true;
      moved.run();
    }
    event.consume();
  }

  private void drag(MouseEvent event) {
    Freeze frozen = freeze;
    if (frozen != null && holding) {
      frozen.drag(micros(frozen, event.getX()));
      moved.run();
      event.consume();
    }
  }

  private int laneAt(double y) {
    for (int i = 0; i < lanes.size(); i++) {
      if (y >= lanes.get(i).top() && y < lanes.get(i).top() + lanes.get(i).height()) {
        return i;
      }
    }
    return -1;
  }

  private double x(Freeze frozen, long micros) {
    return WaveBackdrop.LANES_LEFT + (micros - frozen.fromMicros()) * pxPerMicro;
  }

  private long micros(Freeze frozen, double x) {
    return frozen.fromMicros() + Math.round((x - WaveBackdrop.LANES_LEFT) / pxPerMicro);
  }

  private double y(int lane, int sample) {
    LanePlace place = lanes.get(lane);
    Amplitude amplitude = amplitudes.get(lane);
    double height = place.height();
    double inLane =
        sample * amplitude.slope(height, pxPerMm, STROKE / 2)
            + amplitude.intercept(height, pxPerMm, STROKE / 2);
    return place.top() + Math.clamp(inLane, 1, height - 1);
  }

  @Override
  protected void draw(GraphicsContext g, double width, double height) {
    Freeze frozen = freeze;
    if (frozen == null) {
      return;
    }
    for (int i = 0; i < lanes.size() && i < frozen.lanes().size(); i++) {
      drawWave(g, frozen, i);
      drawCaps(g, frozen, i);
      drawPulses(g, frozen, lanes.get(i));
    }
    drawTimes(g, frozen, height);
    Calipers on = frozen.calipers();
    if (on != null) {
      drawCalipers(g, frozen, on, width);
    }
  }

  private void drawWave(GraphicsContext g, Freeze frozen, int index) {
    FrozenLane lane = frozen.lanes().get(index);
    g.setStroke(WAVE);
    g.setLineWidth(STROKE);
    g.beginPath();
    for (int i = 0; i < lane.length(); i++) {
      if (!lane.isKnown(i)) {
        continue;
      }
      double x = x(frozen, lane.micros(i));
      double y = y(index, lane.sample(i));
      if (lane.joinsPrevious(i)) {
        g.lineTo(x, y);
      } else {
        g.moveTo(x, y);
      }
    }
    g.stroke();
  }

  /** A thick end where the wave was beyond what its device can measure. */
  private void drawCaps(GraphicsContext g, Freeze frozen, int index) {
    FrozenLane lane = frozen.lanes().get(index);
    g.save();
    g.setStroke(SweepStyle.DESK.clipped());
    g.setLineWidth(CAP);
    g.setLineCap(StrokeLineCap.BUTT);
    g.beginPath();
    for (int i = 0; i < lane.length(); i++) {
      int side = lane.saturation(i);
      if (side == 0) {
        continue;
      }
      double x = x(frozen, lane.micros(i));
      double y = y(index, lane.sample(i));
      if (!lane.joinsPrevious(i) || lane.saturation(i - 1) != side) {
        g.moveTo(x - 1, y);
      }
      g.lineTo(x, y);
    }
    g.stroke();
    g.restore();
  }

  private void drawPulses(GraphicsContext g, Freeze frozen, LanePlace place) {
    FrozenLane pacer = frozen.pacer();
    if (pacer == null || !place.isEcg()) {
      return;
    }
    g.setFill(SweepStyle.DESK.pacer());
    for (int i = 0; i < pacer.length(); i++) {
      if (pacer.isKnown(i) && pacer.sample(i) != 0) {
        double x = pixels().snap(x(frozen, pacer.micros(i)));
        g.fillRect(x, place.top(), pixels().width(PULSE_WIDTH), PULSE_HEIGHT * place.height());
      }
    }
  }

  private void drawTimes(GraphicsContext g, Freeze frozen, double height) {
    g.setFont(digits());
    g.setFill(TIME);
    long every =
        TICK_MICROS
            * Math.max(1, Math.ceilDiv(110, Math.max(1, (long) (TICK_MICROS * pxPerMicro))));
    long first = Math.ceilDiv(frozen.fromMicros(), every) * every;
    for (long at = first; at < frozen.toMicros(); at += every) {
      double x = pixels().snap(x(frozen, at));
      g.fillRect(x, height - 22, pixels().width(1), 6);
      g.fillText(Formats.clock(at, zone), x - 34, height - 8);
    }
  }

  private void drawCalipers(GraphicsContext g, Freeze frozen, Calipers on, double width) {
    FrozenLane wave = frozen.lane(on);
    LanePlace place = lanes.get(on.lane());
    double line = pixels().width(CALIPER_STROKE);
    double firstX = pixels().middle(x(frozen, wave.micros(on.first())), line);
    double secondX = pixels().middle(x(frozen, wave.micros(on.second())), line);
    double bottom = place.top() + place.height() - 1;
    double bar = pixels().middle(bottom - HANDLE, line);
    g.setStroke(CALIPER);
    g.setLineWidth(line);
    g.strokeLine(firstX, place.top() + 1, firstX, bottom);
    g.strokeLine(secondX, place.top() + 1, secondX, bottom);
    g.strokeLine(firstX, bar, secondX, bar);
    drawLevel(g, firstX, pixels().middle(y(on.lane(), wave.sample(on.first())), line));
    drawLevel(g, secondX, pixels().middle(y(on.lane(), wave.sample(on.second())), line));
    drawHandle(g, firstX, bar, !on.onSecond());
    drawHandle(g, secondX, bar, on.onSecond());
    drawMeasure(g, on.measure(wave), Calipers.unit(wave), firstX, secondX, bar, width);
  }

  private static void drawLevel(GraphicsContext g, double x, double y) {
    g.strokeLine(x - LINE / 2, y, x + LINE / 2, y);
  }

  private void drawHandle(GraphicsContext g, double x, double y, boolean active) {
    g.setFill(active ? CALIPER : BOX);
    double half = pixels().snap(HANDLE / 2);
    g.fillRect(x - half, y - half, 2 * half, 2 * half);
    g.strokeRect(x - half, y - half, 2 * half, 2 * half);
  }

  private void drawMeasure(
      GraphicsContext g,
      Calipers.Measure measure,
      String unit,
      double firstX,
      double secondX,
      double bar,
      double width) {
    String words = measure.interval() + "   " + measure.rate() + "   " + measure.amplitude(unit);
    g.setFont(Font.font("B612", FontWeight.NORMAL, 21));
    double boxWidth = 24 + words.length() * 12.6;
    double right = Math.max(firstX, secondX) + HANDLE + 6;
    double left = Math.min(firstX, secondX) - HANDLE - 6 - boxWidth;
    double free = right + boxWidth < width ? right : Math.max(WaveBackdrop.LANES_LEFT, left);
    double x = pixels().middle(free, g.getLineWidth());
    double top = bar - pixels().snap(24);
    g.setFill(BOX);
    g.fillRect(x, top, pixels().snap(boxWidth), pixels().snap(32));
    g.strokeRect(x, top, pixels().snap(boxWidth), pixels().snap(32));
    g.setFill(CALIPER);
    g.fillText(words, x + 12, bar - 8);
  }
}

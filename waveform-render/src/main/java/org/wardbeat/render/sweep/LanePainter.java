package org.wardbeat.render.sweep;

import org.wardbeat.render.ring.SampleTimeline;

/**
 * Paints a lane column by column. What a column shows depends on the samples alone, so painting bit
 * by bit and painting at once give the same picture.
 */
final class LanePainter {

  private static final double BAR_X = 2;
  private static final double BAR_TICK = 5;
  private static final double BAR_ROOM = 8;
  private static final double DASH = 7;
  private static final double TICK_WIDTH = 1.5;

  /** Of the height of a lane, from its top. */
  private static final double TICK_HEIGHT = 0.3;

  private final Lane lane;

  // In device pixels, set by place().
  private int left;
  private int upper;
  private int columns;
  private int rows;
  private int waveLeft;
  private int waveColumns;
  private int gap;
  private boolean scrolling;
  private long painted;

  LanePainter(Lane lane) {
    this.lane = lane;
  }

  void repaint(SweepCanvas canvas, long head) {
    place(canvas);
    canvas.surface().fill(left, upper, columns, rows, 0);
    if (columns == 0 || rows == 0) {
      return;
    }
    switch (lane.mode()) {
      case BLANK -> {}
      case LEADS_OFF -> dashes(canvas);
      case TRACE -> {
        drawBar(canvas, left, left + columns);
        painted = head - (waveColumns - gap);
        paintColumns(canvas, head);
      }
    }
  }

  private void place(SweepCanvas canvas) {
    SweepSurface surface = canvas.surface();
    left = Math.clamp(canvas.snap(lane.x()), 0, surface.width());
    upper = Math.clamp(canvas.snap(lane.y()), 0, surface.height());
    columns = Math.clamp(canvas.snap(lane.x() + lane.width()), left, surface.width()) - left;
    rows = Math.clamp(canvas.snap(lane.y() + lane.height()), upper, surface.height()) - upper;
    scrolling = canvas.motion() == SweepMotion.SCROLL;
    int room = scrolling ? Math.min(columns, canvas.snap(BAR_ROOM)) : 0;
    waveLeft = left + room;
    waveColumns = columns - room;
    int erased = Math.max(1, canvas.snap(canvas.style().eraseGap()));
    gap = scrolling ? 0 : Math.min(columns, erased);
  }

  /** Paints what came before the playhead since the last time. */
  void moveOn(SweepCanvas canvas, long head) {
    if (waveColumns == 0 || rows == 0 || head <= painted) {
      return;
    }
    if (head - painted >= waveColumns - gap) {
      repaint(canvas, head);
    } else if (scrolling) {
      scroll(canvas, (int) (head - painted));
      paintColumns(canvas, head);
    } else {
      erase(canvas, head);
      paintColumns(canvas, head);
    }
  }

  private void scroll(SweepCanvas canvas, int by) {
    canvas.surface().scrollLeft(waveLeft, upper, waveColumns, rows, by);
    canvas.surface().fill(waveLeft + waveColumns - by, upper, by, rows, 0);
  }

  private void erase(SweepCanvas canvas, long head) {
    for (long column = painted; column < head; column++) {
      int at = left + Math.floorMod(column + gap, columns);
      canvas.surface().fill(at, upper, 1, rows, 0);
      drawBar(canvas, at, at + 1);
    }
  }

  private int where(long column, long head) {
    return scrolling
        ? waveLeft + waveColumns - (int) (head - column)
        : left + Math.floorMod(column, columns);
  }

  private void paintColumns(SweepCanvas canvas, long head) {
    long first = painted;
    painted = Math.max(painted, head);
    LaneSource wave = lane.source();
    if (wave != null && !wave.timeline().isUnknown()) {
      paintWave(canvas, wave, first, head);
    }
    LaneSource pacer = lane.pacer();
    if (pacer != null && !pacer.timeline().isUnknown()) {
      paintTicks(canvas, pacer, first, head);
    }
  }

  private void paintWave(SweepCanvas canvas, LaneSource wave, long first, long head) {
    double radius = canvas.penRadius();
    WavePoints points = canvas.points();
    Amplitude amplitude = lane.amplitude();
    double pxPerMm = canvas.devicePxPerMm();
    double slope = amplitude.slope(rows, pxPerMm, radius);
    double intercept = amplitude.intercept(rows, pxPerMm, radius);
    FilteredWave filtered = wave.filtered();
    if (filtered != null && filtered.removesLevel()) {
      intercept += amplitude.restUnits() * slope;
    }
    long from = indexBefore(canvas.micros(first - radius), wave);
    long to = indexAfter(canvas.micros(head + radius), wave);
    points.load(wave, from, to, canvas.devicePxPerMicro(), slope, intercept);
    points.markClipped(lane.lowest(), lane.highest());
    int hint = 0;
    for (long column = first; column < head; column++) {
      hint = canvas.painter().cover(points, column, hint, rows, radius);
      int at = where(column, head);
      canvas.painter().blend(canvas.surface(), at, upper, lane.argb());
      if (points.hasClipped()) {
        cap(canvas, points, column, hint, at);
      }
    }
    lane.painted(to);
  }

  private long indexBefore(long micros, LaneSource of) {
    SampleTimeline timeline = of.timeline();
    long oldest = of.ring().oldest();
    if (lane.drawFromMicros() != Long.MIN_VALUE) {
      oldest = Math.max(oldest, timeline.indexAtOrAfter(lane.drawFromMicros()));
    }
    return Math.max(oldest, timeline.indexAtOrAfter(micros) - 1);
  }

  private static long indexAfter(long micros, LaneSource of) {
    return Math.min(of.timeline().indexAtOrAfter(micros) + 1, of.seenEnd());
  }

  /** A thick end where the wave is beyond what the device can measure. */
  private void cap(SweepCanvas canvas, WavePoints points, long column, int hint, int at) {
    int thick = Math.max(2, canvas.snap(2 * canvas.style().strokeWidth()));
    int color = Lane.argb(canvas.style().clipped());
    for (int side = -1; side <= 1; side += 2) {
      double y = points.clippedAt(column, hint, side);
      if (!Double.isNaN(y)) {
        int top = Math.clamp(Math.round(y - thick / 2.0), 0, Math.max(0, rows - thick));
        canvas.surface().fill(at, upper + top, 1, Math.min(thick, rows), color);
      }
    }
  }

  private void paintTicks(SweepCanvas canvas, LaneSource pacer, long first, long head) {
    int wide = Math.max(1, canvas.snap(TICK_WIDTH));
    int high = Math.max(1, (int) Math.round(TICK_HEIGHT * rows));
    int color = Lane.argb(canvas.style().pacer());
    WavePoints points = canvas.points();
    long from = indexBefore(canvas.micros(first - (double) wide), pacer);
    long to = indexAfter(canvas.micros((double) head), pacer);
    points.load(pacer, from, to, canvas.devicePxPerMicro(), 1, 0);
    for (int i = 0; i < points.count(); i++) {
      if (!points.isBreak(i) && points.y(i) != 0) {
        long begin = (long) Math.floor(points.x(i));
        for (long c = Math.max(first, begin); c < Math.min(head, begin + wide); c++) {
          canvas.surface().fill(where(c, head), upper, 1, high, color);
        }
      }
    }
  }

  private void drawBar(SweepCanvas canvas, int fromColumn, int toColumn) {
    boolean none = canvas.style().calibrationBar().equals(SweepStyle.NO_BAR);
    if (none || !(lane.amplitude() instanceof Amplitude.Calibrated calibrated)) {
      return;
    }
    double pxPerMm = canvas.devicePxPerMm();
    int line = Math.max(1, canvas.snap(1));
    int tick = canvas.snap(BAR_TICK);
    int middle = left + canvas.snap(BAR_X);
    int begin = middle - (tick - line) / 2;
    int foot = (int) Math.round(calibrated.zeroAt() * rows);
    int top = foot - (int) Math.round(calibrated.mmPerMillivolt() * pxPerMm);
    int color = Lane.argb(canvas.style().calibrationBar());
    bar(canvas, fromColumn, toColumn, middle, line, top, foot - top, color);
    bar(canvas, fromColumn, toColumn, begin, tick, top, line, color);
    bar(canvas, fromColumn, toColumn, begin, tick, foot - line, line, color);
  }

  private void bar(SweepCanvas canvas, int from, int to, int x, int w, int y, int h, int color) {
    int low = Math.max(Math.max(from, left), x);
    int high = Math.min(to, x + w);
    int top = Math.max(0, y);
    int bottom = Math.min(rows, y + h);
    if (low < high && top < bottom) {
      canvas.surface().fill(low, upper + top, high - low, bottom - top, color);
    }
  }

  private void dashes(SweepCanvas canvas) {
    int thickness = Math.min(rows, Math.max(1, canvas.snap(canvas.style().strokeWidth())));
    int dash = canvas.snap(DASH);
    int free = Math.min(columns, canvas.snap(lane.labelGap()));
    int side = (columns - free) / 2;
    int top = upper + (rows - thickness) / 2;
    int color = Lane.argb(canvas.style().leadsOff());
    for (int at = 0; at < side; at += 2 * dash) {
      int length = Math.min(dash, side - at);
      canvas.surface().fill(left + at, top, length, thickness, color);
      if (free > 0) {
        canvas.surface().fill(left + columns - at - length, top, length, thickness, color);
      }
    }
    if (free == 0) {
      for (int at = side - side % (2 * dash); at < columns; at += 2 * dash) {
        int length = Math.min(dash, columns - at);
        canvas.surface().fill(left + at, top, length, thickness, color);
      }
    }
  }
}

package org.wardbeat.render.sweep;

import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.wardbeat.render.ring.SampleRing;
import org.wardbeat.render.ring.SampleTimeline;

/**
 * One wave of a {@link SweepPage}. It never draws outside its bounds. User-interface thread only;
 * changes show with the next {@link SweepPage#pulse}.
 *
 * <p>A sample that arrives after the playhead has passed it is late: it is counted and never drawn,
 * not on a later repaint either. Samples of {@link SampleRing#backfill} are never late.
 */
public final class Lane {

  private static final double BAR_X = 2;
  private static final double BAR_TICK = 5;
  private static final double DASH = 7;

  private final LateLog late = new LateLog();
  private double x;
  private double y;
  private double width;
  private double height;
  private @Nullable SampleRing ring;
  private LaneMode mode = LaneMode.BLANK;
  private Amplitude amplitude;
  private int argb;
  private double labelGap;
  private long drawFromMicros = Long.MIN_VALUE;

  private boolean moved = true;
  private boolean stale = true;
  private long seenEnd;
  private SampleTimeline timeline;
  private long lateSamples;
  private long paintedEnd;

  // In device pixels, set by place().
  private int left;
  private int upper;
  private int columns;
  private int rows;
  private int gap;
  private long painted;

  Lane(Color color, Amplitude amplitude) {
    this.argb = argb(color);
    this.amplitude = amplitude;
    this.timeline = NO_RING.timeline();
  }

  private static final SampleRing NO_RING = new SampleRing(1, 1);

  static int argb(Color color) {
    return 0xff << 24
        | (int) Math.round(color.getRed() * 255) << 16
        | (int) Math.round(color.getGreen() * 255) << 8
        | (int) Math.round(color.getBlue() * 255);
  }

  /** Places the lane on its page, in logical pixels; edges are snapped to device pixels. */
  public void setBounds(double x, double y, double width, double height) {
    if (x != this.x || y != this.y || width != this.width || height != this.height) {
      this.x = x;
      this.y = y;
      this.width = width;
      this.height = height;
      moved = true;
    }
  }

  /**
   * Sets what to draw; null for nothing. The ring should hold the width of the lane and some
   * seconds more. What it already has is not late.
   */
  public void setRing(@Nullable SampleRing ring) {
    if (ring == this.ring) {
      return;
    }
    this.ring = ring;
    forgetLate();
    SampleRing source = ring == null ? NO_RING : ring;
    seenEnd = source.end();
    timeline = source.timeline();
    stale = true;
  }

  /** Sets what the lane shows; {@link LaneMode#BLANK} at first. */
  public void setMode(LaneMode mode) {
    stale |= mode != this.mode;
    this.mode = mode;
  }

  /** Sets the colour of the wave; its opacity is ignored. */
  public void setColor(Color color) {
    stale |= argb(color) != argb;
    argb = argb(color);
  }

  /** Sets gain and offset; the calibration bar follows. */
  public void setAmplitude(Amplitude amplitude) {
    stale |= !amplitude.equals(this.amplitude);
    this.amplitude = amplitude;
  }

  /**
   * Sets how much of the middle of the leads-off line stays free for a label, in px; 0 at first.
   */
  public void setLabelGap(double labelGap) {
    stale |= labelGap != this.labelGap;
    this.labelGap = labelGap;
  }

  /**
   * Draws nothing older than the given time, also if it is in the ring: after an outage, what was
   * missed is for the record and not for the screen.
   *
   * @param micros on the bridge's clock; {@link Long#MIN_VALUE}, as at first, to draw everything
   */
  public void drawFrom(long micros) {
    stale |= micros != drawFromMicros;
    drawFromMicros = micros;
  }

  /** Samples that came too late to be drawn, since the ring was set. */
  public long lateSamples() {
    return lateSamples;
  }

  /** Index after the newest sample that is painted; 0 if none is. */
  public long paintedEnd() {
    return paintedEnd;
  }

  double nominalPeriodMicros() {
    return ring == null ? 0 : timeline.nominalPeriodMicros();
  }

  boolean takeMoved() {
    boolean result = moved;
    moved = false;
    return result;
  }

  void markStale() {
    stale = true;
  }

  void forgetLate() {
    late.clear();
    lateSamples = 0;
    paintedEnd = 0;
  }

  /** Takes note of what arrived since the last pulse, at which the playhead was where told. */
  void observe(long lastPlayheadMicros) {
    SampleRing source = ring;
    if (source == null) {
      return;
    }
    long end = source.end();
    if (end == seenEnd) {
      return;
    }
    timeline = source.timeline();
    long begin = Math.max(seenEnd, source.oldest());
    long backfilled = Math.clamp(source.backfilledEnd(), begin, end);
    stale |= backfilled > begin;
    long onTime = Math.clamp(timeline.indexAtOrAfter(lastPlayheadMicros + 1), backfilled, end);
    if (onTime > backfilled) {
      late.add(backfilled, onTime);
      lateSamples += onTime - backfilled;
    }
    seenEnd = end;
  }

  /** Paints up to the playhead what is not painted yet, or all of it if anything else changed. */
  void paint(SweepCanvas canvas) {
    if (stale) {
      stale = false;
      repaint(canvas);
    } else if (mode == LaneMode.TRACE && columns > 0) {
      sweep(canvas);
    }
  }

  private void repaint(SweepCanvas canvas) {
    place(canvas);
    canvas.surface().fill(left, upper, columns, rows, 0);
    if (columns == 0 || rows == 0) {
      return;
    }
    switch (mode) {
      case BLANK -> {}
      case LEADS_OFF -> dashes(canvas);
      case TRACE -> {
        drawBar(canvas, left, left + columns);
        painted = canvas.head() - (columns - gap);
        paintColumns(canvas, canvas.head());
      }
    }
  }

  private void place(SweepCanvas canvas) {
    SweepSurface surface = canvas.surface();
    left = Math.clamp(canvas.snap(x), 0, surface.width());
    upper = Math.clamp(canvas.snap(y), 0, surface.height());
    columns = Math.clamp(canvas.snap(x + width), left, surface.width()) - left;
    rows = Math.clamp(canvas.snap(y + height), upper, surface.height()) - upper;
    gap = Math.min(columns, Math.max(1, canvas.snap(canvas.style().eraseGap())));
  }

  private void sweep(SweepCanvas canvas) {
    long head = canvas.head();
    if (head - painted >= columns - gap) {
      repaint(canvas);
      return;
    }
    for (long column = painted; column < head; column++) {
      int at = left + Math.floorMod(column + gap, columns);
      canvas.surface().fill(at, upper, 1, rows, 0);
      drawBar(canvas, at, at + 1);
    }
    paintColumns(canvas, head);
  }

  private void paintColumns(SweepCanvas canvas, long head) {
    SampleRing source = ring;
    if (source == null || timeline.isUnknown() || painted >= head) {
      painted = Math.max(painted, head);
      return;
    }
    WavePoints points = canvas.points();
    double radius = canvas.penRadius();
    long from = indexBefore(canvas.micros(painted - radius), source);
    long to = Math.min(timeline.indexAtOrAfter(canvas.micros(head + radius)) + 1, seenEnd);
    double pxPerMm = canvas.devicePxPerMm();
    points.load(
        source,
        timeline,
        late,
        from,
        to,
        canvas.devicePxPerMicro(),
        amplitude.slope(rows, pxPerMm, radius),
        amplitude.intercept(rows, pxPerMm, radius));
    int hint = 0;
    for (; painted < head; painted++) {
      hint = canvas.painter().cover(points, painted, hint, rows, radius);
      int at = left + Math.floorMod(painted, columns);
      canvas.painter().blend(canvas.surface(), at, upper, argb);
    }
    paintedEnd = Math.max(paintedEnd, to);
  }

  private long indexBefore(long micros, SampleRing source) {
    long oldest = source.oldest();
    if (drawFromMicros != Long.MIN_VALUE) {
      oldest = Math.max(oldest, timeline.indexAtOrAfter(drawFromMicros));
    }
    return Math.max(oldest, timeline.indexAtOrAfter(micros) - 1);
  }

  private void drawBar(SweepCanvas canvas, int fromColumn, int toColumn) {
    if (!(amplitude instanceof Amplitude.Calibrated calibrated)) {
      return;
    }
    double pxPerMm = canvas.devicePxPerMm();
    int line = Math.max(1, canvas.snap(1));
    int tick = canvas.snap(BAR_TICK);
    int middle = left + canvas.snap(BAR_X);
    int begin = middle - (tick - line) / 2;
    int foot = (int) Math.round(calibrated.zeroAt() * rows);
    int top = foot - (int) Math.round(calibrated.mmPerMillivolt() * pxPerMm);
    int color = argb(canvas.style().calibrationBar());
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
    int free = Math.min(columns, canvas.snap(labelGap));
    int side = (columns - free) / 2;
    int top = upper + (rows - thickness) / 2;
    int color = argb(canvas.style().leadsOff());
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

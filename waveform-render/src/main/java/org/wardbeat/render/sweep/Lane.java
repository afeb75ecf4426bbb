package org.wardbeat.render.sweep;

import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.wardbeat.render.filter.FilterBand;
import org.wardbeat.render.filter.Notch;
import org.wardbeat.render.ring.SampleRing;

/**
 * One wave of a {@link Sweep}. It never draws outside its bounds. User-interface thread only;
 * changes show with the next {@link SweepPage#pulse}.
 *
 * <p>A sample that arrives after the playhead has passed it is late: it is counted and never drawn,
 * not on a later repaint either. Samples of {@link SampleRing#backfill} are never late.
 */
public final class Lane {

  private final LanePainter painter = new LanePainter(this);
  private double x;
  private double y;
  private double width;
  private double height;
  private @Nullable LaneSource source;
  private @Nullable LaneSource pacer;
  private LaneMode mode = LaneMode.BLANK;
  private Amplitude amplitude;
  private FilterBand band = FilterBand.AS_SENT;
  private Notch notch = Notch.OFF;
  private int lowest = Integer.MIN_VALUE;
  private int highest = Integer.MAX_VALUE;
  private int argb;
  private double labelGap;
  private long drawFromMicros = Long.MIN_VALUE;
  private boolean moved = true;
  private boolean stale = true;
  private long paintedEnd;

  Lane(Color color, Amplitude amplitude) {
    this.argb = argb(color);
    this.amplitude = amplitude;
  }

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
    LaneSource before = source;
    if (ring == (before == null ? null : before.ring())) {
      return;
    }
    LaneSource next = ring == null ? null : new LaneSource(ring);
    if (next != null) {
      next.setFilter(band, notch);
    }
    source = next;
    paintedEnd = 0;
    stale = true;
  }

  /**
   * Sets where a pacemaker fired, drawn as ticks from the top of the lane; null for nowhere.
   *
   * @param ring whose samples are 0 but where it fired, of the same device as the wave
   */
  public void setPacer(@Nullable SampleRing ring) {
    LaneSource before = pacer;
    if (ring != (before == null ? null : before.ring())) {
      pacer = ring == null ? null : new LaneSource(ring);
      stale = true;
    }
  }

  /**
   * Sets the band in which the wave is shown; as the device sent it at first. Where the filter
   * takes the level out, the wave lies around the zero of its amplitude (a full-scale one around
   * the middle of its lane). A filter starts anew after each gap.
   */
  public void setFilter(FilterBand band, Notch notch) {
    if (band == this.band && notch == this.notch) {
      return;
    }
    this.band = band;
    this.notch = notch;
    LaneSource present = source;
    if (present != null) {
      present.setFilter(band, notch);
    }
    stale = true;
  }

  /**
   * Sets the limits of the device's converter: samples at or beyond one of them are drawn as
   * clipped, with a cap. At first there are none.
   *
   * @param lowest ADC units; {@link Integer#MIN_VALUE} for no limit
   * @param highest ADC units; {@link Integer#MAX_VALUE} for no limit
   */
  public void setConverterLimits(int lowest, int highest) {
    stale |= lowest != this.lowest || highest != this.highest;
    this.lowest = lowest;
    this.highest = highest;
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
    LaneSource present = source;
    return present == null ? 0 : present.lateSamples();
  }

  /** Index after the newest sample that is painted; 0 if none is. */
  public long paintedEnd() {
    return paintedEnd;
  }

  /** The time from one sample of the wave to the next, in µs; 0 if there is none. */
  double nominalPeriodMicros() {
    return source == null ? 0 : source.timeline().nominalPeriodMicros();
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
    paintedEnd = 0;
    if (source != null) {
      source.forgetLate();
    }
    if (pacer != null) {
      pacer.forgetLate();
    }
  }

  /**
   * Takes note of what arrived since the last pulse, at which the playhead was where told.
   *
   * @return as {@link LaneSource#arrivedMicros()}
   */
  long observe(long lastPlayheadMicros) {
    LaneSource wave = source;
    LaneSource ticks = pacer;
    if (ticks != null) {
      stale |= ticks.observe(lastPlayheadMicros);
    }
    if (wave == null) {
      return LaneSource.NONE;
    }
    stale |= wave.observe(lastPlayheadMicros);
    return wave.arrivedMicros();
  }

  /** Paints up to a column what is not painted yet, or all of it if anything else changed. */
  void paint(SweepCanvas canvas, long head) {
    if (stale) {
      stale = false;
      painter.repaint(canvas, head);
    } else if (mode == LaneMode.TRACE) {
      painter.moveOn(canvas, head);
    }
  }

  void painted(long end) {
    paintedEnd = Math.max(paintedEnd, end);
  }

  double x() {
    return x;
  }

  double y() {
    return y;
  }

  double width() {
    return width;
  }

  double height() {
    return height;
  }

  @Nullable LaneSource source() {
    return source;
  }

  @Nullable LaneSource pacer() {
    return pacer;
  }

  LaneMode mode() {
    return mode;
  }

  Amplitude amplitude() {
    return amplitude;
  }

  int lowest() {
    return lowest;
  }

  int highest() {
    return highest;
  }

  int argb() {
    return argb;
  }

  double labelGap() {
    return labelGap;
  }

  long drawFromMicros() {
    return drawFromMicros;
  }
}

package org.wardbeat.render.sweep;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page without a screen: its sweeps, and the surface they paint on.
 *
 * <p>Time maps to device columns numbered since the beginning of the bridge's time; a lane shows a
 * column at its number modulo the lane's width, so lanes of one width whose playheads are equal are
 * in step. A column is painted once, when every sample that can touch it lies before the playhead.
 */
final class SweepCanvas {

  private final List<Sweep> sweeps = new ArrayList<>();
  private final WavePoints points = new WavePoints();
  private final ColumnPainter painter = new ColumnPainter();
  private @Nullable SweepSurface surface;
  private SweepScale scale;
  private SweepStyle style;
  private SweepMotion motion = SweepMotion.ERASE_BAR;
  private double outputScale = 1;
  private boolean repaintNeeded = true;

  SweepCanvas(SweepScale scale, SweepStyle style) {
    this.scale = scale;
    this.style = style;
  }

  void add(Sweep sweep) {
    sweeps.add(sweep);
  }

  void remove(Sweep sweep) {
    sweeps.remove(sweep);
    repaintNeeded = true;
  }

  void setScale(SweepScale scale) {
    repaintNeeded |= !scale.equals(this.scale);
    this.scale = scale;
  }

  void setStyle(SweepStyle style) {
    repaintNeeded |= !style.equals(this.style);
    this.style = style;
  }

  void setMotion(SweepMotion motion) {
    repaintNeeded |= motion != this.motion;
    this.motion = motion;
  }

  /** Takes another surface, of device pixels, of which {@code outputScale} make a logical one. */
  void resize(SweepSurface surface, double outputScale) {
    this.surface = surface;
    this.outputScale = outputScale;
    repaintNeeded = true;
  }

  /**
   * Moves all sweeps on to a moment. While nothing is shown only arrivals are noted, and nothing is
   * painted.
   */
  void pulse(long nowNanos, boolean showing) {
    for (int i = 0; i < sweeps.size(); i++) {
      repaintNeeded |= sweeps.get(i).follow(nowNanos);
    }
    if (!showing || surface == null) {
      repaintNeeded = true;
      return;
    }
    paint();
  }

  private void paint() {
    if (repaintNeeded) {
      repaintNeeded = false;
      surface().clear();
      sweeps.forEach(Sweep::markStale);
    }
    for (int i = 0; i < sweeps.size(); i++) {
      sweeps.get(i).paint(this);
    }
  }

  SweepSurface surface() {
    if (surface == null) {
      throw new IllegalStateException("Nothing can be painted before the page has a size.");
    }
    return surface;
  }

  WavePoints points() {
    return points;
  }

  ColumnPainter painter() {
    return painter;
  }

  SweepMotion motion() {
    return motion;
  }

  SweepStyle style() {
    return style;
  }

  /** The column after the last one that samples up to a time touch. */
  long head(double micros) {
    return (long) Math.floor(micros * devicePxPerMicro() - penRadius());
  }

  /** The time at which the sweep is at a column. */
  long micros(double column) {
    return (long) Math.floor(column / devicePxPerMicro());
  }

  int snap(double logicalPx) {
    return (int) Math.round(logicalPx * outputScale);
  }

  double penRadius() {
    return style.strokeWidth() * outputScale / 2;
  }

  double devicePxPerMm() {
    return scale.pxPerMm() * outputScale;
  }

  double devicePxPerMicro() {
    return scale.pxPerSecond() * outputScale / 1e6;
  }
}

package org.wardbeat.render.sweep;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sweep without a screen: lanes, the surface they paint on, and where the playhead is on it.
 *
 * <p>Time maps to device columns numbered since the beginning of the bridge's time; a lane shows a
 * column at its number modulo the lane's width, so all lanes of one width are in step. A column is
 * painted once, when every sample that can touch it lies before the playhead.
 */
final class SweepCanvas {

  private static final double LEAST_LAG_MICROS = 20_000;

  /**
   * A playhead that moved on by more than this between two pulses tells of a computer that slept or
   * of a display that was off. Some graphics drivers lose pictures then without a word to JavaFX,
   * so all of them are painted, and handed over, anew.
   */
  private static final long LONG_GAP_MICROS = 2_000_000;

  private final List<Lane> lanes = new ArrayList<>();
  private final WavePoints points = new WavePoints();
  private final ColumnPainter painter = new ColumnPainter();
  private @Nullable SweepSurface surface;
  private SweepScale scale;
  private SweepStyle style;
  private SweepMotion motion = SweepMotion.ERASE_BAR;
  private double outputScale = 1;
  private boolean repaintNeeded = true;
  private boolean started;
  private long epoch;
  private long lastPlayheadMicros;
  private double lagMicros;
  private long head;
  private long arrivedMicros = LaneSource.NONE;

  SweepCanvas(SweepScale scale, SweepStyle style) {
    this.scale = scale;
    this.style = style;
  }

  void add(Lane lane) {
    lanes.add(lane);
  }

  void remove(Lane lane) {
    lanes.remove(lane);
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
   * Moves on to a playhead. While nothing is shown only arrivals are noted, and nothing is painted.
   *
   * @param epoch changes where the playhead is not comparable with the last one
   */
  void pulse(long playheadMicros, long epoch, boolean showing) {
    if (!started || epoch != this.epoch) {
      begin(playheadMicros, epoch);
    }
    double slowest = LEAST_LAG_MICROS;
    arrivedMicros = LaneSource.NONE;
    for (int i = 0; i < lanes.size(); i++) {
      Lane lane = lanes.get(i);
      arrivedMicros = Math.min(arrivedMicros, lane.observe(lastPlayheadMicros));
      repaintNeeded |= lane.takeMoved();
      slowest = Math.max(slowest, lane.nominalPeriodMicros() * 1.02);
    }
    repaintNeeded |= slowest != lagMicros;
    lagMicros = slowest;
    repaintNeeded |= playheadMicros - lastPlayheadMicros > LONG_GAP_MICROS;
    lastPlayheadMicros = playheadMicros;
    if (!showing || surface == null) {
      repaintNeeded = true;
      return;
    }
    head = (long) Math.floor((playheadMicros - lagMicros) * devicePxPerMicro() - penRadius());
    paint();
  }

  private void begin(long playheadMicros, long newEpoch) {
    started = true;
    epoch = newEpoch;
    lastPlayheadMicros = playheadMicros;
    repaintNeeded = true;
    lanes.forEach(Lane::forgetLate);
  }

  private void paint() {
    if (repaintNeeded) {
      repaintNeeded = false;
      surface().clear();
      lanes.forEach(Lane::markStale);
    }
    for (int i = 0; i < lanes.size(); i++) {
      lanes.get(i).paint(this);
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

  /** The time of the earliest live sample noted in the last pulse; or {@link LaneSource#NONE}. */
  long arrivedMicros() {
    return arrivedMicros;
  }

  SweepStyle style() {
    return style;
  }

  /** The column after the last one that can be painted. */
  long head() {
    return head;
  }

  /** The time up to which waves can be painted. */
  long paintedMicros() {
    return micros((double) head);
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

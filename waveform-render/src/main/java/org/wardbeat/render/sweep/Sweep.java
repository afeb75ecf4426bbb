package org.wardbeat.render.sweep;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.paint.Color;
import org.wardbeat.render.playout.PlayoutClock;

/**
 * The waves of one bed on a {@link SweepPage}, all of which one clock plays. So what comes late
 * from one bed delays the waves of no other. User-interface thread only.
 */
public final class Sweep {

  /**
   * A playhead that moved on by more than this between two pulses tells of a computer that slept or
   * of a display that was off. Some graphics drivers lose pictures then without a word to JavaFX,
   * so all of them are painted, and handed over, anew.
   */
  private static final long LONG_GAP_MICROS = 2_000_000;

  /** A column is painted when the sample after it is there as well. */
  private static final double LEAST_LAG_MICROS = 20_000;

  /** A wave of fewer samples than this allows for has gaps, and makes no other one late. */
  private static final double MOST_LAG_MICROS = 250_000;

  private final PlayoutClock clock;
  private final List<Lane> lanes = new ArrayList<>();
  private boolean vacated;
  private boolean started;
  private long epoch;
  private long playheadMicros;
  private double lagMicros;
  private long head;
  private long paintedMicros;

  Sweep(PlayoutClock clock) {
    this.clock = clock;
  }

  /** Adds a lane, which is blank until it has a mode, bounds and a ring. */
  public Lane addLane(Color color, Amplitude amplitude) {
    Lane lane = new Lane(color, amplitude);
    lanes.add(lane);
    return lane;
  }

  /** Takes a lane away; its place becomes blank. */
  public void removeLane(Lane lane) {
    vacated |= lanes.remove(lane);
  }

  /** The time up to which the waves are painted, in µs of the bridge's clock. */
  public long paintedMicros() {
    return paintedMicros;
  }

  /**
   * Moves the playhead on to a moment, and takes note of what arrived since the last one.
   *
   * @return whether the whole page has to be painted anew
   */
  boolean follow(long nowNanos) {
    long playhead = clock.advance(nowNanos);
    if (!started || clock.epoch() != epoch) {
      begin(playhead);
    }
    boolean anew = vacated || playhead - playheadMicros > LONG_GAP_MICROS;
    vacated = false;
    long arrivedMicros = LaneSource.NONE;
    for (int i = 0; i < lanes.size(); i++) {
      Lane lane = lanes.get(i);
      arrivedMicros = Math.min(arrivedMicros, lane.observe(playheadMicros));
      anew |= lane.takeMoved();
    }
    if (arrivedMicros != LaneSource.NONE) {
      clock.arrived(arrivedMicros);
    }
    playheadMicros = playhead;
    followLag();
    return anew;
  }

  private void begin(long playhead) {
    started = true;
    epoch = clock.epoch();
    playheadMicros = playhead;
    lanes.forEach(Lane::forgetLate);
    markStale();
  }

  private void followLag() {
    double longest = LEAST_LAG_MICROS;
    for (int i = 0; i < lanes.size(); i++) {
      longest = Math.max(longest, lanes.get(i).nominalPeriodMicros() * 1.02);
    }
    longest = Math.min(longest, MOST_LAG_MICROS);
    if (longest != lagMicros) {
      lagMicros = longest;
      markStale();
    }
  }

  void markStale() {
    lanes.forEach(Lane::markStale);
  }

  void paint(SweepCanvas canvas) {
    head = canvas.head(playheadMicros - lagMicros);
    paintedMicros = canvas.micros((double) head);
    for (int i = 0; i < lanes.size(); i++) {
      lanes.get(i).paint(canvas, head);
    }
  }

  /** The column after the last one that is painted. */
  long head() {
    return head;
  }
}

package org.wardbeat.station.patient;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Waves as they were at one moment, and the calipers on them. Confined to one thread. */
final class Freeze {
  private final long fromMicros;
  private final long toMicros;
  private final List<FrozenLane> lanes;
  private final @Nullable FrozenLane pacer;
  private @Nullable Calipers calipers;

  /**
   * @param fromMicros the moment at the left edge, on the bridge's clock
   * @param toMicros the moment at the right edge, up to which waves were painted
   * @param lanes the waves from the top
   * @param pacer where a pacemaker fired; null if the device does not tell
   */
  Freeze(long fromMicros, long toMicros, List<FrozenLane> lanes, @Nullable FrozenLane pacer) {
    this.fromMicros = fromMicros;
    this.toMicros = toMicros;
    this.lanes = List.copyOf(lanes);
    this.pacer = pacer;
    place();
  }

  /** On the first wave that has samples, a third from each edge. */
  private void place() {
    long third = (toMicros - fromMicros) / 3;
    for (int i = 0; i < lanes.size() && calipers == null; i++) {
      int first = lanes.get(i).nearest(fromMicros + third);
      int second = lanes.get(i).nearest(toMicros - third);
      calipers = first < 0 ? null : new Calipers(i, first, second, true);
    }
  }

  long fromMicros() {
    return fromMicros;
  }

  long toMicros() {
    return toMicros;
  }

  List<FrozenLane> lanes() {
    return lanes;
  }

  /** Whose samples are 0 but where a pacemaker fired; null if the device does not tell. */
  @Nullable FrozenLane pacer() {
    return pacer;
  }

  /** Null if no wave has samples. */
  @Nullable Calipers calipers() {
    return calipers;
  }

  /** What the calipers are on; only while there are calipers. */
  FrozenLane lane(Calipers on) {
    return lanes.get(on.lane());
  }

  /** Moves the active point by one sample; -1 is back. */
  void step(int direction) {
    Calipers on = calipers;
    if (on != null) {
      calipers = on.at(lane(on).next(on.active(), direction));
    }
  }

  /** Has the first point move from now on, or the second. */
  void choose(boolean second) {
    Calipers on = calipers;
    calipers = on == null ? null : on.choosing(second);
  }

  /** Goes to the next wave that has samples, 1 down or -1 up, at the same times. */
  void changeLane(int direction) {
    Calipers on = calipers;
    for (int i = on == null ? -1 : on.lane() + direction;
        on != null && i >= 0 && i < lanes.size();
        i += direction) {
      FrozenLane from = lane(on);
      int first = lanes.get(i).nearest(from.micros(on.first()));
      if (first >= 0) {
        int second = lanes.get(i).nearest(from.micros(on.second()));
        calipers = new Calipers(i, first, second, on.onSecond());
        return;
      }
    }
  }

  /** Takes hold of the point that is nearer to a time; on another wave, both go there. */
  void grab(int lane, long micros) {
    Calipers on = calipers;
    if (on == null || lane < 0 || lane >= lanes.size()) {
      return;
    }
    if (lane != on.lane()) {
      int there = lanes.get(lane).nearest(micros);
      if (there < 0) {
        return;
      }
      FrozenLane from = lane(on);
      on =
          new Calipers(
              lane,
              lanes.get(lane).nearest(from.micros(on.first())),
              lanes.get(lane).nearest(from.micros(on.second())),
              on.onSecond());
    }
    FrozenLane wave = lanes.get(lane);
    long toFirst = Math.abs(wave.micros(on.first()) - micros);
    long toSecond = Math.abs(wave.micros(on.second()) - micros);
    boolean second = toSecond == toFirst ? on.onSecond() : toSecond < toFirst;
    calipers = new Calipers(lane, on.first(), on.second(), second);
  }

  /** Moves the active point to the sample nearest to a time. */
  void drag(long micros) {
    Calipers on = calipers;
    if (on != null) {
      int sample = lane(on).nearest(micros);
      calipers = sample < 0 ? on : on.at(sample);
    }
  }
}

package org.wardbeat.station.link;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.wardbeat.wire.frame.Frame;

/**
 * What a station wants of its bridge.
 *
 * @param selections for each bed the first that covers it counts
 * @param backfillMillis how much of a waveform's past comes with it, 0 to 60,000
 * @param maxBytesPerSecond most bytes of frames a second, 0 for no limit
 * @param maxUpdatesPerSecond most frames of vital signs and samples a second, 0 for no limit
 */
public record Subscription(
    List<Frame.Selection> selections,
    int backfillMillis,
    long maxBytesPerSecond,
    long maxUpdatesPerSecond) {
  /** All of the past that a bridge keeps. */
  public static final int MAX_BACKFILL_MILLIS = 60_000;

  private static final Set<Frame.Lane> SHOWN =
      Set.of(Frame.Lane.NUMERICS, Frame.Lane.WAVEFORMS, Frame.Lane.ALARMS, Frame.Lane.NAMES);

  private static final Set<Frame.Lane> ANONYMOUS =
      Set.of(Frame.Lane.NUMERICS, Frame.Lane.WAVEFORMS, Frame.Lane.ALARMS);

  public Subscription {
    selections = List.copyOf(selections);
  }

  /** All that a station shows of some units: vital signs, waves, alarms and names. */
  public static Subscription ofUnits(List<String> units) {
    return new Subscription(selections(units, SHOWN), MAX_BACKFILL_MILLIS, 0, 0);
  }

  /**
   * All that a wall display shows of some units: vital signs, waves and alarms. Names never come.
   *
   * @param initials whether the initials of who lies there come
   */
  public static Subscription ofWall(List<String> units, boolean initials) {
    Subscription anonymous =
        new Subscription(selections(units, ANONYMOUS), MAX_BACKFILL_MILLIS, 0, 0);
    return initials ? anonymous.with(Frame.Lane.INITIALS) : anonymous;
  }

  private static List<Frame.Selection> selections(List<String> units, Set<Frame.Lane> lanes) {
    return (units.isEmpty() ? List.of("") : units)
        .stream().map(unit -> Frame.Selection.ofUnit(unit, lanes)).toList();
  }

  /** The units it names; empty for all. */
  public List<String> units() {
    return selections.stream()
        .map(Frame.Selection::unit)
        .filter(unit -> !unit.isEmpty())
        .distinct()
        .toList();
  }

  /** The same with at most so many bytes of frames a second, 0 for no limit. */
  public Subscription limitedTo(long bytesPerSecond) {
    return new Subscription(selections, backfillMillis, bytesPerSecond, maxUpdatesPerSecond);
  }

  /** The same with another lane for all beds. */
  Subscription with(Frame.Lane lane) {
    return withLanes(
        lanes -> {
          Set<Frame.Lane> more = EnumSet.of(lane);
          more.addAll(lanes);
          return more;
        });
  }

  /** The same without a lane. */
  Subscription without(Frame.Lane lane) {
    return withLanes(
        lanes -> {
          Set<Frame.Lane> less = EnumSet.noneOf(Frame.Lane.class);
          less.addAll(lanes);
          less.remove(lane);
          return less;
        });
  }

  private Subscription withLanes(UnaryOperator<Set<Frame.Lane>> change) {
    return new Subscription(
        selections.stream()
            .map(
                selection ->
                    new Frame.Selection(
                        selection.unit(),
                        selection.bed(),
                        change.apply(selection.lanes()),
                        selection.signs(),
                        selection.channels()))
            .toList(),
        backfillMillis,
        maxBytesPerSecond,
        maxUpdatesPerSecond);
  }

  Frame.Subscribe numbered(long number) {
    return new Frame.Subscribe(
        number, selections, backfillMillis, maxBytesPerSecond, maxUpdatesPerSecond);
  }
}

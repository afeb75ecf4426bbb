package org.wardbeat.station.presentation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.wardbeat.wire.ward.BedId;

/**
 * Which beds have sectors, in which order and how many at once, as users want it. It never says
 * whose alarms are told: all are.
 *
 * @param layout sectors of a screen, one of {@link #LAYOUTS}; empty to follow the beds there are
 * @param order the beds that were placed by hand, in their order; others follow them
 * @param units the units shown; empty for all
 * @param mine what it means that a bed is the user's
 * @param displays on how many screens the beds are, 1 or 2
 */
public record Arrangement(
    OptionalInt layout, List<BedId> order, Set<String> units, MinePlace mine, int displays) {
  /** How many beds a screen can be laid out for. */
  public static final List<Integer> LAYOUTS = List.of(1, 4, 8, 16, 32, 64);

  /** Most screens. */
  public static final int MOST_DISPLAYS = 2;

  /** Every bed, as they come. */
  public static final Arrangement AUTOMATIC =
      new Arrangement(OptionalInt.empty(), List.of(), Set.of(), MinePlace.MARKED, 1);

  public Arrangement {
    order = List.copyOf(order);
    units = Set.copyOf(units);
    displays = Math.clamp(displays, 1, MOST_DISPLAYS);
    if (layout.isPresent()) {
      layout = OptionalInt.of(Math.clamp(layout.getAsInt(), 1, TopBarView.MAX_BEDS));
    }
  }

  /** The same with another number of sectors; empty to follow the beds there are. */
  public Arrangement withLayout(OptionalInt beds) {
    return new Arrangement(beds, order, units, mine, displays);
  }

  /** The same with beds placed by hand. */
  public Arrangement withOrder(List<BedId> placed) {
    return new Arrangement(layout, placed, units, mine, displays);
  }

  /** The same for other units; none for all. */
  public Arrangement withUnits(Set<String> shown) {
    return new Arrangement(layout, order, shown, mine, displays);
  }

  /** The same with another meaning of the user's beds. */
  public Arrangement withMine(MinePlace place) {
    return new Arrangement(layout, order, units, place, displays);
  }

  /** The same on another number of screens. */
  public Arrangement withDisplays(int count) {
    return new Arrangement(layout, order, units, mine, count);
  }

  /** The same with no bed left out. */
  public Arrangement withAllBeds() {
    MinePlace place = mine == MinePlace.ONLY ? MinePlace.MARKED : mine;
    return new Arrangement(layout, order, Set.of(), place, displays);
  }

  /** Whether it may leave beds out. */
  public boolean leavesOut() {
    return !units.isEmpty() || mine == MinePlace.ONLY;
  }

  /**
   * The beds that have sectors, as indexes among those there are.
   *
   * @param ours which of them are the user's
   */
  List<Integer> places(List<BedId> beds, Set<BedId> ours) {
    Map<BedId, Integer> placed = new HashMap<>();
    order.forEach(bed -> placed.putIfAbsent(bed, placed.size()));
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < beds.size(); i++) {
      BedId bed = beds.get(i);
      boolean ofUnit = units.isEmpty() || units.contains(bed.unit());
      if (ofUnit && (mine != MinePlace.ONLY || ours.contains(bed))) {
        places.add(i);
      }
    }
    Comparator<Integer> byHand =
        Comparator.comparingInt(i -> placed.getOrDefault(beds.get(i), placed.size()));
    places.sort(
        mine == MinePlace.FIRST
            ? Comparator.<Integer, Boolean>comparing(i -> !ours.contains(beds.get(i)))
                .thenComparing(byHand)
            : byHand);
    return List.copyOf(places);
  }

  /** How many sectors a screen has room for, for so many beds. */
  int perScreen(int beds) {
    if (layout.isPresent()) {
      return layout.getAsInt();
    }
    int wanted = Math.ceilDiv(beds, displays);
    return LAYOUTS.stream()
        .filter(each -> displays > 1 && each >= wanted)
        .findFirst()
        .orElse(TopBarView.MAX_BEDS);
  }
}

package org.wardbeat.station.presentation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
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

  /** Most beds whose places are remembered, those that are not there at present included. */
  public static final int MOST_PLACED = 400;

  /** What an administrator can lock, each by itself. */
  public enum Part {
    /** How many sectors a screen has. */
    LAYOUT,
    /** The order made by hand. */
    ORDER,
    /** The units shown. */
    UNITS,
    /** What it means that a bed is the user's. */
    MINE,
    /** How many screens. */
    DISPLAYS
  }

  /** Every bed, as they come. */
  public static final Arrangement AUTOMATIC =
      new Arrangement(OptionalInt.empty(), List.of(), Set.of(), MinePlace.MARKED, 1);

  public Arrangement {
    order = order.stream().distinct().toList();
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

  /** The same with some parts as they are in another. */
  Arrangement with(Set<Part> parts, Arrangement other) {
    return new Arrangement(
        parts.contains(Part.LAYOUT) ? other.layout : layout,
        parts.contains(Part.ORDER) ? other.order : order,
        parts.contains(Part.UNITS) ? other.units : units,
        parts.contains(Part.MINE) ? other.mine : mine,
        parts.contains(Part.DISPLAYS) ? other.displays : displays);
  }

  /**
   * The same with these beds in this order. Beds that were placed before and are not there at
   * present keep their places among them, so that they are where they were once they come back; of
   * more than {@value #MOST_PLACED} the last ones that are not there are forgotten.
   *
   * @param placed all beds there are
   */
  Arrangement withPlaced(List<BedId> placed) {
    Set<BedId> present = Set.copyOf(placed);
    Iterator<BedId> next = placed.iterator();
    List<BedId> all = new ArrayList<>();
    order.forEach(bed -> all.add(present.contains(bed) ? next.next() : bed));
    next.forEachRemaining(all::add);
    for (int i = all.size() - 1; i >= 0 && all.size() > MOST_PLACED; i--) {
      if (!present.contains(all.get(i))) {
        all.remove(i);
      }
    }
    return withOrder(all.subList(0, Math.min(all.size(), MOST_PLACED)));
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
   * The beds that have sectors, as indexes among those there are. Units none of which is there
   * leave no bed out: what was arranged for one ward does not hide another.
   *
   * @param ours which of them are the user's
   */
  List<Integer> places(List<BedId> beds, Set<BedId> ours) {
    Map<BedId, Integer> placed = new HashMap<>();
    order.forEach(bed -> placed.putIfAbsent(bed, placed.size()));
    List<Integer> places = new ArrayList<>();
    boolean everywhere = beds.stream().noneMatch(bed -> units.contains(bed.unit()));
    for (int i = 0; i < beds.size(); i++) {
      BedId bed = beds.get(i);
      boolean ofUnit = everywhere || units.contains(bed.unit());
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

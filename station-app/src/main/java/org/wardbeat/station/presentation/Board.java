package org.wardbeat.station.presentation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.wire.ward.BedId;

/**
 * Where each bed is: its place in the order, on which page and screen. The screens of a station
 * share one. Confined to one thread.
 */
public final class Board {
  private final Set<Arrangement.Part> locked;
  private final Consumer<Arrangement> keep;
  private Arrangement arrangement;
  private int screens = 1;
  private boolean secondScreenAway;
  private Set<BedId> mine = Set.of();
  private List<BedId> beds = List.of();
  private List<Integer> places = List.of();
  private int first;
  private @Nullable BedId selected;
  private String user = "";
  private boolean namesHidden;
  private long version;

  /** A board of beds that are arranged so, until it is not used any more. */
  public Board(Arrangement arrangement) {
    this(arrangement, Set.of(), _ -> {});
  }

  /**
   * @param arrangement how beds are arranged
   * @param locked what of it users cannot change
   * @param keep hears of each change
   */
  public Board(Arrangement arrangement, Set<Arrangement.Part> locked, Consumer<Arrangement> keep) {
    this.arrangement = arrangement;
    this.locked = Set.copyOf(locked);
    this.keep = keep;
  }

  /** Whether the administrator keeps users from changing it. */
  public boolean isLocked(Arrangement.Part part) {
    return locked.contains(part);
  }

  /** How beds are arranged. */
  public Arrangement arrangement() {
    return arrangement;
  }

  /**
   * Arranges anew, but for what is locked; the selected bed stays in sight if it still has a
   * sector.
   */
  public void arrange(Arrangement next) {
    become(next.with(locked, arrangement));
  }

  /** The second screen has gone: its beds are on the first, whatever is locked. */
  public void loseSecondScreen() {
    become(arrangement.withDisplays(1));
  }

  /**
   * Sees how many screens the computer has. Once one is left of several, all beds are on it, until
   * there are several again or somebody arranges otherwise; how beds are arranged stays.
   */
  public void seeScreens(int count) {
    boolean away = count < 2 && (secondScreenAway || screens > 1);
    screens = count;
    if (away != secondScreenAway) {
      secondScreenAway = away;
      placeAnew();
    }
  }

  /** On how many screens the beds are now. */
  public int displays() {
    return secondScreenAway ? 1 : arrangement.displays();
  }

  private void become(Arrangement next) {
    if (!next.equals(arrangement)) {
      secondScreenAway &= next.displays() == arrangement.displays();
      arrangement = next;
      placeAnew();
      keep.accept(next);
    }
  }

  private void placeAnew() {
    place();
    int kept = selected == null ? -1 : shownIndex(selected);
    if (kept >= 0) {
      turnTo(kept);
    }
  }

  /** Tells which beds are the user's. */
  public void setMine(Set<BedId> ours) {
    if (!ours.equals(mine)) {
      mine = Set.copyOf(ours);
      place();
    }
  }

  /**
   * Whose beds are the user's from now on, as the bridge tells it.
   *
   * @param nurse who acts at this station; empty if nobody has signed in
   */
  public void serve(String nurse) {
    user = nurse;
  }

  /** Sees who sees to which bed now. */
  void follow(List<BedSnapshot> now) {
    if (user.isEmpty()) {
      return;
    }
    int ours = 0;
    boolean same = true;
    for (int i = 0; i < now.size(); i++) {
      boolean isOurs = now.get(i).stay().nurse().equals(user);
      ours += isOurs ? 1 : 0;
      same &= isOurs == mine.contains(now.get(i).id());
    }
    if (!same || ours != mine.size()) {
      setMine(
          now.stream()
              .filter(bed -> bed.stay().nurse().equals(user))
              .map(BedSnapshot::id)
              .collect(Collectors.toSet()));
    }
  }

  /** Whether no names are shown, of patients or of staff, while a visitor is at the desk. */
  public boolean hidesNames() {
    return namesHidden;
  }

  /** Hides all names on all screens of the station, or shows them again. */
  public void hideNames(boolean hidden) {
    if (hidden != namesHidden) {
      namesHidden = hidden;
      version++;
    }
  }

  /** The beds that are the user's. */
  public Set<BedId> mine() {
    return mine;
  }

  /** Counts changes of what is where. */
  public long version() {
    return version;
  }

  /** Sees the beds there are now. */
  void look(List<BedSnapshot> now) {
    boolean same = now.size() == beds.size();
    for (int i = 0; same && i < now.size(); i++) {
      same = now.get(i).id().equals(beds.get(i));
    }
    if (!same) {
      beds = now.stream().map(BedSnapshot::id).toList();
      place();
    }
  }

  private void place() {
    places = arrangement.places(beds, mine);
    first = pageOf(Math.min(first, Math.max(0, places.size() - 1)));
    version++;
  }

  /** How many beds have sectors, on whatever page. */
  public int shown() {
    return places.size();
  }

  /** All beds that have sectors, in their order. */
  public List<BedId> order() {
    return places.stream().map(beds::get).toList();
  }

  /** Index among {@link #order()} of the first bed that a screen shows. */
  public int first(int screen) {
    return Math.min(first + screen * perScreen(), places.size());
  }

  /** Most beds of a screen. */
  public int perScreen() {
    return arrangement.withDisplays(displays()).perScreen(places.size());
  }

  /** Most beds of all screens together. */
  public int perPage() {
    return perScreen() * displays();
  }

  /** Indexes, among the beds there are, of those that a screen shows. */
  List<Integer> page(int screen) {
    int from = first(screen);
    return places.subList(from, Math.min(places.size(), from + perScreen()));
  }

  private int pageOf(int index) {
    return index / perPage() * perPage();
  }

  private int shownIndex(BedId bed) {
    int index = beds.indexOf(bed);
    return index < 0 ? -1 : places.indexOf(index);
  }

  /** Whether a bed has a sector on a page that is shown now. */
  public boolean isInSight(BedId bed) {
    int index = shownIndex(bed);
    return index >= 0 && pageOf(index) == first;
  }

  /**
   * Shows the page that a bed is on. Should it be left out, no bed is left out any more, whatever
   * is locked: nobody is kept from a bed that alarms.
   *
   * @return whether there is such a bed
   */
  public boolean reveal(BedId bed) {
    if (!beds.contains(bed)) {
      return false;
    }
    if (shownIndex(bed) < 0) {
      become(arrangement.withAllBeds());
    }
    turnTo(shownIndex(bed));
    return true;
  }

  /**
   * Turns pages.
   *
   * @param pages how many, backwards if negative; not beyond the ends
   */
  public void turn(int pages) {
    long wanted = first + (long) pages * perPage();
    turnTo(Math.clamp(wanted, 0, Math.max(0, places.size() - 1)));
  }

  private void turnTo(int index) {
    int start = pageOf(index);
    if (start != first) {
      first = start;
      version++;
    }
  }

  /** The bed that was gone to on any screen, null if none was. */
  public @Nullable BedId selected() {
    return selected;
  }

  /** Marks a bed as the one that was gone to; none if it is null. */
  public void select(@Nullable BedId bed) {
    selected = bed;
  }

  /** Has two beds change places. */
  public void swap(BedId one, BedId other) {
    Arrangement byHand = arrangement.withAllBeds().withMine(MinePlace.MARKED);
    List<BedId> placed = new ArrayList<>();
    byHand.places(beds, mine).forEach(place -> placed.add(beds.get(place)));
    int from = placed.indexOf(one);
    int to = placed.indexOf(other);
    if (from >= 0 && to >= 0 && !isLocked(Arrangement.Part.ORDER)) {
      Collections.swap(placed, from, to);
      arrange(arrangement.withPlaced(placed));
    }
  }
}

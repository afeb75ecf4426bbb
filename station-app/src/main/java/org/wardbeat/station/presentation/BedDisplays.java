package org.wardbeat.station.presentation;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.wardbeat.wire.ward.BedId;

/** What each bed's sector shows; the screens of a station share it. Confined to one thread. */
public final class BedDisplays {
  /** Most beds of which it is remembered, those that are not there at present included. */
  public static final int MOST_CHOSEN = 400;

  private final Map<BedId, BedDisplay> chosen;
  private final boolean locked;
  private final Consumer<Map<BedId, BedDisplay>> keep;
  private long version;

  /**
   * @param chosen what was chosen before, the longest ago first
   * @param locked whether the administrator keeps users from choosing
   * @param keep hears of each choice
   */
  public BedDisplays(
      Map<BedId, BedDisplay> chosen, boolean locked, Consumer<Map<BedId, BedDisplay>> keep) {
    this.chosen = new LinkedHashMap<>(chosen);
    this.locked = locked;
    this.keep = keep;
  }

  /** Whether the administrator keeps users from choosing. */
  public boolean isLocked() {
    return locked;
  }

  /** What a bed shows. */
  public BedDisplay of(BedId bed) {
    return chosen.getOrDefault(bed, BedDisplay.AUTOMATIC);
  }

  /**
   * Chooses what a bed shows. Of more than {@value #MOST_CHOSEN} beds, those that are not there are
   * forgotten, first the one for which something was chosen the longest ago.
   *
   * @param present the beds there are
   * @throws IllegalStateException if it is locked
   */
  public void choose(BedId bed, BedDisplay display, Set<BedId> present) {
    if (locked) {
      throw new IllegalStateException("The administrator has locked what sectors show.");
    }
    chosen.remove(bed);
    if (!display.equals(BedDisplay.AUTOMATIC)) {
      chosen.put(bed, display);
      forget(present);
    }
    version++;
    keep.accept(new LinkedHashMap<>(chosen));
  }

  private void forget(Set<BedId> present) {
    Iterator<BedId> all = chosen.keySet().iterator();
    while (chosen.size() > MOST_CHOSEN && all.hasNext()) {
      if (!present.contains(all.next())) {
        all.remove();
      }
    }
  }

  /** Counts choices. */
  public long version() {
    return version;
  }
}

package org.wardbeat.station.overview;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.wardbeat.wire.ward.BedId;

/** What each bed's sector shows; the screens of a station share it. Confined to one thread. */
public final class BedDisplays {
  private final Map<BedId, BedDisplay> chosen;
  private final Consumer<Map<BedId, BedDisplay>> store;
  private long version;

  /**
   * @param chosen what was chosen before
   * @param store keeps what is chosen
   */
  public BedDisplays(Map<BedId, BedDisplay> chosen, Consumer<Map<BedId, BedDisplay>> store) {
    this.chosen = new HashMap<>(chosen);
    this.store = store;
  }

  /** What a bed shows. */
  BedDisplay of(BedId bed) {
    return chosen.getOrDefault(bed, BedDisplay.AUTOMATIC);
  }

  /** Chooses what a bed shows. */
  void choose(BedId bed, BedDisplay display) {
    if (display.equals(BedDisplay.AUTOMATIC)) {
      chosen.remove(bed);
    } else {
      chosen.put(bed, display);
    }
    version++;
    store.accept(Map.copyOf(chosen));
  }

  /** Counts choices. */
  long version() {
    return version;
  }
}

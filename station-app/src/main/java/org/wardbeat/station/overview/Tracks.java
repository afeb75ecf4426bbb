package org.wardbeat.station.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.wardbeat.station.presentation.Slot;

/** Places the numbers that a user chose on the tracks of an anatomy. */
final class Tracks {
  private static final Set<Slot> LARGE = Set.of(Slot.HR, Slot.SPO2, Slot.RR);

  private Tracks() {}

  /**
   * The tracks of chosen numbers. Those that the anatomy has a track for keep it, so that a number
   * is where it always is; the others are below each other in the columns at the right.
   */
  static List<Track> of(Anatomy anatomy, List<Slot> chosen) {
    if (chosen.isEmpty() || anatomy.tracks().size() == Slot.values().length) {
      return anatomy.tracks().stream()
          .filter(track -> chosen.isEmpty() || chosen.contains(track.slot()))
          .toList();
    }
    return anatomy.tracks().size() <= SMALL ? small(anatomy, chosen) : columns(anatomy, chosen);
  }

  private static final int SMALL = 4;

  /**
   * There is room for the heart rate and as many others as there are tracks. A number without its
   * label is known by its place, so none takes that of another.
   */
  private static List<Track> small(Anatomy anatomy, List<Slot> chosen) {
    List<Slot> others = new ArrayList<>(chosen);
    others.removeAll(Set.of(Slot.HR, Slot.NIBP));
    List<Track> tracks = new ArrayList<>();
    for (Track track : anatomy.tracks()) {
      boolean unnamed = track.labelBaseline() == 0;
      if (track.slot() == Slot.HR || unnamed) {
        tracks.add(track);
      } else if (!others.isEmpty()) {
        Slot other = others.removeFirst();
        tracks.add(LARGE.contains(other) ? track.holding(other) : track.small(other));
      }
    }
    return tracks;
  }

  private static List<Track> columns(Anatomy anatomy, List<Slot> chosen) {
    List<Track> tracks = new ArrayList<>();
    List<Track> free = new ArrayList<>();
    List<Slot> others = new ArrayList<>();
    for (Slot slot : chosen) {
      if (!LARGE.contains(slot)) {
        others.add(slot);
      }
    }
    for (Track track : anatomy.tracks()) {
      boolean large = LARGE.contains(track.slot());
      if (large && (chosen.contains(track.slot()) || track.slot() == Slot.HR)) {
        tracks.add(track);
      } else if (large || track.slot() == Slot.TEMP || track.slot() == Slot.NIBP) {
        free.add(track);
      }
    }
    // The last column is the widest, and the pressure has the longest number.
    if (others.remove(Slot.NIBP)) {
      others.addFirst(Slot.NIBP);
    }
    List<Track> columns = free.reversed();
    boolean stacked = others.size() > columns.size() || others.size() > 2;
    for (int i = 0; i < others.size(); i++) {
      int row = i / columns.size();
      Track at = columns.get(i % columns.size());
      tracks.add(
          stacked ? at.stacked(others.get(i), row, anatomy.numerics()) : at.holding(others.get(i)));
    }
    return tracks;
  }
}

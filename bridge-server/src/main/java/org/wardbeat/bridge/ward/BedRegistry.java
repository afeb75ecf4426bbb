package org.wardbeat.bridge.ward;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.BedId;

/** Which beds there are, over all ward loops, and their numbers. Safe for use by any thread. */
final class BedRegistry {
  /** Most beds at a time. */
  static final int MAX_BEDS = 512;

  private final Map<BedId, Integer> indexes = new HashMap<>();
  private volatile List<PublishedBed> beds = List.of();

  /** The beds there are, in order of their index. */
  List<PublishedBed> beds() {
    return beds;
  }

  /** The number of a bed, always the same; empty if there is no room for one more. */
  synchronized OptionalInt admit(BedId bed) {
    Integer known = indexes.get(bed);
    if (beds.size() >= MAX_BEDS || (known == null && indexes.size() > Frame.MAX_HANDLE)) {
      return OptionalInt.empty();
    }
    if (known == null) {
      known = indexes.size();
      indexes.put(bed, known);
    }
    return OptionalInt.of(known);
  }

  synchronized void add(PublishedBed bed) {
    List<PublishedBed> next = new ArrayList<>(beds);
    next.add(bed);
    next.sort(Comparator.comparingInt(PublishedBed::index));
    beds = List.copyOf(next);
  }

  synchronized void remove(PublishedBed bed) {
    List<PublishedBed> next = new ArrayList<>(beds);
    next.remove(bed);
    beds = List.copyOf(next);
  }
}

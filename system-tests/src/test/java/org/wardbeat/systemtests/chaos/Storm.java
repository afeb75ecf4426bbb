package org.wardbeat.systemtests.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Faults of different parts that overlap, and what follows.
 *
 * @param faults at least one
 * @param calm whether the next storm waits until all is well again
 * @param pause before the next
 */
record Storm(List<Fault> faults, boolean calm, Duration pause) {
  private static final int MOST_FAULTS = 6;
  private static final int LATEST_BEGIN_MILLIS = 1_000;
  private static final int LONGEST_PAUSE_MILLIS = 1_000;

  /** One time in so many, the next storm waits until all is well. */
  private static final int STORMS_TO_CALM = 4;

  Storm {
    faults = List.copyOf(faults);
  }

  /**
   * The storms of a seed, which are the same each time.
   *
   * @param count of their faults
   */
  static List<Storm> plan(long seed, int count, int stations) {
    Random random = new Random(seed);
    List<Fault.Kind> kinds = new ArrayList<>();
    for (Fault.Kind kind : Fault.Kind.values()) {
      for (int i = 0; i < kind.weight(); i++) {
        kinds.add(kind);
      }
    }
    List<Storm> plan = new ArrayList<>();
    for (int left = count; left > 0; left -= plan.getLast().faults.size()) {
      int size = Math.min(left, 1 + random.nextInt(MOST_FAULTS));
      plan.add(
          new Storm(
              faults(random, kinds, size, stations),
              random.nextInt(STORMS_TO_CALM) == 0,
              Duration.ofMillis(random.nextInt(LONGEST_PAUSE_MILLIS + 1))));
    }
    return plan;
  }

  private static List<Fault> faults(
      Random random, List<Fault.Kind> kinds, int count, int stations) {
    List<Fault> faults = new ArrayList<>();
    Set<String> parts = new HashSet<>();
    while (faults.size() < count) {
      Fault.Kind kind = kinds.get(random.nextInt(kinds.size()));
      Fault fault = Fault.random(random, kind, stations, LATEST_BEGIN_MILLIS);
      if (fault.parts().stream().noneMatch(parts::contains)) {
        parts.addAll(fault.parts());
        faults.add(fault);
      }
    }
    return faults;
  }
}

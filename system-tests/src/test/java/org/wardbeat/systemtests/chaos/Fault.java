package org.wardbeat.systemtests.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What goes wrong, for how long, and what follows.
 *
 * @param kind what
 * @param target number of the bridge or station it befalls
 * @param hold until it is over
 * @param calm whether the next waits until all is well again
 * @param pause before the next
 */
record Fault(Kind kind, int target, Duration hold, boolean calm, Duration pause) {
  private static final int BRIDGES = 2;
  private static final int LONGEST_PAUSE_MILLIS = 1_500;

  /** How parts fail, how often beside the others, and for how long. */
  enum Kind {
    BRIDGE_KILLED(4, 0, 2_000),
    BRIDGE_FROZEN(3, 500, 6_000),
    BRIDGE_CUT_OFF_ITS_BROKER(3, 0, 3_000),
    BRIDGE_PARTITIONED_FROM_ITS_BROKER(2, 500, 4_000),
    BOTH_BRIDGES_KILLED(1, 0, 2_000),
    BROKER_KILLED(3, 0, 3_000),
    BROKER_FROZEN(2, 500, 4_000),
    BROKER_AND_BRIDGE_KILLED(1, 0, 2_000),
    DEVICES_CUT_OFF(2, 0, 3_000),
    STATION_CUT_OFF(3, 0, 2_000),
    STATION_STALLED(3, 500, 5_000),
    STATION_STRANDED(2, 500, 4_000),
    STATION_KILLED(3, 0, 1_000);

    private final int weight;
    private final int leastMillis;
    private final int mostMillis;

    Kind(int weight, int leastMillis, int mostMillis) {
      this.weight = weight;
      this.leastMillis = leastMillis;
      this.mostMillis = mostMillis;
    }

    boolean befallsStations() {
      return name().startsWith("STATION_");
    }
  }

  /** The faults of a seed, which are the same each time. */
  static List<Fault> plan(long seed, int count, int stations) {
    Random random = new Random(seed);
    List<Kind> kinds = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      for (int i = 0; i < kind.weight; i++) {
        kinds.add(kind);
      }
    }
    List<Fault> plan = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Kind kind = kinds.get(random.nextInt(kinds.size()));
      plan.add(
          new Fault(
              kind,
              random.nextInt(kind.befallsStations() ? stations : BRIDGES),
              millis(random, kind.leastMillis, kind.mostMillis),
              random.nextInt(3) == 0,
              millis(random, 0, LONGEST_PAUSE_MILLIS)));
    }
    return plan;
  }

  private static Duration millis(Random random, int least, int most) {
    return Duration.ofMillis(random.nextInt(least, most + 1));
  }
}

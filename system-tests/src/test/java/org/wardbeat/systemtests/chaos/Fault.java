package org.wardbeat.systemtests.chaos;

import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What goes wrong, and when.
 *
 * @param kind what
 * @param target number of the bridge or station it befalls
 * @param begin from the beginning of its storm
 * @param hold until it is over
 */
record Fault(Kind kind, int target, Duration begin, Duration hold) {
  private static final int BRIDGES = 2;

  /** What can only suffer one fault at a time, {@code %d} being the target. */
  private static final String BRIDGE = "bridge %d";

  private static final String LINK = "link of bridge %d";
  private static final String BROKER = "broker";
  private static final String DEVICES = "network of devices";
  private static final String STATION = "station %d";

  /** How parts fail, how often beside the others, for how long, and which parts. */
  enum Kind {
    BRIDGE_KILLED(4, 0, 2_000, BRIDGE),
    BRIDGE_FROZEN(3, 500, 6_000, BRIDGE),
    BRIDGE_CUT_OFF_ITS_BROKER(3, 0, 3_000, LINK),
    BRIDGE_PARTITIONED_FROM_ITS_BROKER(2, 500, 4_000, LINK),
    BOTH_BRIDGES_KILLED(1, 0, 2_000, BRIDGE.formatted(0), BRIDGE.formatted(1)),
    BROKER_KILLED(3, 0, 3_000, BROKER),
    BROKER_FROZEN(2, 500, 4_000, BROKER),
    BROKER_AND_BRIDGE_KILLED(1, 0, 2_000, BROKER, BRIDGE),
    DEVICES_CUT_OFF(2, 0, 3_000, DEVICES),
    STATION_CUT_OFF(3, 0, 2_000, STATION),
    STATION_STALLED(3, 500, 5_000, STATION),
    STATION_STRANDED(2, 500, 4_000, STATION),
    STATION_KILLED(3, 0, 1_000, STATION);

    private final int weight;
    private final int leastMillis;
    private final int mostMillis;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<String> parts;

    Kind(int weight, int leastMillis, int mostMillis, String... parts) {
      this.weight = weight;
      this.leastMillis = leastMillis;
      this.mostMillis = mostMillis;
      this.parts = Set.of(parts);
    }

    int weight() {
      return weight;
    }

    private boolean befallsStations() {
      return parts.contains(STATION);
    }
  }

  static Fault random(Random random, Kind kind, int stations, int latestBeginMillis) {
    return new Fault(
        kind,
        random.nextInt(kind.befallsStations() ? stations : BRIDGES),
        Duration.ofMillis(random.nextInt(latestBeginMillis + 1)),
        Duration.ofMillis(random.nextInt(kind.leastMillis, kind.mostMillis + 1)));
  }

  /** When it is over, from the beginning of its storm. */
  Duration end() {
    return begin.plus(hold);
  }

  /** What it befalls. */
  Set<String> parts() {
    return kind.parts.stream().map(part -> part.formatted(target)).collect(Collectors.toSet());
  }
}

package org.wardbeat.station;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.wardbeat.station.link.NetworkOptions;

/**
 * What a station was started with.
 *
 * @param bridges the bridges' WebSockets, the preferred first; at least one
 * @param network how bridges are reached
 * @param units the units whose beds are shown; empty for all
 * @param beds sectors of the layout, 1 to 64; empty to follow the beds that arrive
 * @param runFor after how long the station ends by itself; empty to run until it is closed
 * @param report where the report is written at the end
 * @param snapshots the folder for a picture of the window every 2 s
 * @param headless whether nothing is shown on a display
 * @param endWithStdin whether the station ends when its standard input is closed
 */
public record StationOptions(
    List<URI> bridges,
    NetworkOptions network,
    List<String> units,
    OptionalInt beds,
    Optional<Duration> runFor,
    Optional<Path> report,
    Optional<Path> snapshots,
    boolean headless,
    boolean endWithStdin) {
  /** Where a bridge listens unless told otherwise. */
  public static final URI DEFAULT_BRIDGE = URI.create("ws://127.0.0.1:8420/ws");

  public StationOptions {
    bridges = List.copyOf(bridges);
    units = List.copyOf(units);
  }

  /** The same for one bridge, reached as the system's network is set. */
  public StationOptions(
      URI bridge,
      List<String> units,
      OptionalInt beds,
      Optional<Duration> runFor,
      Optional<Path> report,
      Optional<Path> snapshots,
      boolean headless,
      boolean endWithStdin) {
    this(
        List.of(bridge),
        NetworkOptions.SYSTEM,
        units,
        beds,
        runFor,
        report,
        snapshots,
        headless,
        endWithStdin);
  }
}

package org.wardbeat.station.link;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where a link leads and what it is for.
 *
 * @param bridges the bridges that may be connected to, the preferred first; at least one
 * @param station the station's name, for the bridge's log
 * @param subscription what is wanted at first
 * @param network how bridges are reached
 * @param memory the file that remembers which transport led to which bridge; empty for none
 */
public record LinkSettings(
    List<URI> bridges,
    String station,
    Subscription subscription,
    NetworkOptions network,
    Optional<Path> memory) {
  public LinkSettings {
    if (bridges.isEmpty()) {
      throw new IllegalArgumentException("bridges: expected at least one, got none");
    }
    bridges = bridges.stream().distinct().toList();
  }

  /** One bridge, as the system's network is set, without a memory. */
  public static LinkSettings of(URI bridge, String station, Subscription subscription) {
    return new LinkSettings(
        List.of(bridge), station, subscription, NetworkOptions.SYSTEM, Optional.empty());
  }
}

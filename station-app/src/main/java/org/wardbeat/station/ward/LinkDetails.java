package org.wardbeat.station.ward;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.report.LatencyFigures;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.BedId;

/**
 * What is known of the link beyond what its state says, renewed once a second and when something
 * happens.
 *
 * @param bridges all that may be connected to, the preferred first
 * @param bridgeName name of the bridge that answered last, empty if none did
 * @param bridgeSoftware name and version of its software
 * @param heartbeatMillis interval of its heartbeats, 0 if none answered
 * @param clockOffsetMillis how far its clock is ahead of this computer's; NaN if unknown
 * @param ladder the ways to the bridge, the best first
 * @param nextClimbNanos when a better way or bridge is tried next, by {@link System#nanoTime()}; 0
 *     if none is to be
 * @param counters what was counted
 * @param figures what the bridge said of itself last, null if it did not since it was asked
 * @param sources what it said of the sources
 * @param hops how long each part of the way took within the last 60 s; without those of which
 *     nothing is known
 * @param history the medians of each half-minute of the last 30, the oldest first
 * @param events what happened last, the newest first
 * @param certificateExpiry until when the bridge's certificate is valid; null if it showed none
 */
public record LinkDetails(
    List<URI> bridges,
    String bridgeName,
    String bridgeSoftware,
    int heartbeatMillis,
    double clockOffsetMillis,
    List<Rung> ladder,
    long nextClimbNanos,
    LinkCounters counters,
    Frame.@Nullable BridgeFigures figures,
    Map<BedId, Frame.SourceFigures> sources,
    Map<LinkHop, LatencyFigures> hops,
    List<HopMedians> history,
    List<LinkEvent> events,
    @Nullable Instant certificateExpiry) {
  /** Nothing is known. */
  public static final LinkDetails NONE =
      new LinkDetails(
          List.of(),
          "",
          "",
          0,
          Double.NaN,
          List.of(),
          0,
          LinkCounters.NONE,
          null,
          Map.of(),
          Map.of(),
          List.of(),
          List.of(),
          null);

  public LinkDetails {
    bridges = List.copyOf(bridges);
    ladder = List.copyOf(ladder);
    sources = Map.copyOf(sources);
    hops = Map.copyOf(hops);
    history = List.copyOf(history);
    events = List.copyOf(events);
  }
}

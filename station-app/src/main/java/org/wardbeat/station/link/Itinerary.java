package org.wardbeat.station.link;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.ward.Rung;
import org.wardbeat.station.ward.TransportKind;

/**
 * Which bridge is to be tried next, over which transport.
 *
 * <p>A transport on which something answers but no session lives is left for the next one. One that
 * stays mute is left too, but another bridge is tried first, because the bridge itself may be the
 * one that hangs. Where nothing answers, another transport would not be answered either.
 */
final class Itinerary {
  /** A way to a bridge. */
  record Way(URI bridge, TransportKind kind) {}

  private static final class Place {
    final URI bridge;
    final Ladder ladder;
    long notBeforeNanos;
    boolean waits;

    Place(URI bridge, Ladder ladder) {
      this.bridge = bridge;
      this.ladder = ladder;
    }

    Way way() {
      return new Way(bridge, ladder.kind());
    }
  }

  private final List<Place> places = new ArrayList<>();
  private final Set<Way> tried = new HashSet<>();
  private int at;
  private int rounds;
  private boolean wasUnreachable;
  private int fallsBack;
  private int climbs;

  /**
   * @param bridges the preferred first
   * @param kinds the transports, the best first
   */
  Itinerary(List<URI> bridges, List<TransportKind> kinds, TransportMemory memory, Instant now) {
    for (URI bridge : bridges) {
      TransportKind start = memory.of(bridge).orElse(kinds.getFirst());
      places.add(new Place(bridge, new Ladder(kinds, start, now)));
    }
  }

  /** The way in use, or to be tried next. */
  Way way() {
    return places.get(at).way();
  }

  /** What is known of the ways to the bridge in use or to be tried next. */
  List<Rung> rungs() {
    return places.get(at).ladder.rungs();
  }

  /** Whether there is nothing better than the way in use. */
  boolean isBest() {
    return at == 0 && places.get(0).ladder.isBest();
  }

  /** Completed rounds of all ways worth trying since the last session that lasted. */
  int rounds() {
    return rounds;
  }

  /** How long the bridge to be tried next has asked to be left alone. */
  long waitNanos(long nowNanos) {
    Place place = places.get(at);
    return place.waits ? Math.max(0, place.notBeforeNanos - nowNanos) : 0;
  }

  private Place place(URI bridge) {
    return places.stream().filter(place -> place.bridge.equals(bridge)).findFirst().orElseThrow();
  }

  /** A way is being tried. */
  void tries(Way way) {
    if (!tried.add(way)) {
      rounds++;
      tried.clear();
      tried.add(way);
    }
  }

  /** A session lives on this way. */
  void arrived(Way way, Instant now, String words) {
    places.get(at).ladder.release(now);
    Place place = place(way.bridge());
    at = places.indexOf(place);
    place.waits = false;
    place.ladder.use(way.kind(), now, words);
  }

  /** Sessions on the way in use last: what went before is forgotten. */
  void lasts() {
    rounds = 0;
    tried.clear();
    wasUnreachable = false;
    fallsBack = 0;
    places.get(at).ladder.lasts();
  }

  /**
   * Whether the network as a whole seems to have been down before this session. A transport that
   * was given up once because its sessions ended soon may have suffered from just that; one that
   * was so again since sessions last did not.
   */
  boolean wasOutage() {
    return fallsBack == 1 || (fallsBack == 0 && (wasUnreachable || rounds > 0));
  }

  /** Nothing answered. */
  void unreachable(Way way, Instant now, String words) {
    wasUnreachable = true;
    place(way.bridge()).ladder.unreachable(way.kind(), now, words);
    turn();
  }

  /** Something answered, but not as a bridge does. */
  void refused(Way way, Instant now, String words) {
    if (!place(way.bridge()).ladder.blocked(way.kind(), now, words)) {
      turn();
    }
  }

  /** No heartbeat came in time. */
  void mute(Way way, Instant now, String words) {
    boolean _ = place(way.bridge()).ladder.blocked(way.kind(), now, words);
    turn();
  }

  /** The bridge asks to be left alone for a while. */
  void sentAway(Way way, Instant now, long untilNanos, String words) {
    Place place = place(way.bridge());
    place.ladder.unreachable(way.kind(), now, words);
    place.notBeforeNanos = untilNanos;
    place.waits = true;
    turn();
  }

  /** A session that had lived ended. It is tried again where it was. */
  void lost(Way way, boolean early, Instant now, String words) {
    Ladder ladder = place(way.bridge()).ladder;
    ladder.release(now);
    if (early && ladder.endedEarly(way.kind())) {
      fallsBack++;
      mute(way, now, words);
    }
  }

  /** Nobody has to wait any longer. */
  void forgetWaits() {
    places.forEach(place -> place.waits = false);
  }

  /** To the next bridge that does not want to be left alone, or the one that does so shortest. */
  private void turn() {
    int best = -1;
    for (int i = 1; i <= places.size(); i++) {
      int index = (at + i) % places.size();
      if (best < 0 || isSooner(places.get(index), places.get(best))) {
        best = index;
      }
    }
    at = best;
  }

  private static boolean isSooner(Place a, Place b) {
    if (!a.waits || !b.waits) {
      return !a.waits && b.waits;
    }
    return a.notBeforeNanos - b.notBeforeNanos < 0;
  }

  /**
   * A better way than the one in use, each in its turn.
   *
   * @param anyBridge whether any other bridge would be better
   * @return null if there is none
   */
  @Nullable Way climb(boolean anyBridge, long nowNanos) {
    List<Way> better = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      Place place = places.get(i);
      boolean rests = place.waits && place.notBeforeNanos - nowNanos > 0;
      if (i != at && !rests && (i < at || anyBridge)) {
        better.add(place.way());
      }
    }
    Place here = places.get(at);
    here.ladder.better().forEach(kind -> better.add(new Way(here.bridge, kind)));
    return better.isEmpty() ? null : better.get(climbs++ % better.size());
  }

  /** An attempt at a better way failed; the one in use stays. */
  void climbFailed(Way way, Rung.Status status, Instant now, String words) {
    Place place = place(way.bridge());
    if (place == places.get(at)) {
      place.ladder.probed(way.kind(), status, now, words);
    } else if (status == Rung.Status.BLOCKED) {
      boolean _ = place.ladder.blocked(way.kind(), now, words);
    } else {
      place.ladder.unreachable(way.kind(), now, words);
    }
  }
}

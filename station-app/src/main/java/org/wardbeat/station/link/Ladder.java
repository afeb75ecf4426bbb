package org.wardbeat.station.link;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.wardbeat.station.ward.Rung;
import org.wardbeat.station.ward.TransportKind;

/** The transports to one bridge, what is known of each, and which is to be tried. */
final class Ladder {
  private static final int SHORT_LIVES = 2;

  private final List<TransportKind> kinds;
  private final List<Rung> rungs = new ArrayList<>();
  private final int[] shortLives;
  private int start;
  private int at;

  /**
   * @param kinds the best first
   * @param start the one to begin with
   */
  Ladder(List<TransportKind> kinds, TransportKind start, Instant now) {
    this.kinds = List.copyOf(kinds);
    this.shortLives = new int[kinds.size()];
    this.start = Math.max(0, kinds.indexOf(start));
    this.at = this.start;
    for (TransportKind kind : kinds) {
      rungs.add(new Rung(kind, Rung.Status.READY, now, "Not tried yet"));
    }
  }

  /** The transport in use, or the one to try next. */
  TransportKind kind() {
    return kinds.get(at);
  }

  boolean isBest() {
    return at == 0;
  }

  /** Those better than the one in use, the best first. */
  List<TransportKind> better() {
    return kinds.subList(0, at);
  }

  List<Rung> rungs() {
    return rungs;
  }

  /** A session lives on it. */
  void use(TransportKind kind, Instant now, String words) {
    release(now);
    at = kinds.indexOf(kind);
    start = at;
    set(at, Rung.Status.IN_USE, now, words);
  }

  /** No session lives here any more. */
  void release(Instant now) {
    for (int i = 0; i < rungs.size(); i++) {
      if (rungs.get(i).status() == Rung.Status.IN_USE) {
        set(i, Rung.Status.READY, now, "Was in use until then");
      }
    }
  }

  /** Nothing answers on it: no reason to try another one first when the network is back. */
  void unreachable(TransportKind kind, Instant now, String words) {
    set(kinds.indexOf(kind), Rung.Status.FAILED, now, words);
    at = start;
  }

  /** It was tried beside the one in use, which stays. */
  void probed(TransportKind kind, Rung.Status status, Instant now, String words) {
    set(kinds.indexOf(kind), status, now, words);
  }

  /**
   * No session lives on it. The next one is to be tried.
   *
   * @return false if it was the last, so that the first is to be tried again
   */
  boolean blocked(TransportKind kind, Instant now, String words) {
    int index = kinds.indexOf(kind);
    set(index, Rung.Status.BLOCKED, now, words);
    shortLives[index] = 0;
    start = 0;
    at = (index + 1) % kinds.size();
    return at != 0;
  }

  /**
   * A session on it fell silent or broke soon after it began.
   *
   * @return whether that has now happened too often in a row, so that it counts as blocked
   */
  boolean endedEarly(TransportKind kind) {
    return ++shortLives[kinds.indexOf(kind)] >= SHORT_LIVES;
  }

  /** Sessions last. */
  void lasts() {
    Arrays.fill(shortLives, 0);
  }

  private void set(int index, Rung.Status status, Instant now, String words) {
    Rung before = rungs.get(index);
    Instant since = before.status() == status ? before.since() : now;
    rungs.set(index, new Rung(before.kind(), status, since, words));
  }
}

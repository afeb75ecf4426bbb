package org.wardbeat.station.diagnostics;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wardbeat.station.presentation.AgeBand;
import org.wardbeat.station.presentation.LinkPhase;
import org.wardbeat.station.presentation.Timers;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.station.ward.LinkEvent;
import org.wardbeat.station.ward.WardSnapshot;
import org.wardbeat.wire.ward.BedId;

/**
 * What the station noticed beside what the link tells: sources that fall silent, a screen that
 * stands still. Beds only, no names. Keeps the last {@value #CAPACITY}. Confined to one thread.
 */
final class StationLog {
  static final int CAPACITY = 200;

  private final Timers timers;
  private final Deque<LinkEvent> newestFirst = new ArrayDeque<>();
  private final Map<BedId, AgeBand> bands = new HashMap<>();
  private int stalls;

  StationLog(Timers timers) {
    this.timers = timers;
  }

  /**
   * Takes note of what changed. A source is not blamed while no data can reach this station.
   *
   * @param nowMicros the bridge's present time
   */
  void observe(WardSnapshot ward, StationFacts facts, long nowMicros) {
    if (facts.stalls() > stalls) {
      add(
          facts.now(),
          LinkEvent.Level.WARN,
          "screen stood still, longest so far %d ms"
              .formatted(facts.longestStallNanos() / 1_000_000));
    }
    stalls = facts.stalls();
    if (!LinkPhase.of(ward.link()).isFlowing()) {
      return;
    }
    Map<BedId, AgeBand> present = new HashMap<>();
    for (BedSnapshot bed : ward.beds()) {
      if (bed.occupied() && bed.sourceMicros() > 0) {
        AgeBand band = AgeBand.of(nowMicros - bed.sourceMicros(), timers);
        present.put(bed.id(), band);
        compare(bed.id(), bands.getOrDefault(bed.id(), AgeBand.FRESH), band, facts.now());
      }
    }
    bands.clear();
    bands.putAll(present);
  }

  private void compare(BedId bed, AgeBand before, AgeBand now, Instant time) {
    String source = "source bed=" + bed.bed() + " ";
    if (now == AgeBand.LOST && before != AgeBand.LOST) {
      String silent = "silent " + timers.lost().toSeconds() + " s, alarm raised to high";
      add(time, LinkEvent.Level.WARN, source + silent);
    } else if (now == AgeBand.OLD && !before.isInvalid()) {
      String silent = "silent " + timers.old().toSeconds() + " s, alarm raised";
      add(time, LinkEvent.Level.WARN, source + silent);
    } else if (now.isLive() && before.isInvalid()) {
      add(time, LinkEvent.Level.INFO, source + "heard again");
    }
  }

  private void add(Instant time, LinkEvent.Level level, String words) {
    newestFirst.addFirst(new LinkEvent(time, level, words));
    if (newestFirst.size() > CAPACITY) {
      newestFirst.removeLast();
    }
  }

  /** Goes on where another left off, which is not used any more. */
  void follow(StationLog before) {
    newestFirst.addAll(before.newestFirst);
    bands.putAll(before.bands);
    stalls = before.stalls;
  }

  /** These and those of the link, the newest first. */
  List<LinkEvent> with(List<LinkEvent> others) {
    List<LinkEvent> all = new ArrayList<>(newestFirst);
    all.addAll(others);
    all.sort(Comparator.comparing(LinkEvent::time).reversed());
    return all;
  }
}

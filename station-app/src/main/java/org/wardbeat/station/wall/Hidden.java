package org.wardbeat.station.wall;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.presentation.OverviewView;
import org.wardbeat.station.presentation.SectorView;
import org.wardbeat.station.presentation.StripView;
import org.wardbeat.wire.ward.BedId;

/**
 * What there is no room for.
 *
 * @param beds how many beds are not shown
 * @param alarms the alarms of these beds, the most urgent first
 */
record Hidden(int beds, StripView alarms) {
  Hidden {
    alarms = new StripView("", alarms.entries(), "");
  }

  /**
   * @param all how many beds there are
   */
  static Hidden of(OverviewView view, int all) {
    Set<BedId> shown = new HashSet<>();
    for (SectorView sector : view.sectors()) {
      shown.add(sector.id());
    }
    List<StripView.Entry> alarms =
        view.strip().entries().stream()
            .filter(StripView.Entry::isOpen)
            .filter(entry -> entry.bed() != null && !shown.contains(entry.bed()))
            .toList();
    return new Hidden(all - shown.size(), new StripView("", alarms, ""));
  }

  /** {@code 3 beds not shown}. */
  String words(Words words) {
    return words.count("wall.hidden-beds", beds);
  }

  /** {@code 2 alarms ***}, the signs of the most urgent. */
  String alarmWords(Words words) {
    int count = alarms.open();
    return count == 0
        ? words.text("wall.no-alarm-there")
        : words.count("strip.alarms", count) + " " + alarms.highestPrefix(0);
  }
}

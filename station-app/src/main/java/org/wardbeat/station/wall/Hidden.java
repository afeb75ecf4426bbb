package org.wardbeat.station.wall;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
  String words() {
    return beds == 1 ? "1 bed not shown" : beds + " beds not shown";
  }

  /** {@code 2 alarms ***}, the signs of the most urgent. */
  String alarmWords() {
    int count = alarms.open();
    return switch (count) {
      case 0 -> "no alarm there";
      case 1 -> "1 alarm " + alarms.highestPrefix(0);
      default -> count + " alarms " + alarms.highestPrefix(0);
    };
  }
}

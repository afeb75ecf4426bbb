package org.wardbeat.station.wall;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.wardbeat.station.presentation.OverviewView;
import org.wardbeat.station.presentation.SectorView;
import org.wardbeat.station.presentation.StripView;
import org.wardbeat.wire.ward.BedId;

/** How beds are told apart: by their labels, and by their units where there are several. */
final class Labels {
  /** Of no beds. */
  static final Labels NONE = new Labels(Set.of());

  private final Set<String> units = new HashSet<>();
  private final Set<String> ambiguous = new HashSet<>();

  private Labels(Set<BedId> beds) {
    Set<String> seen = new HashSet<>();
    for (BedId bed : beds) {
      units.add(bed.unit());
      if (!seen.add(bed.bed())) {
        ambiguous.add(bed.bed());
      }
    }
  }

  static Labels of(OverviewView view) {
    Set<BedId> beds = new LinkedHashSet<>();
    for (SectorView sector : view.sectors()) {
      beds.add(sector.id());
    }
    for (StripView.Entry entry : view.strip().entries()) {
      BedId bed = entry.bed();
      if (bed != null) {
        beds.add(bed);
      }
    }
    return new Labels(beds);
  }

  /** The unit of a bed, empty if there is only one. */
  String unit(BedId bed) {
    return units.size() > 1 ? bed.unit() : "";
  }

  /** Where a condition is, with its unit if another has a bed of the same label. */
  String place(StripView.Entry entry) {
    BedId bed = entry.bed();
    return bed != null && ambiguous.contains(bed.bed())
        ? entry.place() + " " + bed.unit()
        : entry.place();
  }
}

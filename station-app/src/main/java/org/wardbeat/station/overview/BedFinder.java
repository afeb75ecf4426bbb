package org.wardbeat.station.overview;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.wardbeat.station.presentation.Names;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.wire.ward.Patient;

/** Finds beds by what somebody types: a bed's label, or a part of a name, in any case or accent. */
final class BedFinder {
  private static final int NOT_FOUND = Integer.MAX_VALUE;

  private record Found(BedSnapshot bed, int rank) {}

  private BedFinder() {}

  /**
   * The beds that match best, best first.
   *
   * @param most how many at most
   */
  static List<BedSnapshot> find(List<BedSnapshot> beds, String typed, int most) {
    String wanted = plain(typed);
    if (wanted.isEmpty()) {
      return List.of();
    }
    return beds.stream()
        .map(bed -> new Found(bed, rank(bed, wanted)))
        .filter(found -> found.rank() < NOT_FOUND)
        .sorted(Comparator.comparingInt(Found::rank))
        .limit(most)
        .map(Found::bed)
        .toList();
  }

  private static int rank(BedSnapshot bed, String wanted) {
    String label = plain(bed.id().bed());
    Patient patient = bed.patient();
    String name = patient == null ? "" : plain(Names.of(patient));
    if (label.equals(wanted)) {
      return 0;
    }
    if (label.startsWith(wanted)) {
      return 1;
    }
    if (name.startsWith(wanted)) {
      return 2;
    }
    if (name.contains(" " + wanted)) {
      return 3;
    }
    boolean within =
        label.contains(wanted)
            || name.contains(wanted)
            || plain(bed.id().unit() + " " + bed.id().bed()).contains(wanted);
    return within ? 4 : NOT_FOUND;
  }

  /** Without case, accents and what cannot be typed. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}|\\p{C}", "")
        .toLowerCase(Locale.ROOT)
        .strip();
  }
}

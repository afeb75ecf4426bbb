package org.wardbeat.station.presentation;

import java.time.ZoneId;
import java.util.List;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.station.ward.WardSnapshot;

/**
 * The top bar.
 *
 * @param unit the unit shown; {@code 3 units} if there are several, empty if none is known
 * @param beds how many beds are shown: {@code 16 beds}
 * @param audio whether alarms can be heard
 * @param link the link pill
 * @param clock time of day on the bridge's clock, {@code --:--:--} if it is not known
 * @param date its date, empty if it is not known
 */
public record TopBarView(
    String unit, String beds, AudioView audio, LinkPillView link, String clock, String date) {

  /** Most beds on one screen. */
  public static final int MAX_BEDS = 64;

  /**
   * @param first index of the first bed shown
   * @param perPage most beds shown
   */
  static TopBarView of(
      WardSnapshot ward,
      int first,
      int perPage,
      AudioView audio,
      long nowMicros,
      ZoneId zone,
      Words words) {
    boolean known = nowMicros > 0;
    return new TopBarView(
        unit(ward.beds(), words),
        beds(ward.beds().size(), first, perPage, words),
        audio,
        LinkPillView.of(ward.link(), words),
        known ? Formats.clock(nowMicros, zone) : "--:--:--",
        known ? Formats.date(nowMicros, zone, words.locale()) : "");
  }

  private static String unit(List<BedSnapshot> beds, Words words) {
    List<String> units = beds.stream().map(bed -> bed.id().unit()).distinct().toList();
    return switch (units.size()) {
      case 0 -> "";
      case 1 -> units.getFirst();
      default -> words.text("top.units", units.size());
    };
  }

  private static String beds(int count, int first, int perPage, Words words) {
    if (count > perPage && first == 0) {
      return words.text("top.beds.first", perPage, count);
    }
    if (count > perPage) {
      int last = Math.min(count, first + perPage);
      return words.text("top.beds.range", first + 1, last, count);
    }
    return words.count("top.beds", count);
  }
}

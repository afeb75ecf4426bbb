package org.wardbeat.station.presentation;

import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.station.ward.WardSnapshot;
import org.wardbeat.wire.ward.BedId;

/**
 * The top bar.
 *
 * @param unit the unit shown; {@code 3 units} if there are several, empty if none is known
 * @param beds how many beds are shown: {@code 16 beds}
 * @param audio whether alarms can be heard
 * @param link the link pill
 * @param clock time of day on the bridge's clock, {@code --:--:--} if it is not known
 * @param date its date, empty if it is not known
 * @param mine how many of the beds there are, are the user's
 * @param place what that means for their place
 * @param pages how many pages there are
 * @param away what waits for somebody at beds that are not in sight
 */
public record TopBarView(
    String unit,
    String beds,
    AudioView audio,
    LinkPillView link,
    String clock,
    String date,
    int mine,
    MinePlace place,
    int pages,
    Away away) {

  /**
   * Alarms that nobody has seen to, at beds whose sectors are on another page or left out.
   *
   * @param beds at how many beds
   * @param severity the highest priority among them
   * @param prefix its prefix: {@code ***}
   * @param first the bed that comes first, null if there is none
   */
  public record Away(int beds, Severity severity, String prefix, @Nullable BedId first) {
    /** Nothing waits out of sight. */
    public static final Away NONE = new Away(0, Severity.NONE, "", null);

    static Away of(StripView strip, Board board) {
      Set<BedId> waiting = new LinkedHashSet<>();
      StripView.Entry highest = null;
      for (StripView.Entry entry : strip.entries()) {
        BedId bed = entry.bed();
        boolean waits = entry.isOpen() && entry.look() != AlarmLook.ACKNOWLEDGED;
        if (bed != null && waits && (waiting.contains(bed) || !board.isInSight(bed))) {
          waiting.add(bed);
          highest = highest == null ? entry : highest;
        }
      }
      return highest == null
          ? NONE
          : new Away(waiting.size(), highest.severity(), highest.prefix(), highest.bed());
    }
  }

  /** Most beds on one screen. */
  public static final int MAX_BEDS = 64;

  /**
   * @param board where each bed is
   * @param screen which of the station's screens it is for
   */
  static TopBarView of(
      WardSnapshot ward,
      Board board,
      int screen,
      AudioView audio,
      long nowMicros,
      ZoneId zone,
      Words words) {
    boolean known = nowMicros > 0;
    return new TopBarView(
        unit(ward.beds(), board.arrangement(), words),
        beds(ward.beds().size(), board, screen, words),
        audio,
        LinkPillView.of(ward.link(), words),
        known ? Formats.clock(nowMicros, zone, words) : "--:--:--",
        known ? Formats.date(nowMicros, zone, words) : "",
        (int) ward.beds().stream().filter(bed -> board.mine().contains(bed.id())).count(),
        board.arrangement().mine(),
        Math.max(1, Math.ceilDiv(board.shown(), board.perPage())),
        Away.NONE);
  }

  /** The same with what waits out of sight. */
  TopBarView with(Away now) {
    return new TopBarView(unit, beds, audio, link, clock, date, mine, place, pages, now);
  }

  private static String unit(List<BedSnapshot> beds, Arrangement arrangement, Words words) {
    List<String> all = beds.stream().map(bed -> bed.id().unit()).distinct().toList();
    List<String> wanted = all.stream().filter(arrangement.units()::contains).toList();
    List<String> units = wanted.isEmpty() ? all : wanted;
    return switch (units.size()) {
      case 0 -> "";
      case 1 -> Names.shown(units.getFirst());
      default -> words.text("top.units", units.size());
    };
  }

  /** That beds are left out, or are on other pages or screens, is never silent. */
  private static String beds(int all, Board board, int screen, Words words) {
    int shown = board.shown();
    int first = board.first(screen);
    int last = Math.min(shown, first + board.perScreen());
    boolean mine = board.arrangement().mine() == MinePlace.ONLY;
    if (shown > board.perScreen()) {
      int from = Math.min(first + 1, last);
      if (first == 0 && shown == all) {
        return words.text("top.beds.first", last, shown);
      }
      return words.text(mine ? "top.beds.range-mine" : "top.beds.range", from, last, shown);
    }
    if (shown < all) {
      return words.text(mine ? "top.beds.some-mine" : "top.beds.some", shown, all);
    }
    return words.count("top.beds", all);
  }
}

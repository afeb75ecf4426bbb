package org.wardbeat.station.presentation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.ward.BedId;

/**
 * The strip at the bottom: all alarms, the most urgent first, then those that are over and were
 * seen to.
 *
 * @param title how many there are, or of when they are
 * @param entries the conditions
 * @param note an advice behind them, may be empty
 */
public record StripView(String title, List<Entry> entries, String note) {
  /**
   * One condition.
   *
   * @param bed the bed it is of; null if it is the station's
   * @param alarm which alarm of the bridge it is; null if this station noticed it by itself
   * @param severity its priority
   * @param prefix the same in signs: {@code ***} of a patient alarm, {@code !!!} of a technical one
   * @param look how far it has come
   * @param escalated whether others than the bed's nurses are called
   * @param place the bed's label or the unit's name
   * @param text the condition
   * @param age since when it is so, or who saw to it when
   */
  public record Entry(
      @Nullable BedId bed,
      @Nullable AlarmId alarm,
      Severity severity,
      String prefix,
      AlarmLook look,
      boolean escalated,
      String place,
      String text,
      String age) {

    /** Whether somebody can see to it. */
    public boolean isAcknowledgeable() {
      return alarm != null && look.waits();
    }

    /** Whether it is still to be shown, whatever room there is. */
    public boolean isOpen() {
      return look != AlarmLook.ENDED;
    }

    /** Whether it takes part in the flash of its priority. */
    public boolean flashes() {
      return look == AlarmLook.NEW && severity.compareTo(Severity.MEDIUM) >= 0;
    }
  }

  public StripView {
    entries = List.copyOf(entries);
  }

  /** How many of them must not be left out without a word. */
  public int open() {
    int open = 0;
    while (open < entries.size() && entries.get(open).isOpen()) {
      open++;
    }
    return open;
  }

  /**
   * The highest prefix among the open entries from one on: a patient alarm's before a technical
   * one's of the same priority.
   *
   * @param first index of the first entry that is left out
   */
  public String highestPrefix(int first) {
    Entry highest = null;
    for (Entry entry : entries.subList(first, Math.max(first, open()))) {
      boolean above =
          highest == null
              || entry.severity().compareTo(highest.severity()) > 0
              || (entry.severity() == highest.severity()
                  && entry.prefix().startsWith("*")
                  && !highest.prefix().startsWith("*"));
      highest = above ? entry : highest;
    }
    return highest == null ? "" : highest.prefix();
  }
}

package org.wardbeat.station.presentation;

import java.util.List;

/**
 * The strip at the bottom: all alarms, the most urgent first.
 *
 * @param title how many there are, or of when they are
 * @param entries the conditions
 * @param note an advice behind them, may be empty
 */
public record StripView(String title, List<Entry> entries, String note) {
  /**
   * One condition.
   *
   * @param severity its priority
   * @param prefix the same in signs: {@code ***} of a patient alarm, {@code !!!} of a technical one
   * @param was whether it was active when the link was lost, and is not judged now
   * @param place the bed's label or the unit's name
   * @param text the condition
   * @param age since when it is so
   */
  public record Entry(
      Severity severity, String prefix, boolean was, String place, String text, String age) {}

  public StripView {
    entries = List.copyOf(entries);
  }
}

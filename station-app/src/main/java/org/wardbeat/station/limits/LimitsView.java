package org.wardbeat.station.limits;

import java.util.List;
import org.wardbeat.wire.ward.VitalSign;

/**
 * The limits editor at one moment.
 *
 * @param history who set the limits that hold now, when and why
 * @param rows the vital signs, in order; a second row of one is for its extreme limits
 * @param conflict that somebody else changed the limits meanwhile; empty if nobody did
 * @param usable whether anything can be entered
 */
record LimitsView(String history, List<Row> rows, String conflict, boolean usable) {
  LimitsView {
    rows = List.copyOf(rows);
  }

  /**
   * A row.
   *
   * @param sign which vital sign
   * @param extreme whether it is about the extreme limits
   * @param value what it is now
   * @param low the lower field
   * @param high the upper field
   * @param on whether the limits are watched
   * @param note what is to be said of it: a fault, a warning, or what the unit's limits are
   * @param tone how it is said
   */
  record Row(
      VitalSign sign,
      boolean extreme,
      String value,
      Field low,
      Field high,
      boolean on,
      String note,
      Tone tone) {}

  /**
   * A field.
   *
   * @param text what stands in it
   * @param changed whether it differs from what holds now
   */
  record Field(String text, boolean changed) {}

  /** How a note is said. */
  enum Tone {
    /** For information. */
    PLAIN,
    /** Something happens at once. */
    WARNING,
    /** It cannot be set so. */
    FAULT
  }
}

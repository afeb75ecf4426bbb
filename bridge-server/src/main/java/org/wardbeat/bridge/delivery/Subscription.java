package org.wardbeat.bridge.delivery;

import java.util.ArrayList;
import java.util.List;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.BedId;

/**
 * What a station wants.
 *
 * @param number the station's own number of it
 * @param choices for each bed the first that covers it counts
 * @param backfillMillis how much of a waveform's past comes with it at first
 * @param maxBytesPerSecond most bytes a second, 0 for no limit
 * @param maxUpdatesPerSecond most frames of vital signs and samples a second, 0 for no limit
 */
record Subscription(
    long number,
    List<Choice> choices,
    int backfillMillis,
    long maxBytesPerSecond,
    long maxUpdatesPerSecond) {
  /** Before the first {@code Subscribe}. */
  static final Subscription NOTHING = new Subscription(0, List.of(), 0, 0, 0);

  /** What is wanted of the beds that a selection covers. */
  record Choice(Frame.Selection selection, Wanted wanted) {}

  static Subscription of(Frame.Subscribe frame) {
    List<Choice> choices = new ArrayList<>(frame.selections().size());
    for (Frame.Selection selection : frame.selections()) {
      choices.add(new Choice(selection, Wanted.of(selection)));
    }
    return new Subscription(
        frame.number(),
        List.copyOf(choices),
        frame.backfillMillis(),
        frame.maxBytesPerSecond(),
        frame.maxUpdatesPerSecond());
  }

  /** What is wanted of a bed, {@link Wanted#NOTHING} if no selection covers it. */
  Wanted wanted(BedId bed) {
    for (Choice choice : choices) {
      if (choice.selection.covers(bed)) {
        return choice.wanted;
      }
    }
    return Wanted.NOTHING;
  }

  /**
   * Whether alarms of a bed are wanted, or of any bed there may be of a unit.
   *
   * @param bed the bed, empty for any of the unit
   */
  boolean wantsAlarmsOf(String unit, String bed) {
    if (!bed.isEmpty()) {
      return wanted(new BedId(unit, bed)).alarms();
    }
    return choices.stream()
        .filter(choice -> choice.wanted.alarms())
        .map(choice -> choice.selection.unit())
        .anyMatch(of -> of.isEmpty() || of.equals(unit));
  }

  /** Whether figures are wanted of any bed there may be. */
  boolean wantsDiagnostics() {
    return choices.stream().anyMatch(choice -> choice.wanted.diagnostics());
  }
}

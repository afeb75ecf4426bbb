package org.wardbeat.station.pauses;

import java.util.List;
import org.wardbeat.wire.ward.Operation;

/**
 * Pauses and standby of a bed at one moment.
 *
 * @param held what is held back now
 * @param kind what is chosen to be held back
 * @param wholeUnit whether for the whole unit
 * @param seconds for how long
 * @param reason why
 * @param confirm what the button says that does it
 * @param trouble why nothing can be done, or what cannot be relied on; empty if all is well
 */
record PausesView(
    List<Held> held,
    PauseKind kind,
    boolean wholeUnit,
    int seconds,
    String reason,
    String confirm,
    String trouble) {
  PausesView {
    held = List.copyOf(held);
  }

  /**
   * Something that is held back.
   *
   * @param text what, until when, and who wanted it so
   * @param left how long it lasts on: {@code 1:42}
   * @param end what ends it early
   */
  record Held(String text, String left, Operation.Inactivate end) {}
}

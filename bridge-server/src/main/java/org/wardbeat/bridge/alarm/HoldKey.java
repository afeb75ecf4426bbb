package org.wardbeat.bridge.alarm;

import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Inactivation;
import org.wardbeat.wire.ward.InactivationState;

/** What tells holds apart; the bed is empty for a whole unit. */
record HoldKey(String unit, String bed, Inactivation kind) {
  static HoldKey of(InactivationState state) {
    return new HoldKey(state.unit(), state.bed(), state.kind());
  }

  boolean covers(BedId id) {
    return unit.equals(id.unit()) && (bed.isEmpty() || bed.equals(id.bed()));
  }

  /** Whether no condition is evaluated while it lasts. */
  boolean inhibits() {
    return kind != Inactivation.AUDIO_PAUSED;
  }
}

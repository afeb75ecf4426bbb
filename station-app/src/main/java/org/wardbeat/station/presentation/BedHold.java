package org.wardbeat.station.presentation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Inactivation;
import org.wardbeat.wire.ward.InactivationState;

/**
 * What of a bed's alarms is held back now.
 *
 * @param audio the pause of its sound, null if it sounds
 * @param alarms the pause of its alarms, null if there is none
 * @param standby that the patient is away, null if not
 */
record BedHold(
    @Nullable InactivationState audio,
    @Nullable InactivationState alarms,
    @Nullable InactivationState standby) {
  static final BedHold NONE = new BedHold(null, null, null);

  /** Whether no alarm of the bed is evaluated. */
  boolean isUnwatched() {
    return alarms != null || standby != null;
  }

  /** What is held back in a ward: by bed, and the sound of whole units. */
  static final class Board {
    static final Board EMPTY = new Board(List.of());

    private final Map<BedId, BedHold> beds = new HashMap<>();
    private final Map<String, BedHold> units = new HashMap<>();
    private final List<InactivationState> states;

    private Board(List<InactivationState> states) {
      this.states = List.copyOf(states);
      for (InactivationState state : states) {
        if (state.bed().isEmpty()) {
          units.merge(state.unit(), BedHold.only(state), BedHold::and);
        } else {
          beds.merge(new BedId(state.unit(), state.bed()), BedHold.only(state), BedHold::and);
        }
      }
    }

    /** What of all that was told has not come to its planned end. */
    static Board of(List<InactivationState> told, long nowMicros) {
      List<InactivationState> left = new ArrayList<>();
      for (InactivationState state : told) {
        if (state.active() && state.untilMicros() > nowMicros) {
          left.add(state);
        }
      }
      return left.isEmpty() ? EMPTY : new Board(left);
    }

    boolean isSameAs(Board other) {
      return states.equals(other.states);
    }

    /** What is held back at a bed; the sound of its unit does not count as its own. */
    BedHold at(BedId bed) {
      BedHold own = beds.getOrDefault(bed, NONE);
      BedHold unit = units.getOrDefault(bed.unit(), NONE);
      return unit.isUnwatched() ? own.and(new BedHold(null, unit.alarms, unit.standby)) : own;
    }

    /** The pause of a unit's sound, null if it sounds. */
    @Nullable InactivationState audioOf(String unit) {
      return units.getOrDefault(unit, NONE).audio();
    }
  }

  private static BedHold only(InactivationState state) {
    return new BedHold(
        state.kind() == Inactivation.AUDIO_PAUSED ? state : null,
        state.kind() == Inactivation.ALARM_PAUSED ? state : null,
        state.kind() == Inactivation.STANDBY ? state : null);
  }

  /** Both at once; of two of a kind, the one that lasts longer. */
  private BedHold and(BedHold other) {
    return new BedHold(
        longer(audio, other.audio), longer(alarms, other.alarms), longer(standby, other.standby));
  }

  private static @Nullable InactivationState longer(
      @Nullable InactivationState one, @Nullable InactivationState other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.untilMicros() >= other.untilMicros() ? one : other;
  }
}

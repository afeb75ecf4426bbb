package org.wardbeat.bridge.delivery;

import java.util.Set;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.BedId;

/**
 * What a station wants.
 *
 * @param units units whose beds are wanted, empty for all
 * @param numerics whether vital signs are wanted
 * @param waveforms whether waveforms are wanted
 * @param backfillMillis how much of each waveform's past a snapshot holds
 */
record Subscription(Set<String> units, boolean numerics, boolean waveforms, int backfillMillis) {
  /** Before the first {@code Subscribe}. */
  static final Subscription NOTHING = new Subscription(Set.of(""), false, false, 0);

  static Subscription of(Frame.Subscribe frame) {
    return new Subscription(
        Set.copyOf(frame.units()),
        frame.lanes().contains(Frame.Lane.NUMERICS),
        frame.lanes().contains(Frame.Lane.WAVEFORMS),
        frame.backfillMillis());
  }

  boolean wants(BedId bed) {
    return units.isEmpty() || units.contains(bed.unit());
  }
}

package org.wardbeat.bridge.delivery;

import org.wardbeat.bridge.ward.SignFilter;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.frame.Frame.Lane;

/**
 * What a station wants of a bed.
 *
 * @param bed whether the bed is wanted at all
 * @param numerics whether vital signs are wanted
 * @param waveforms whether waveforms are wanted
 * @param alarms whether alarms are wanted
 * @param identity how much is wanted of who lies there
 * @param diagnostics whether figures of the source are wanted
 * @param signs the vital signs wanted
 * @param channels the waveforms wanted: bit <i>i</i> stands for channel <i>i</i>
 */
record Wanted(
    boolean bed,
    boolean numerics,
    boolean waveforms,
    boolean alarms,
    Identity identity,
    boolean diagnostics,
    SignFilter signs,
    long channels) {
  /** The bed is not wanted. */
  static final Wanted NOTHING =
      new Wanted(false, false, false, false, Identity.NOBODY, false, new SignFilter(0), 0);

  static Wanted of(Frame.Selection selection) {
    return new Wanted(
        true,
        selection.lanes().contains(Lane.NUMERICS),
        selection.lanes().contains(Lane.WAVEFORMS),
        selection.lanes().contains(Lane.ALARMS),
        Identity.of(selection.lanes()),
        selection.lanes().contains(Lane.DIAGNOSTICS),
        SignFilter.of(selection.signs()),
        selection.channels());
  }

  /** Whether it is wanted who lies there, with all that people have said of it. */
  boolean names() {
    return identity == Identity.NAMES;
  }

  /** Whether the waveform of a channel is wanted. */
  boolean waveform(int channel) {
    return waveforms && ((channels >> channel) & 1) != 0;
  }
}

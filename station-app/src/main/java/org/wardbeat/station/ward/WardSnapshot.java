package org.wardbeat.station.ward;

import java.util.List;
import org.wardbeat.wire.ward.InactivationState;

/**
 * The link and all beds at one instant.
 *
 * @param link the link to the bridge
 * @param beds the beds by unit and label, numbers in labels by their value (bed 9 before bed 10)
 * @param heldBack where alarms are held back, unless that has come to its planned end since
 * @param bridgeNowMicros UTC microseconds on the bridge's clock when the snapshot was taken; 0 if
 *     no bridge has told its time yet
 * @param simulated whether any bed shows simulated data
 * @param changedNanos when the oldest change in here that no earlier snapshot held was decoded, by
 *     {@link System#nanoTime()}; 0 if nothing changed
 */
public record WardSnapshot(
    LinkSnapshot link,
    List<BedSnapshot> beds,
    List<InactivationState> heldBack,
    long bridgeNowMicros,
    boolean simulated,
    long changedNanos) {
  public WardSnapshot {
    beds = List.copyOf(beds);
    heldBack = List.copyOf(heldBack);
  }

  /**
   * The same with a link whose delay is counted to the screen, not to its own end.
   *
   * @param millis from decoding to showing
   */
  public WardSnapshot shownAfter(double millis) {
    return new WardSnapshot(
        link.delayedBy(millis), beds, heldBack, bridgeNowMicros, simulated, changedNanos);
  }
}

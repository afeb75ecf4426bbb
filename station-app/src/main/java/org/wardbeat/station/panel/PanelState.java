package org.wardbeat.station.panel;

import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.wire.ward.InactivationState;
import org.wardbeat.wire.ward.Reading;
import org.wardbeat.wire.ward.VitalSign;

/**
 * What a panel shows of the ward at one moment.
 *
 * @param bed the bed it is about, null if there is no such bed any more
 * @param beds all beds of the ward
 * @param linked whether the bridge is heard
 * @param held what is held back in the ward
 * @param nowMicros the bridge's present time
 * @param zone in which times are written
 */
public record PanelState(
    @Nullable BedSnapshot bed,
    List<BedSnapshot> beds,
    boolean linked,
    List<InactivationState> held,
    long nowMicros,
    ZoneId zone) {
  /** From this age on a value is not shown, as in a sector. */
  private static final long SHOWN_MICROS = TimeUnit.SECONDS.toMicros(10);

  public PanelState {
    beds = List.copyOf(beds);
    held = List.copyOf(held);
  }

  /** The present value of a vital sign, null if there is none that may be shown as such. */
  public @Nullable Reading reading(VitalSign sign) {
    BedSnapshot present = bed;
    if (present == null || !linked || !present.freshSinceResume() || present.check()) {
      return null;
    }
    Reading reading = present.readings().get(sign);
    boolean fresh = nowMicros - present.sourceMicros() < SHOWN_MICROS;
    return fresh && reading != null && reading.available() ? reading : null;
  }
}

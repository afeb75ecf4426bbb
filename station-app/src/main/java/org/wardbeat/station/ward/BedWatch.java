package org.wardbeat.station.ward;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.Score;

/**
 * How a bed is watched over, beside its alarms.
 *
 * @param limits its alarm limits, null if the bridge has not told them
 * @param scores its early warning scores
 * @param past alarms that are over and that somebody saw to, the newest last
 */
public record BedWatch(@Nullable LimitSetting limits, List<Score> scores, List<Alarm> past) {
  /** Nothing is known. */
  public static final BedWatch NONE = new BedWatch(null, List.of(), List.of());

  public BedWatch {
    scores = List.copyOf(scores);
    past = List.copyOf(past);
  }
}

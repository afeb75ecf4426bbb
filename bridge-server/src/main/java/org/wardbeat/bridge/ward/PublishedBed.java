package org.wardbeat.bridge.ward;

import java.util.List;
import org.wardbeat.bridge.alarm.BedAlarming;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Score;

/**
 * What any thread may read of a bed. Only the bed's ward loop writes it, but for {@link
 * #alarming()}, which is written by the alarms' thread. Each method answers with the newest
 * immutable state; two calls may straddle a change.
 */
public interface PublishedBed {
  /** Its number: dense from 0, the same for the same bed as long as the bridge runs. */
  int index();

  /** Its identity. */
  BedId id();

  /** Who and what is there. */
  BedDefinition definition();

  /** The device's technical state. */
  PublishedStatus status();

  /** The vital signs. */
  NumericsState numerics();

  /** The last minute of a channel of the newest definition. */
  default ChunkRing ring(int channel) {
    return definition().rings().get(channel);
  }

  /** By what its alarms are judged. */
  BedAlarming alarming();

  /** Its early warning scores; none of a bed where nobody lies. */
  List<Score> scores();

  /** How its source does. */
  PublishedFigures figures();

  /** Whether the bed was taken away; it is then no longer in {@link Ward#beds()}. */
  boolean removed();

  /**
   * Monotonic nanoseconds at which vital signs or samples were last taken from the device; {@link
   * Long#MIN_VALUE} if never. A birth or a status does not count: it may have been retained, which
   * not every broker says.
   */
  long heardNanos();
}

package org.wardbeat.station.ward;

import java.util.List;
import org.wardbeat.wire.frame.Frame;

/**
 * Alarms of the past, as the bridge told them.
 *
 * @param complete whether these are all that were asked for; otherwise the link was lost or did not
 *     bring them in time
 * @param records the newest onset first
 */
public record AlarmHistory(boolean complete, List<Frame.AlarmRecord> records) {
  public AlarmHistory {
    records = List.copyOf(records);
  }
}

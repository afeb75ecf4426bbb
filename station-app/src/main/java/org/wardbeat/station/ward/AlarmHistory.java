package org.wardbeat.station.ward;

import java.util.List;
import org.wardbeat.wire.frame.Frame;

/**
 * Alarms of the past, as the bridge told them.
 *
 * @param missing why these are not all that were asked for, in words for the operator: the bridge
 *     cannot tell them, the link was lost, or it did not bring them in time; empty if they are
 * @param records the newest onset first
 */
public record AlarmHistory(String missing, List<Frame.AlarmRecord> records) {
  public AlarmHistory {
    records = List.copyOf(records);
  }

  /** Nothing, because there is no link to the bridge. */
  public static AlarmHistory withoutLink() {
    return new AlarmHistory("There is no link to the bridge.", List.of());
  }

  /** Whether these are all that were asked for. */
  public boolean complete() {
    return missing.isEmpty();
  }
}

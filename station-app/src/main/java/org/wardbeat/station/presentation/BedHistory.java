package org.wardbeat.station.presentation;

import java.util.List;
import org.wardbeat.station.ward.BedSnapshot;

/**
 * What a bed's view depends on beside the present.
 *
 * @param seenSinceMicros when the bed first appeared here
 * @param leadsOffSinceMicros when electrodes came off; 0 while all are on
 * @param batteryLowSinceMicros when the battery fell below 10 %; 0 while it is not
 * @param checkSinceMicros since when it has to be checked who lies there; 0 while it has not
 * @param atLoss the conditions that were active when the link was lost
 */
record BedHistory(
    long seenSinceMicros,
    long leadsOffSinceMicros,
    long batteryLowSinceMicros,
    long checkSinceMicros,
    List<Condition> atLoss) {
  BedHistory {
    atLoss = List.copyOf(atLoss);
  }

  static BedHistory seen(long nowMicros) {
    return new BedHistory(nowMicros, 0, 0, 0, List.of());
  }

  /** The history once this snapshot of the bed was seen. */
  BedHistory after(BedSnapshot bed, long nowMicros) {
    long began = bed.statusSinceMicros() > 0 ? bed.statusSinceMicros() : nowMicros;
    boolean leadsOff = !bed.status().leadsOff().isEmpty();
    boolean batteryLow = BedConditions.isBatteryLow(bed.status());
    long leads = since(leadsOff, leadsOffSinceMicros, began);
    long battery = since(batteryLow, batteryLowSinceMicros, began);
    long check = since(bed.check(), checkSinceMicros, nowMicros);
    boolean same =
        leads == leadsOffSinceMicros
            && battery == batteryLowSinceMicros
            && check == checkSinceMicros;
    return same ? this : new BedHistory(seenSinceMicros, leads, battery, check, atLoss);
  }

  private static long since(boolean active, long before, long began) {
    if (!active) {
      return 0;
    }
    return before == 0 ? began : before;
  }

  BedHistory withAtLoss(List<Condition> conditions) {
    return conditions.equals(atLoss)
        ? this
        : new BedHistory(
            seenSinceMicros,
            leadsOffSinceMicros,
            batteryLowSinceMicros,
            checkSinceMicros,
            conditions);
  }
}

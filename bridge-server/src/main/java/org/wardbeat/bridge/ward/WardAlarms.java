package org.wardbeat.bridge.ward;

import java.util.function.Consumer;
import org.wardbeat.bridge.alarm.AlarmOutlet;
import org.wardbeat.bridge.alarm.AlarmSystem;
import org.wardbeat.bridge.alarm.BedConditions;
import org.wardbeat.bridge.alarm.rule.RuleSettings;
import org.wardbeat.wire.ward.Alarm;

/**
 * Where a ward's alarms go: through their life, and then into the log that stations are sent.
 *
 * @param system the life of all alarms
 * @param log what stations are sent
 * @param judgedAnew told of a bed whose alarms are judged otherwise than before, or whose scores
 *     are others
 * @param rules by which beds are watched
 */
record WardAlarms(
    AlarmSystem system, AlarmLog log, Consumer<PublishedBed> judgedAnew, RuleSettings rules) {
  /** The door for a bed's conditions; nothing comes back before somebody or nobody lies in it. */
  BedConditions door(PublishedBed bed) {
    return system.bed(
        bed.id(),
        new AlarmOutlet() {
          @Override
          public void announce(long occupancy, Alarm alarm) {
            log.append(bed, occupancy, alarm);
          }

          @Override
          public void alarmingChanged() {
            judgedAnew.accept(bed);
          }
        });
  }
}

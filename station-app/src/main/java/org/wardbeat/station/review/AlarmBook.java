package org.wardbeat.station.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wardbeat.station.presentation.AlarmId;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.Alarm;

/**
 * Each alarm that is known, in its newest state, whether it came with the past or is told of live.
 * Confined to one thread.
 */
final class AlarmBook {
  private final Map<AlarmId, Frame.AlarmRecord> records = new HashMap<>();
  private Set<AlarmId> live = Set.of();

  /** Forgets all. */
  void clear() {
    records.clear();
    live = Set.of();
  }

  Collection<Frame.AlarmRecord> records() {
    return records.values();
  }

  /** The alarm, as far as it is known. */
  List<Frame.AlarmRecord> find(AlarmId id) {
    Frame.AlarmRecord found = records.get(id);
    return found == null ? List.of() : List.of(found);
  }

  /** Takes in what came with the past; returns whether it is news. */
  boolean add(List<Frame.AlarmRecord> past) {
    boolean news = false;
    for (Frame.AlarmRecord each : past) {
      news |= put(each);
    }
    return news;
  }

  /**
   * Takes in which alarms are not over now.
   *
   * @return what that changes
   */
  Change look(List<BedSnapshot> beds) {
    boolean news = false;
    Set<AlarmId> now = new HashSet<>();
    for (BedSnapshot bed : beds) {
      for (Alarm alarm : bed.alarms()) {
        Frame.AlarmRecord record = new Frame.AlarmRecord(bed.id(), alarm);
        now.add(idOf(record));
        news |= put(record);
      }
    }
    List<AlarmId> gone = new ArrayList<>(live);
    gone.removeAll(now);
    live = now;
    return new Change(news, !gone.isEmpty());
  }

  /**
   * What the present changes.
   *
   * @param news whether an alarm is new or has another state
   * @param gone whether one is no longer told of, so that its end is to be asked for
   */
  record Change(boolean news, boolean gone) {
    static final Change NONE = new Change(false, false);
  }

  private boolean put(Frame.AlarmRecord record) {
    AlarmId id = idOf(record);
    Frame.AlarmRecord known = records.get(id);
    if (known != null && !isNewer(record.alarm(), known.alarm())) {
      return false;
    }
    records.put(id, record);
    return true;
  }

  /** An alarm that is over never lasts again. */
  private static boolean isNewer(Alarm told, Alarm known) {
    if (told.over() != known.over()) {
      return told.over();
    }
    return told.changedMicros() >= known.changedMicros() && !told.equals(known);
  }

  static AlarmId idOf(Frame.AlarmRecord record) {
    return new AlarmId(
        record.bed(), record.alarm().condition(), record.alarm().onsetDeviceMicros());
  }
}

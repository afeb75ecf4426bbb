package org.wardbeat.benchmarks.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmKind;
import org.wardbeat.wire.ward.AlarmPriority;

/**
 * More alarms than anybody can look at: of all priorities, each for five seconds, and one that is
 * lethal and lasts. Used by one thread at a time.
 */
final class Flood {
  /** Alarms a second at each bed. */
  static final int PER_SECOND = 5;

  private static final int LASTING = 5 * PER_SECOND;
  private static final int LETHAL_BED = 21;
  private static final AlarmPriority[] PRIORITIES = AlarmPriority.values();

  private final Map<Integer, Deque<Alarm>> lasting = new TreeMap<>();
  private final SplittableRandom random = new SplittableRandom(9);
  private final List<Alarm> lethal = new ArrayList<>();
  private int raised;

  /** Another alarm begins at a bed, and the oldest one ends. */
  void raise(int bed, long nowMicros) {
    if (bed == LETHAL_BED && lethal.isEmpty()) {
      lethal.add(alarm("ASYSTOLE", AlarmPriority.HIGH, nowMicros));
    }
    Deque<Alarm> alarms = lasting.computeIfAbsent(bed, _ -> new ArrayDeque<>());
    AlarmPriority priority = PRIORITIES[random.nextInt(PRIORITIES.length)];
    alarms.addLast(alarm("ALARM " + ++raised, priority, nowMicros));
    if (alarms.size() > LASTING) {
      alarms.removeFirst();
    }
  }

  private static Alarm alarm(String condition, AlarmPriority priority, long nowMicros) {
    return Alarm.raised(
        condition, AlarmKind.PHYSIOLOGICAL, priority, null, condition, nowMicros, nowMicros);
  }

  /** What lasts at a bed. */
  List<Alarm> alarms(int bed) {
    List<Alarm> all = new ArrayList<>(lasting.getOrDefault(bed, new ArrayDeque<>()));
    if (bed == LETHAL_BED) {
      all.addAll(lethal);
    }
    return List.copyOf(all);
  }
}

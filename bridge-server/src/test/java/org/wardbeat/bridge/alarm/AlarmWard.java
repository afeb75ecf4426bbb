package org.wardbeat.bridge.alarm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.frame.Frame.Outcome;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmKind;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Inactivation;
import org.wardbeat.wire.ward.InactivationState;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Operator;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.Role;

/** A bridge's alarms as a test lives through them: what is said, done and announced of one unit. */
final class AlarmWard {
  static final BedId BED = new BedId("4 East", "407");
  static final Operator NOOR = new Operator("noor", Role.NURSE);
  static final Patient IDA = new Patient("MRN-2", "Berg", "Ida");
  static final Patient OLE = new Patient("MRN-3", "Holm", "Ole");

  final TestTime time;
  final VolatileStore store;
  final String name;
  final List<Alarm> announced = new ArrayList<>();
  final Map<BedId, Map<String, Alarm>> shown = new LinkedHashMap<>();
  final List<SharedAct> told = new ArrayList<>();
  private final Map<BedId, BedConditions> doors = new LinkedHashMap<>();
  private AlarmsByHand alarms;
  private long occupancy;

  AlarmWard(TestTime time, VolatileStore store, String name) {
    this.time = time;
    this.store = store;
    this.name = name;
    alarms = start();
  }

  private AlarmsByHand start() {
    AlarmsByHand started = new AlarmsByHand(time.clock(), store, name);
    started.system().onShared(told::add);
    return started;
  }

  /** The bridge is killed and comes back; what it announced before is forgotten. */
  void restart() {
    doors.clear();
    announced.clear();
    shown.clear();
    occupancy = 0;
    alarms = start();
  }

  /** Whether all that happened is stored. */
  boolean recordsAll() {
    return alarms.system().recording().on();
  }

  AlarmSystem system() {
    return alarms.system();
  }

  void settle() {
    alarms.settle();
  }

  void pass(Duration duration) {
    time.pass(duration);
    settle();
  }

  void occupied(BedId bed, @Nullable Patient patient, String device) {
    BedConditions door =
        doors.computeIfAbsent(bed, absent -> alarms.system().bed(bed, new Screen(bed)));
    Lying known = door.lying();
    door.occupied(
        ++occupancy, patient, device, known.isToCheck(device, patient), known.stay().version());
    settle();
  }

  BedConditions door(BedId bed) {
    BedConditions door = doors.get(bed);
    if (door == null) {
      throw new IllegalStateException("the bed is not here");
    }
    return door;
  }

  /** Shows what a station would. */
  private final class Screen implements AlarmOutlet {
    private final BedId bed;

    private Screen(BedId bed) {
      this.bed = bed;
    }

    @Override
    public void announce(long ofOccupancy, Alarm alarm) {
      announced.add(alarm);
      Map<String, Alarm> ofBed = shown.computeIfAbsent(bed, absent -> new LinkedHashMap<>());
      if (alarm.over()) {
        ofBed.remove(alarm.condition());
      } else {
        ofBed.put(alarm.condition(), alarm);
      }
    }

    @Override
    public void alarmingChanged() {}
  }

  void report(
      BedId bed,
      ConditionSource source,
      String condition,
      AlarmPriority priority,
      boolean active,
      long onsetMicros) {
    door(bed)
        .report(
            occupancy,
            source,
            new ConditionChange(
                condition,
                AlarmKind.PHYSIOLOGICAL,
                priority,
                null,
                condition,
                active,
                LatchingConditions.contains(condition),
                onsetMicros,
                onsetMicros,
                time.micros()));
    settle();
  }

  /** The bridge's rules find that a condition begins now. */
  void raise(String condition, AlarmPriority priority) {
    report(BED, ConditionSource.RULES, condition, priority, true, time.micros());
  }

  void end(String condition) {
    report(BED, ConditionSource.RULES, condition, AlarmPriority.LOW, false, time.micros());
  }

  @Nullable Alarm alarm(String condition) {
    return shown.getOrDefault(BED, Map.of()).get(condition);
  }

  Alarm lastly() {
    return announced.getLast();
  }

  ActOutcome act(Operation operation) {
    return act(NOOR, operation);
  }

  ActOutcome act(Operator operator, Operation operation) {
    List<ActOutcome> answers = new ArrayList<>();
    alarms.system().act(operator, operation, answers::add);
    settle();
    if (answers.size() != 1) {
      throw new AssertionError("expected one answer, got " + answers);
    }
    return answers.getFirst();
  }

  Outcome acknowledge(Alarm alarm) {
    return act(new Operation.Acknowledge(BED, alarm.condition(), alarm.onsetDeviceMicros()))
        .outcome();
  }

  Outcome hold(Inactivation kind, int seconds) {
    return hold(BED.bed(), kind, seconds);
  }

  /** Decided on what is held back now; the bed is empty for the unit. */
  Outcome hold(String bed, Inactivation kind, int seconds) {
    return act(new Operation.Inactivate(BED.unit(), bed, kind, since(bed, kind), seconds, ""))
        .outcome();
  }

  /** Since when something is held back, as a station is told; 0 if it is not. */
  long since(String bed, Inactivation kind) {
    return alarms.system().heldBack().all().stream()
        .map(HeldBack.Versioned::state)
        .filter(held -> held.active() && held.bed().equals(bed) && held.kind() == kind)
        .mapToLong(InactivationState::sinceMicros)
        .findFirst()
        .orElse(0);
  }
}

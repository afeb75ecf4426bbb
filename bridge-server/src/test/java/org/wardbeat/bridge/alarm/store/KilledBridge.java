package org.wardbeat.bridge.alarm.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.wardbeat.bridge.alarm.AlarmOutlet;
import org.wardbeat.bridge.alarm.AlarmSettings;
import org.wardbeat.bridge.alarm.AlarmSystem;
import org.wardbeat.bridge.alarm.BedConditions;
import org.wardbeat.bridge.alarm.ConditionChange;
import org.wardbeat.bridge.alarm.ConditionSource;
import org.wardbeat.bridge.clock.BridgeClock;
import org.wardbeat.wire.frame.Frame.Outcome;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmKind;
import org.wardbeat.wire.ward.AlarmLimits;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Operator;
import org.wardbeat.wire.ward.PatientCategory;
import org.wardbeat.wire.ward.Role;

/**
 * A process that raises, ends and acknowledges alarms as fast as it can, and says on standard
 * output what it announced and what it answered, until it is killed.
 */
final class KilledBridge {
  private KilledBridge() {}

  /** Run with the store's folder and a seed. */
  public static void main(String[] args) throws IOException {
    BridgeClock clock = BridgeClock.system();
    AlarmLimits none = new AlarmLimits(PatientCategory.ADULT, List.of());
    AlarmSystem system =
        new AlarmSystem(
            new SqliteAlarmStore(Path.of(args[0]), clock.utc()),
            clock,
            AlarmSettings.of("killed"),
            bed -> none);
    system.start();
    BedId bed = new BedId("4 East", "407");
    BedConditions door = system.bed(bed, new Teller(system, bed));
    door.occupied(1, null, "patch", false, 0);
    RandomGenerator random =
        RandomGeneratorFactory.of("L64X128MixRandom").create(Long.parseLong(args[1]));
    long onset = clock.micros();
    while (true) {
      while (system.isBusy()) {
        Thread.onSpinWait();
      }
      onset++;
      door.report(
          1,
          ConditionSource.RULES,
          new ConditionChange(
              "C" + random.nextInt(20),
              AlarmKind.PHYSIOLOGICAL,
              AlarmPriority.HIGH,
              null,
              "text",
              random.nextInt(3) > 0,
              random.nextBoolean(),
              onset,
              onset,
              onset));
    }
  }

  /** Says what happened once it has; one line each. */
  private record Teller(AlarmSystem system, BedId bed) implements AlarmOutlet {
    @Override
    public void announce(long occupancy, Alarm alarm) {
      say("announced %s".formatted(line(alarm)));
      if (alarm.onsetDeviceMicros() % 3 == 0 && !alarm.over() && !alarm.acknowledged()) {
        system.act(
            new Operator("noor", Role.NURSE),
            new Operation.Acknowledge(bed, alarm.condition(), alarm.onsetDeviceMicros()),
            outcome -> {
              if (outcome.outcome() == Outcome.DONE) {
                say("acknowledged %s %d".formatted(alarm.condition(), alarm.onsetDeviceMicros()));
              }
            });
      }
    }

    @Override
    public void alarmingChanged() {
      say("judged anew");
    }
  }

  static String line(Alarm alarm) {
    return "%s %d %s %s"
        .formatted(
            alarm.condition(), alarm.onsetDeviceMicros(), alarm.state(), alarm.acknowledged());
  }

  private static synchronized void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}

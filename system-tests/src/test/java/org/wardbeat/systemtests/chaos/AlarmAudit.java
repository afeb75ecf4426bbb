package org.wardbeat.systemtests.chaos;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wardbeat.wire.frame.Frame.AlarmRecord;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmState;
import org.wardbeat.wire.ward.BedId;

/**
 * A bridge's log set against what the devices had: each condition is in it once, with its times,
 * and nothing else is.
 */
final class AlarmAudit {
  /** How far a device's clock may be off on a machine that stands still now and then. */
  private static final long CLOCK_MICROS = 10_000_000;

  /** What ended while nobody could hear of it may end this much later in the log. */
  private static final long LATE_MICROS = 60_000_000;

  /**
   * A bridge that starts waits so long for devices to speak of what it found in its store: it finds
   * its broker again, and then leaves them a minute.
   */
  private static final long CONFIRMATION_MICROS = 90_000_000;

  private static final int MOST_COMPLAINTS = 20;

  /** What identifies an alarm. */
  record Key(BedId bed, String condition, long onsetDeviceMicros) {
    static Key of(AlarmRecord alarm) {
      return new Key(alarm.bed(), alarm.alarm().condition(), alarm.alarm().onsetDeviceMicros());
    }

    static Key of(Occurrence had) {
      return new Key(had.bed(), had.condition(), had.onsetMicros());
    }
  }

  private final Map<Key, Alarm> log = new HashMap<>();
  private final NavigableSet<Long> starts;
  private final List<String> complaints = new ArrayList<>();

  private AlarmAudit(List<AlarmRecord> records, NavigableSet<Long> starts) {
    this.starts = starts;
    for (AlarmRecord each : records) {
      if (log.put(Key.of(each), each.alarm()) != null) {
        complain("twice in the log: %s".formatted(each));
      }
    }
  }

  /**
   * What is wrong with a log; nothing if it is right.
   *
   * @param records the log
   * @param starts when the bridge whose log it is started, UTC microseconds
   * @param devices what it heard
   * @param acknowledged what it said to be acknowledged
   */
  static List<String> complaints(
      List<AlarmRecord> records,
      NavigableSet<Long> starts,
      List<RestlessDevice> devices,
      List<AlarmRecord> acknowledged) {
    AlarmAudit audit = new AlarmAudit(records, starts);
    audit.checkOccurrences(devices.stream().flatMap(device -> device.had().stream()).toList());
    audit.checkBreaches(devices.stream().flatMap(device -> device.breaches().stream()).toList());
    audit.checkThatOneLasts();
    acknowledged.forEach(audit::checkAcknowledgement);
    return audit.complaints;
  }

  private void checkOccurrences(List<Occurrence> all) {
    Set<Key> known = new HashSet<>();
    for (Occurrence had : all) {
      known.add(Key.of(had));
      Alarm alarm = log.get(Key.of(had));
      if (alarm != null) {
        checkTimes(had, alarm);
      } else if (had.certain()) {
        complain("not in the log: %s".formatted(had));
      }
    }
    log.keySet().stream()
        .filter(key -> isOfDevices(key) && !known.contains(key))
        .forEach(key -> complain("no device had %s".formatted(key)));
  }

  private static boolean isOfDevices(Key key) {
    return key.condition().startsWith("CHAOS_")
        || key.condition().equals(RestlessDevice.LASTING)
        || key.condition().equals(RestlessDevice.LETHAL);
  }

  private void checkTimes(Occurrence had, Alarm alarm) {
    if (Math.abs(alarm.onsetMicros() - had.onsetMicros()) > CLOCK_MICROS) {
      complain("%s began at another time: %s".formatted(had, alarm));
    }
    if (had.endMicros() == 0) {
      if (alarm.state() != AlarmState.ACTIVE) {
        complain("%s lasts: %s".formatted(had, alarm));
      }
    } else if (alarm.active()) {
      complain("%s has ended: %s".formatted(had, alarm));
    } else if (alarm.endedMicros() < had.endMicros() - CLOCK_MICROS
        || alarm.endedMicros() > latestEndMicros(had, alarm)) {
      complain("%s ended at another time: %s".formatted(had, alarm));
    } else if (alarm.state() == AlarmState.LATCHED
        && !had.condition().equals(RestlessDevice.LETHAL)) {
      complain("%s does not latch: %s".formatted(had, alarm));
    }
  }

  /** A broker without a memory that is killed forgets what a bridge that was away must know. */
  private long latestEndMicros(Occurrence had, Alarm alarm) {
    Long start = starts.floor(alarm.endedMicros());
    long heard = had.endMicros() + LATE_MICROS;
    return start == null ? heard : Math.max(heard, start + CONFIRMATION_MICROS);
  }

  private void checkBreaches(List<Breach> breaches) {
    Map<BedId, List<Alarm>> raised =
        log.entrySet().stream()
            .filter(entry -> entry.getKey().condition().equals(RestlessDevice.HEART_RATE_HIGH))
            .collect(
                Collectors.groupingBy(
                    entry -> entry.getKey().bed(),
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    raised.forEach(this::checkOneAfterTheOther);
    Map<BedId, List<Breach>> byBed = breaches.stream().collect(Collectors.groupingBy(Breach::bed));
    raised.forEach(
        (bed, alarms) ->
            alarms.stream()
                .filter(
                    alarm ->
                        byBed.getOrDefault(bed, List.of()).stream()
                            .noneMatch(
                                breach -> breach.readings().contains(alarm.onsetDeviceMicros())))
                .forEach(alarm -> complain("%s had no reading then: %s".formatted(bed, alarm))));
    for (Breach breach : breaches) {
      long alarms =
          raised.getOrDefault(breach.bed(), List.of()).stream()
              .filter(alarm -> breach.readings().contains(alarm.onsetDeviceMicros()))
              .count();
      if (alarms == 0 || (alarms > 1 && !breach.disturbed())) {
        complain("%d alarms of %s".formatted(alarms, breach));
      }
    }
  }

  private void checkOneAfterTheOther(BedId bed, List<Alarm> alarms) {
    alarms.sort(Comparator.comparingLong(Alarm::onsetDeviceMicros));
    for (int i = 1; i < alarms.size(); i++) {
      Alarm before = alarms.get(i - 1);
      Alarm after = alarms.get(i);
      if (before.active() || before.endedMicros() > after.onsetMicros() + CLOCK_MICROS) {
        complain("%s: %s lasted beyond the onset of %s".formatted(bed, before, after));
      }
    }
  }

  private void checkThatOneLasts() {
    log.entrySet().stream()
        .filter(entry -> !entry.getValue().over())
        .map(entry -> entry.getKey().bed() + " " + entry.getKey().condition())
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
        .forEach(
            (condition, count) -> {
              if (count > 1) {
                complain("%d alarms of %s are not over".formatted(count, condition));
              }
            });
  }

  private void checkAcknowledgement(AlarmRecord done) {
    Alarm alarm = log.get(Key.of(done));
    if (alarm == null || !alarm.acknowledged()) {
      complain("was acknowledged: %s, but is %s".formatted(done, alarm));
    }
  }

  private void complain(String what) {
    if (complaints.size() < MOST_COMPLAINTS) {
      complaints.add(what);
    }
  }
}

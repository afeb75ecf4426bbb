package org.wardbeat.station.presentation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.DeviceStatus;

/** The conditions of a bed: what its device alarms of, and what is known of the device itself. */
final class BedConditions {
  private static final int BATTERY_ALARM_PERCENT = 10;
  private static final int BATTERY_CAUTION_PERCENT = 20;

  private BedConditions() {}

  static boolean isEmpty(BedSnapshot bed) {
    return !bed.occupied();
  }

  /** Whether the device is known to be off. One that never told its state may still be heard. */
  static boolean isOff(BedSnapshot bed) {
    return !bed.status().online() && bed.statusSinceMicros() > 0;
  }

  static boolean isBatteryLow(DeviceStatus status) {
    return status.batteryPercent() != DeviceStatus.BATTERY_UNKNOWN
        && status.batteryPercent() < BATTERY_ALARM_PERCENT;
  }

  static CaptionView.Battery battery(DeviceStatus status) {
    if (status.batteryPercent() == DeviceStatus.BATTERY_UNKNOWN) {
      return CaptionView.Battery.HIDDEN;
    }
    if (isBatteryLow(status)) {
      return CaptionView.Battery.ALARM;
    }
    return status.batteryPercent() < BATTERY_CAUTION_PERCENT
        ? CaptionView.Battery.CAUTION
        : CaptionView.Battery.GOOD;
  }

  /** Since when nothing was heard of the source; since it appeared if it never spoke. */
  static long silentSinceMicros(BedSnapshot bed, BedHistory history) {
    return bed.sourceMicros() > 0 ? bed.sourceMicros() : history.seenSinceMicros();
  }

  static AgeBand band(BedSnapshot bed, BedHistory history, long nowMicros, Timers timers) {
    return AgeBand.of(nowMicros - silentSinceMicros(bed, history), timers);
  }

  /**
   * An alarm is told as long as nobody said that it ended, whatever became of its device.
   *
   * @param hold what of its alarms is held back
   * @param phase what the link means for the bed
   */
  static List<Condition> of(
      BedSnapshot bed,
      BedHistory history,
      BedHold hold,
      LinkPhase phase,
      long nowMicros,
      Timers timers) {
    if (isEmpty(bed) && bed.alarms().isEmpty()) {
      return List.of();
    }
    List<Condition> conditions = new ArrayList<>();
    bed.alarms().forEach(alarm -> conditions.add(Condition.of(alarm)));
    boolean quiet = phase.isFlowing() && hold.isUnwatched();
    if (!isEmpty(bed) && !quiet) {
      own(bed, history, nowMicros, timers).forEach(own -> merge(conditions, own, phase));
    }
    conditions.sort(Condition.SHOWN_FIRST);
    return conditions;
  }

  /**
   * What the bridge alarms of is told once, by its priority and with who saw to it, but in this
   * station's words. While the link is stalled the bridge cannot say that it got worse.
   */
  private static void merge(List<Condition> conditions, Condition own, LinkPhase phase) {
    for (int i = 0; i < conditions.size(); i++) {
      Alarm told = conditions.get(i).alarm();
      if (told == null || !told.active() || !isOf(told.condition(), own.kind())) {
        continue;
      }
      Severity severity = Severity.of(told.priority());
      if (!phase.isFlowing() && own.severity().compareTo(severity) > 0) {
        conditions.remove(i);
        conditions.add(own);
      } else {
        long since = Math.min(own.sinceMicros(), told.onsetMicros());
        conditions.set(i, new Condition(own.kind(), severity, own.cause(), since, told));
      }
      return;
    }
    conditions.add(own);
  }

  private static boolean isOf(String code, Condition.Kind kind) {
    return switch (kind) {
      case NO_DATA, DATA_OLD -> code.equals("NO_DATA");
      case DEVICE_OFF, CHECK_PATIENT, LEADS_OFF, BATTERY_LOW -> code.equals(kind.name());
      case PATIENT_ALARM, STATION_NOT_LIVE, NO_ALARM_SOUND, TECHNICAL -> false;
    };
  }

  /** What this station notices by itself. */
  private static List<Condition> own(
      BedSnapshot bed, BedHistory history, long nowMicros, Timers timers) {
    List<Condition> conditions = new ArrayList<>();
    if (bed.check()) {
      conditions.add(
          Condition.own(
              Condition.Kind.CHECK_PATIENT, Severity.MEDIUM, "", history.checkSinceMicros()));
    }
    if (isOff(bed)) {
      conditions.add(deviceOff(bed, nowMicros, timers));
      return conditions;
    }
    AgeBand band = band(bed, history, nowMicros, timers);
    if (band.isInvalid()) {
      conditions.add(silent(bed, history, band));
    }
    if (!bed.status().leadsOff().isEmpty()) {
      conditions.add(
          Condition.own(
              Condition.Kind.LEADS_OFF,
              Severity.LOW,
              electrodes(bed),
              history.leadsOffSinceMicros()));
    }
    if (isBatteryLow(bed.status())) {
      conditions.add(
          Condition.own(
              Condition.Kind.BATTERY_LOW,
              Severity.LOW,
              bed.status().batteryPercent() + "%",
              history.batteryLowSinceMicros()));
    }
    return conditions;
  }

  /** A device that never spoke has no old data, so it is called what it is: no data. */
  private static Condition silent(BedSnapshot bed, BedHistory history, AgeBand band) {
    boolean lost = band == AgeBand.LOST;
    return Condition.own(
        lost || bed.sourceMicros() == 0 ? Condition.Kind.NO_DATA : Condition.Kind.DATA_OLD,
        lost ? Severity.HIGH : Severity.MEDIUM,
        "",
        silentSinceMicros(bed, history));
  }

  /** As urgent as silence is: known at once, of high priority when it lasts. */
  private static Condition deviceOff(BedSnapshot bed, long nowMicros, Timers timers) {
    long since = bed.statusSinceMicros();
    boolean lasting = AgeBand.of(nowMicros - since, timers) == AgeBand.LOST;
    return Condition.own(
        Condition.Kind.DEVICE_OFF, lasting ? Severity.HIGH : Severity.MEDIUM, "", since);
  }

  static String electrodes(BedSnapshot bed) {
    return bed.status().leadsOff().stream().map(Enum::name).collect(Collectors.joining(", "));
  }
}

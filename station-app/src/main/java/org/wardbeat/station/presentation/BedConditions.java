package org.wardbeat.station.presentation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.DeviceStatus;

/** The conditions of a bed: what its device alarms of, and what is known of the device itself. */
final class BedConditions {
  /**
   * Highest priority first, of one priority as {@link Condition.Kind} lists them, so that a
   * technical condition never covers a patient alarm; then the one that waits longest.
   */
  static final Comparator<Condition> SHOWN_FIRST =
      Comparator.comparing(Condition::severity)
          .reversed()
          .thenComparing(Condition::kind)
          .thenComparingLong(Condition::sinceMicros);

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

  /** An alarm is told as long as nobody said that it ended, whatever became of its device. */
  static List<Condition> of(BedSnapshot bed, BedHistory history, long nowMicros, Timers timers) {
    if (isEmpty(bed) && bed.alarms().isEmpty()) {
      return List.of();
    }
    List<Condition> conditions = new ArrayList<>();
    bed.alarms().forEach(alarm -> conditions.add(patientAlarm(alarm)));
    if (!isEmpty(bed)) {
      addTechnical(conditions, bed, history, nowMicros, timers);
    }
    conditions.sort(SHOWN_FIRST);
    return conditions;
  }

  private static Condition patientAlarm(Alarm alarm) {
    String text = alarm.text().isBlank() ? alarm.condition() : alarm.text();
    return new Condition(
        Condition.Kind.PATIENT_ALARM,
        Severity.of(alarm.priority()),
        text.strip(),
        alarm.onsetMicros());
  }

  private static void addTechnical(
      List<Condition> conditions,
      BedSnapshot bed,
      BedHistory history,
      long nowMicros,
      Timers timers) {
    if (isOff(bed)) {
      conditions.add(deviceOff(bed, nowMicros, timers));
      return;
    }
    AgeBand band = band(bed, history, nowMicros, timers);
    if (band.isInvalid()) {
      conditions.add(silent(bed, history, band));
    }
    if (!bed.status().leadsOff().isEmpty()) {
      conditions.add(
          new Condition(
              Condition.Kind.LEADS_OFF,
              Severity.LOW,
              electrodes(bed),
              history.leadsOffSinceMicros()));
    }
    if (isBatteryLow(bed.status())) {
      conditions.add(
          new Condition(
              Condition.Kind.BATTERY_LOW,
              Severity.LOW,
              bed.status().batteryPercent() + "%",
              history.batteryLowSinceMicros()));
    }
  }

  /** A device that never spoke has no old data, so it is called what it is: no data. */
  private static Condition silent(BedSnapshot bed, BedHistory history, AgeBand band) {
    boolean lost = band == AgeBand.LOST;
    return new Condition(
        lost || bed.sourceMicros() == 0 ? Condition.Kind.NO_DATA : Condition.Kind.DATA_OLD,
        lost ? Severity.HIGH : Severity.MEDIUM,
        "",
        silentSinceMicros(bed, history));
  }

  /** As urgent as silence is: known at once, of high priority when it lasts. */
  private static Condition deviceOff(BedSnapshot bed, long nowMicros, Timers timers) {
    long since = bed.statusSinceMicros();
    boolean lasting = AgeBand.of(nowMicros - since, timers) == AgeBand.LOST;
    return new Condition(
        Condition.Kind.DEVICE_OFF, lasting ? Severity.HIGH : Severity.MEDIUM, "", since);
  }

  static String electrodes(BedSnapshot bed) {
    return bed.status().leadsOff().stream().map(Enum::name).collect(Collectors.joining(", "));
  }
}

package org.wardbeat.bridge.alarm.rule;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.wardbeat.bridge.alarm.ConditionChange;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.DeviceStatus;
import org.wardbeat.wire.ward.Electrode;

/**
 * Watches the equipment of a bed. Durations run on the monotonic clock of the bridge, as a device
 * that is silent has none. Used by one thread.
 */
final class TechnicalWatch {
  /** A battery is low until it has so many percent more. */
  private static final int BATTERY_HYSTERESIS = 5;

  /** Devices that took turns at a bed within this still do. */
  private static final long CONFLICT_NANOS = TimeUnit.SECONDS.toNanos(60);

  /** So long what is of an older birth may come late without meaning anything. */
  private static final long OVERTAKEN_NANOS = TimeUnit.SECONDS.toNanos(10);

  /** So many messages refused within ten seconds are an alarm. */
  private static final int REJECTIONS = 3;

  private static final long REJECTIONS_NANOS = TimeUnit.SECONDS.toNanos(10);

  /** The alarm of refused messages ends once there was none for so long. */
  private static final long ACCEPTED_NANOS = TimeUnit.SECONDS.toNanos(30);

  private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final TechnicalRule rule;
  private final long silenceNanos;
  private final long longSilenceNanos;
  private final Condition noData;
  private final Condition deviceOff;
  private final Condition leadsOff;
  private final Condition batteryLow;
  private final Condition clockUnsynced;
  private final Condition conflict;
  private final Condition rejected;
  private final Condition checkPatient;

  private DeviceStatus status = DeviceStatus.OFFLINE;
  private boolean statusKnown;
  private boolean statusTimed;
  private long statusDeviceMicros;
  private long aliveNanos;
  private boolean proven;
  private long offNanos;
  private long graceNanos;
  private long bornNanos;
  private String device = "";
  private String formerDevice = "";
  private long formerNanos;
  private boolean contested;
  private long contestedNanos;
  private boolean inDoubt;
  private final long[] rejections = new long[REJECTIONS];
  private int rejectionCount;

  TechnicalWatch(TechnicalRule rule, Consumer<ConditionChange> told, long nowNanos) {
    this.rule = rule;
    silenceNanos = rule.silence().toNanos();
    longSilenceNanos = rule.longSilence().toNanos();
    aliveNanos = nowNanos;
    bornNanos = nowNanos;
    graceNanos = nowNanos;
    noData = Condition.technical("NO_DATA", told);
    deviceOff = Condition.technical("DEVICE_OFF", told);
    leadsOff = Condition.technical("LEADS_OFF", told);
    batteryLow = Condition.technical("BATTERY_LOW", told);
    clockUnsynced = Condition.technical("CLOCK_UNSYNCED", told);
    conflict = Condition.technical("DEVICE_CONFLICT", told);
    rejected = Condition.technical("DATA_REJECTED", told);
    checkPatient = Condition.technical("CHECK_PATIENT", told);
  }

  /**
   * Data came that was so old on its arrival.
   *
   * @param arrivedNanos monotonic
   * @param ageMicros since it was measured, as far as the clocks tell
   */
  void heard(long arrivedNanos, long ageMicros) {
    long measuredNanos = arrivedNanos - TimeUnit.MICROSECONDS.toNanos(Math.max(0, ageMicros));
    if (measuredNanos - aliveNanos > 0) {
      aliveNanos = measuredNanos;
    }
    proven |= ageMicros < micros(rule.silence());
  }

  /** A birth that is newer than what was known. */
  void born(String by, long nowNanos) {
    bornNanos = nowNanos;
    aliveNanos = nowNanos;
    proven = false;
    statusKnown = false;
    status = DeviceStatus.OFFLINE;
    if (!by.equals(device)) {
      if (by.equals(formerDevice) && nowNanos - formerNanos <= CONFLICT_NANOS) {
        contest(nowNanos);
      }
      formerDevice = device;
      formerNanos = nowNanos;
      device = by;
    }
  }

  /** Something came now of a birth that is over. */
  void overtaken(long nowNanos) {
    if (nowNanos - bornNanos > OVERTAKEN_NANOS) {
      contest(nowNanos);
    }
  }

  private void contest(long nowNanos) {
    contested = true;
    contestedNanos = nowNanos;
  }

  /** Whether it has to be checked who lies in the bed. */
  void doubt(boolean whoLiesThere) {
    inDoubt = whoLiesThere;
  }

  /** A message of the bed was refused. */
  void refused(long nowNanos) {
    rejections[rejectionCount % REJECTIONS] = nowNanos;
    rejectionCount++;
  }

  /**
   * The device told its state.
   *
   * @param timed whether it said when that began
   */
  void status(DeviceStatus seen, boolean timed, long deviceMicros, long nowNanos) {
    boolean wentOff = !seen.online() && (status.online() || !statusKnown);
    if (wentOff) {
      offNanos = nowNanos;
    } else if (seen.online() && !status.online()) {
      aliveNanos = nowNanos;
    }
    status = seen;
    statusKnown = true;
    statusTimed = timed;
    statusDeviceMicros = deviceMicros;
  }

  /** Evaluation begins from zero: silence counts from now on. */
  void resume(long nowNanos) {
    aliveNanos = nowNanos;
    offNanos = nowNanos;
  }

  /** The bridge itself stood still: what came meanwhile is still on its way to here. */
  void stoodStill(long nowNanos) {
    graceNanos = nowNanos + GRACE_NANOS;
  }

  /** What a tick or a message may change. */
  interface Outcome {
    /** No value is known any more. */
    void droppedOut();

    /** Values that need electrodes are in doubt. */
    void leadsOff();
  }

  /**
   * Tells what is to be told now.
   *
   * @param lastDeviceMicros when the device spoke last, by its clock
   * @param aheadMicros how far its clock is ahead
   */
  void settle(
      long nowNanos, long nowMicros, long lastDeviceMicros, long aheadMicros, Outcome outcome) {
    settlePresence(nowNanos, nowMicros, lastDeviceMicros, outcome);
    settleStatus(nowMicros, outcome);
    settleClock(nowMicros, lastDeviceMicros, aheadMicros);
    settleConflict(nowNanos, nowMicros, lastDeviceMicros);
    settleRejected(nowNanos, nowMicros, lastDeviceMicros);
    settleDoubt(nowMicros, lastDeviceMicros);
  }

  private void settleDoubt(long nowMicros, long lastDeviceMicros) {
    if (!inDoubt) {
      checkPatient.normal(nowMicros);
    } else if (!checkPatient.active()) {
      checkPatient.raise(
          AlarmPriority.MEDIUM, "CHECK PATIENT", lastDeviceMicros, nowMicros, nowMicros);
    }
  }

  private void settlePresence(
      long nowNanos, long nowMicros, long lastDeviceMicros, Outcome outcome) {
    if (statusKnown && !status.online()) {
      AlarmPriority priority = urgency(nowNanos - offNanos);
      if (deviceOff.active()) {
        deviceOff.escalate(priority, nowMicros);
      } else {
        long since = statusTimed ? statusDeviceMicros : lastDeviceMicros;
        deviceOff.raise(priority, "DEVICE OFF", since, nowMicros, nowMicros);
        outcome.droppedOut();
      }
      noData.normal(nowMicros);
      return;
    }
    settleSilence(nowNanos, nowMicros, lastDeviceMicros, outcome);
    if (statusKnown || proven || noData.active()) {
      deviceOff.normal(nowMicros);
    }
  }

  private void settleSilence(
      long nowNanos, long nowMicros, long lastDeviceMicros, Outcome outcome) {
    long silent = nowNanos - aliveNanos;
    if (silent < silenceNanos) {
      if (proven) {
        noData.normal(nowMicros);
      }
    } else if (nowNanos - graceNanos < 0) {
      return;
    } else if (noData.active()) {
      noData.escalate(urgency(silent), nowMicros);
    } else {
      long since = nowMicros - TimeUnit.NANOSECONDS.toMicros(silent - silenceNanos);
      long sinceDevice = lastDeviceMicros + micros(rule.silence());
      noData.raise(urgency(silent), "NO DATA", sinceDevice, since, nowMicros);
      outcome.droppedOut();
    }
  }

  private AlarmPriority urgency(long lastingNanos) {
    return lastingNanos >= longSilenceNanos ? AlarmPriority.HIGH : AlarmPriority.MEDIUM;
  }

  private void settleStatus(long nowMicros, Outcome outcome) {
    if (!statusKnown) {
      return;
    }
    if (status.leadsOff().isEmpty()) {
      leadsOff.normal(nowMicros);
    } else if (leadsOff.active()) {
      leadsOff.update(AlarmPriority.LOW, leadsText(), nowMicros);
    } else {
      leadsOff.raise(AlarmPriority.LOW, leadsText(), statusDeviceMicros, nowMicros, nowMicros);
      outcome.leadsOff();
    }
    int percent = status.batteryPercent();
    int low = rule.lowBatteryPercent() + (batteryLow.active() ? BATTERY_HYSTERESIS : 0);
    if (percent == DeviceStatus.BATTERY_UNKNOWN || percent >= low) {
      batteryLow.normal(nowMicros);
    } else if (!batteryLow.active()) {
      batteryLow.raise(
          AlarmPriority.LOW, "REPLACE BATTERY", statusDeviceMicros, nowMicros, nowMicros);
    }
  }

  private String leadsText() {
    StringBuilder text = new StringBuilder("LEADS OFF");
    for (Electrode electrode : status.leadsOff()) {
      text.append(' ').append(electrode);
    }
    return text.toString();
  }

  private void settleClock(long nowMicros, long lastDeviceMicros, long aheadMicros) {
    if (!proven) {
      return;
    }
    long limit = micros(rule.clockAhead());
    long off = Math.abs(aheadMicros);
    if (clockUnsynced.active() ? off <= limit * 4 / 5 : off <= limit) {
      clockUnsynced.normal(nowMicros);
    } else if (!clockUnsynced.active()) {
      clockUnsynced.raise(
          AlarmPriority.LOW, "CLOCK UNSYNCED", lastDeviceMicros, nowMicros, nowMicros);
    }
  }

  private void settleConflict(long nowNanos, long nowMicros, long lastDeviceMicros) {
    contested &= nowNanos - contestedNanos <= CONFLICT_NANOS;
    if (!contested) {
      conflict.normal(nowMicros);
    } else if (!conflict.active()) {
      conflict.raise(
          AlarmPriority.MEDIUM, "DEVICE CONFLICT", lastDeviceMicros, nowMicros, nowMicros);
    }
  }

  private void settleRejected(long nowNanos, long nowMicros, long lastDeviceMicros) {
    if (rejectionCount == 0) {
      rejected.normal(nowMicros);
      return;
    }
    long newest = rejections[(rejectionCount - 1) % REJECTIONS];
    if (nowNanos - newest >= ACCEPTED_NANOS) {
      rejectionCount = 0;
      rejected.normal(nowMicros);
    } else if (!rejected.active() && rejectionCount >= REJECTIONS) {
      long oldest = rejections[rejectionCount % REJECTIONS];
      if (newest - oldest <= REJECTIONS_NANOS) {
        rejected.raise(AlarmPriority.LOW, "DATA REJECTED", lastDeviceMicros, nowMicros, nowMicros);
      }
    }
  }

  private static long micros(Duration duration) {
    return duration.toMillis() * 1_000;
  }

  /** Nothing is watched: whatever lasts, ends. */
  void inhibit(long nowMicros) {
    noData.normal(nowMicros);
    deviceOff.normal(nowMicros);
    leadsOff.normal(nowMicros);
    batteryLow.normal(nowMicros);
    clockUnsynced.normal(nowMicros);
    conflict.normal(nowMicros);
    rejected.normal(nowMicros);
    checkPatient.normal(nowMicros);
  }

  /** Others are there: says again what is normal. Devices that took turns still did. */
  void forget(long nowMicros) {
    inhibit(nowMicros);
    noData.forget();
    deviceOff.forget();
    leadsOff.forget();
    batteryLow.forget();
    clockUnsynced.forget();
    conflict.forget();
    rejected.forget();
    checkPatient.forget();
  }
}

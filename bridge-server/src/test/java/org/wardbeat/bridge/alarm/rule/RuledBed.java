package org.wardbeat.bridge.alarm.rule;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wardbeat.bridge.alarm.ConditionChange;
import org.wardbeat.bridge.alarm.score.Entered;
import org.wardbeat.wire.ward.AlarmLimits;
import org.wardbeat.wire.ward.DeviceStatus;
import org.wardbeat.wire.ward.PatientCategory;
import org.wardbeat.wire.ward.Reading;
import org.wardbeat.wire.ward.VitalSign;

/** A bed under test whose device and bridge share a clock, in milliseconds from its start. */
final class RuledBed {
  static final long EPOCH_MICROS = 1_773_135_600_000_000L;
  private static final long NANOS = 5_000_000_000L;

  final BedRules rules;
  private final List<ConditionChange> changes = new ArrayList<>();
  private final Map<VitalSign, Reading> readings = new EnumMap<>(VitalSign.class);
  private final List<Entered> entries = new ArrayList<>();
  private AlarmLimits limits;
  private boolean heldBack;
  private long millis;
  private long clockAheadMicros;

  RuledBed(RuleSettings settings, AlarmLimits limits) {
    this.limits = limits;
    rules = new BedRules(settings, micros -> micros, readings::get, changes::add, NANOS);
    rules.born("patch-1", true, true, deviceMicros(), nanos(), micros());
    judge();
  }

  static RuledBed adult() {
    return new RuledBed(RuleSettings.DEFAULT, Profiles.limits(PatientCategory.ADULT));
  }

  long nanos() {
    return NANOS + millis * 1_000_000;
  }

  long micros() {
    return EPOCH_MICROS + millis * 1_000;
  }

  long deviceMicros() {
    return micros() + clockAheadMicros;
  }

  private void judge() {
    rules.judge(limits, heldBack, entries, nanos(), micros());
  }

  void limits(AlarmLimits newLimits) {
    limits = newLimits;
    judge();
  }

  void holdBack(boolean held) {
    heldBack = held;
    judge();
  }

  void enter(Entered entry) {
    entries.add(entry);
    judge();
  }

  /** Sets the device's clock, which the bridge follows at once. */
  void setDeviceClock(long aheadMillis) {
    clockAheadMicros = aheadMillis * 1_000;
  }

  void status(DeviceStatus status) {
    rules.status(status, true, deviceMicros(), nanos(), micros());
  }

  void lastWill() {
    rules.status(DeviceStatus.OFFLINE, false, 0, nanos(), micros());
  }

  void born(String device) {
    rules.born(device, true, true, deviceMicros(), nanos(), micros());
  }

  /** Time goes on to then, with four ticks a second. */
  void at(long newMillis) {
    for (long next = (millis / 250 + 1) * 250; next <= newMillis; next += 250) {
      millis = next;
      tick();
    }
    millis = newMillis;
  }

  /** Time goes on to then while the bridge stands still. */
  void frozenUntil(long newMillis) {
    millis = newMillis;
  }

  boolean tick() {
    return rules.tick(nanos(), micros(), clockAheadMicros);
  }

  /** A message with one vital sign; null if the device has no valid value. */
  void says(VitalSign sign, @Nullable Integer value) {
    begin();
    reading(sign, value);
    rules.end(nanos());
  }

  /** A message with some vital signs. */
  void says(Map<VitalSign, @Nullable Integer> values) {
    begin();
    values.forEach(this::reading);
    rules.end(nanos());
  }

  /** A message that leaves all out. */
  void saysNothing() {
    begin();
    rules.end(nanos());
  }

  /** A message that was so old when it came. */
  void saysLate(VitalSign sign, int value, long ageMillis) {
    long device = deviceMicros() - ageMillis * 1_000;
    rules.begin(device, ageMillis * 1_000, nanos(), micros());
    rules.reading(sign, true, value, device);
    rules.end(nanos());
  }

  /** A message that the device wrote then. */
  void saysThen(VitalSign sign, @Nullable Integer value, long thenMillis) {
    long device = EPOCH_MICROS + thenMillis * 1_000;
    rules.begin(device, micros() - device, nanos(), micros());
    rules.reading(sign, value != null, value == null ? 0 : value, device);
    rules.end(nanos());
  }

  private void begin() {
    rules.begin(deviceMicros(), 0, nanos(), micros());
  }

  private void reading(VitalSign sign, @Nullable Integer value) {
    int fixed = value == null ? 0 : value;
    rules.reading(sign, value != null, fixed, deviceMicros());
    readings.put(sign, new Reading(sign, value != null, fixed, micros()));
  }

  /** Sends one value every second, from and to inclusive. */
  void saysEverySecond(VitalSign sign, int value, long fromMillis, long toMillis) {
    for (long then = fromMillis; then <= toMillis; then += 1_000) {
      at(then);
      says(sign, value);
    }
  }

  /** What was told since the last time, without what was normal all the time. */
  List<String> told() {
    List<String> told = new ArrayList<>();
    for (ConditionChange change : changes) {
      if (change.active()) {
        told.add(
            "%s %s %s"
                .formatted(offset(change.onsetDeviceMicros()), change.priority(), change.text()));
      } else if (!change.text().isEmpty()) {
        told.add("%s ends".formatted(change.condition()));
      }
    }
    changes.clear();
    return told;
  }

  /** All that was told. */
  List<ConditionChange> changes() {
    return changes;
  }

  private static String offset(long micros) {
    return Long.toString((micros - EPOCH_MICROS) / 1_000);
  }
}

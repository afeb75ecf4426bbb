package org.wardbeat.station.review;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.Acknowledgement;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmKind;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.BedId;

/** Alarms of the past, by when they began and ended. */
final class Past {
  static final BedId BED = new BedId("4 East", "407");
  static final BedId OTHER = new BedId("4 East", "411");
  static final long SECOND = 1_000_000;

  private Past() {}

  static long micros(String instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(instant));
  }

  static Alarm lasting(String condition, String onset) {
    return raised(condition, condition, micros(onset));
  }

  static Alarm raised(String condition, String text, long onset) {
    return Alarm.raised(
        condition, AlarmKind.PHYSIOLOGICAL, AlarmPriority.MEDIUM, null, text, onset, onset);
  }

  static Alarm ended(String condition, String onset, long seconds) {
    return lasting(condition, onset).ended(false, micros(onset) + seconds * SECOND);
  }

  /** Acknowledged so many seconds after its onset. */
  static Alarm seen(Alarm alarm, long seconds) {
    return alarm.acknowledged(
        new Acknowledgement("Okafor, A", alarm.onsetMicros() + seconds * SECOND));
  }

  static Frame.AlarmRecord at(BedId bed, Alarm alarm) {
    return new Frame.AlarmRecord(bed, alarm);
  }
}

package org.wardbeat.station.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.fixture.BedCopy;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.station.ward.BedWatch;
import org.wardbeat.station.ward.LimitSetting;
import org.wardbeat.wire.ward.Acknowledgement;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmKind;
import org.wardbeat.wire.ward.AlarmLimits;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.Inactivation;
import org.wardbeat.wire.ward.InactivationState;
import org.wardbeat.wire.ward.Limit;
import org.wardbeat.wire.ward.PatientCategory;
import org.wardbeat.wire.ward.Score;
import org.wardbeat.wire.ward.VitalSign;

/** Alarms, limits, scores and pauses as a bridge tells them, and beds that have them. */
final class Alarms {
  static final String USER = "Okafor, A";
  private static final long SECOND = 1_000_000;

  private Alarms() {}

  static Alarm asystole(int seconds) {
    return alarm("ASYSTOLE", AlarmPriority.HIGH, VitalSign.HR, "ASYSTOLE", seconds);
  }

  static Alarm desaturation(int seconds) {
    return alarm("SPO2_LOW", AlarmPriority.MEDIUM, VitalSign.SPO2, "SpO₂ 86 < 90", seconds);
  }

  static Alarm alarm(
      String code, AlarmPriority priority, @Nullable VitalSign sign, String text, int seconds) {
    long onset = FakeWard.START_MICROS - seconds * SECOND;
    return Alarm.raised(code, AlarmKind.PHYSIOLOGICAL, priority, sign, text, onset, onset);
  }

  static Alarm technical(String code, AlarmPriority priority, String text, int seconds) {
    long onset = FakeWard.START_MICROS - seconds * SECOND;
    return Alarm.raised(code, AlarmKind.TECHNICAL, priority, null, text, onset, onset);
  }

  static Alarm acknowledged(Alarm alarm, int secondsAgo) {
    return alarm.acknowledged(
        new Acknowledgement(USER, FakeWard.START_MICROS - secondsAgo * SECOND));
  }

  static Alarm ended(Alarm alarm, boolean latched, int secondsAgo) {
    return alarm.ended(latched, FakeWard.START_MICROS - secondsAgo * SECOND);
  }

  /** The change to a bed of which alarms, limits and scores are known. */
  static UnaryOperator<BedSnapshot> with(BedWatch watch, Alarm... alarms) {
    return bed -> BedCopy.of(bed).alarms(List.of(alarms)).watch(watch).bed();
  }

  static BedWatch news2(int total, Score.Band band, Alarm... past) {
    Score score = new Score(Score.Kind.NEWS2, "RCP 2017", total, band, 0, 0, List.of());
    return new BedWatch(null, List.of(score), List.of(past));
  }

  static BedWatch limitOff(VitalSign sign) {
    List<Limit> limits = new ArrayList<>();
    limits.add(new Limit(sign, false, 90, null, null, null));
    AlarmLimits all = new AlarmLimits(PatientCategory.ADULT, limits);
    return new BedWatch(new LimitSetting(1, all, "", 0, "", all), List.of(), List.of());
  }

  /** Something held back at a bed, or in the whole unit if that is empty. */
  static InactivationState hold(String bed, Inactivation kind, int secondsLeft) {
    return new InactivationState(
        "4 East",
        bed,
        kind,
        true,
        FakeWard.START_MICROS - 60 * SECOND,
        FakeWard.START_MICROS + secondsLeft * SECOND,
        USER);
  }
}

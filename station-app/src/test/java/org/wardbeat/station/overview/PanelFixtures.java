package org.wardbeat.station.overview;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.ward.BedWatch;
import org.wardbeat.station.ward.LimitSetting;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmLimits;
import org.wardbeat.wire.ward.Limit;
import org.wardbeat.wire.ward.PatientCategory;
import org.wardbeat.wire.ward.Score;
import org.wardbeat.wire.ward.ScoreInput;
import org.wardbeat.wire.ward.ScoreParameter;
import org.wardbeat.wire.ward.VitalSign;

/** Limits and scores of a bed as a bridge tells them. */
final class PanelFixtures {
  private static final long MINUTE = 60_000_000;

  private PanelFixtures() {}

  /** Limits of a grown-up with these of the heart rate. */
  static AlarmLimits limits(int low, int high) {
    return new AlarmLimits(
        PatientCategory.ADULT,
        List.of(
            new Limit(VitalSign.HR, true, low, high, low - 10, high + 20),
            limit(VitalSign.PULSE, 50, 120),
            limit(VitalSign.RR, 8, 30),
            new Limit(VitalSign.SPO2, true, 90, 100, 80, null),
            limit(VitalSign.TEMP, 360, 390),
            limit(VitalSign.NIBP_SYS, 90, 160),
            limit(VitalSign.NIBP_DIA, 50, 90),
            limit(VitalSign.NIBP_MEAN, 60, 110),
            limit(VitalSign.ETCO2, 30, 50),
            limit(VitalSign.PVC, null, 10),
            limit(VitalSign.ST_I, -20, 20),
            limit(VitalSign.ST_II, -20, 20)));
  }

  private static Limit limit(VitalSign sign, @Nullable Integer low, @Nullable Integer high) {
    return new Limit(sign, true, low, high, null, null);
  }

  /** What the unit has. */
  static BedWatch unit() {
    AlarmLimits unit = limits(50, 120);
    return new BedWatch(new LimitSetting(1, unit, "", 0, "", unit), List.of(score()), List.of());
  }

  /** What somebody set a minute before the start. */
  static BedWatch set(long version, String user, String reason, AlarmLimits limits) {
    return new BedWatch(
        new LimitSetting(
            version, limits, user, FakeWard.START_MICROS - MINUTE, reason, limits(50, 120)),
        List.of(score()),
        List.of());
  }

  /**
   * A complete score, limits of which that of the respiration was set, and alarms that are over.
   *
   * @param setMicros when it was
   */
  static BedWatch scored(long setMicros, Alarm... past) {
    AlarmLimits unit = limits(50, 120);
    List<Limit> own = new ArrayList<>(unit.limits());
    own.replaceAll(each -> each.sign() == VitalSign.RR ? limit(VitalSign.RR, 8, 20) : each);
    List<ScoreInput> inputs =
        List.of(
            device(ScoreParameter.RESPIRATION, 21, 2),
            device(ScoreParameter.SPO2, 97, 0),
            entered(ScoreParameter.OXYGEN, 0, 0),
            entered(ScoreParameter.SYSTOLIC, 118, 0),
            device(ScoreParameter.PULSE, 91, 1),
            entered(ScoreParameter.ACVPU, 0, 0),
            device(ScoreParameter.TEMPERATURE, 372, 0));
    return new BedWatch(
        new LimitSetting(
            2, new AlarmLimits(PatientCategory.ADULT, own), Alarms.USER, setMicros, "", unit),
        List.of(new Score(Score.Kind.NEWS2, "RCP 2017", 3, Score.Band.LOW, 0, 0, inputs)),
        List.of(past));
  }

  /** A score that lacks two inputs. */
  static Score score() {
    List<ScoreInput> inputs = new ArrayList<>();
    inputs.add(device(ScoreParameter.RESPIRATION, 21, 2));
    inputs.add(device(ScoreParameter.SPO2, 95, 1));
    inputs.add(
        new ScoreInput(
            ScoreParameter.SPO2_SCALE_2,
            ScoreInput.State.VALID,
            ScoreInput.Source.MANUAL,
            0,
            0,
            0,
            0,
            ""));
    inputs.add(entered(ScoreParameter.OXYGEN, 1, 2));
    inputs.add(
        new ScoreInput(
            ScoreParameter.SYSTOLIC,
            ScoreInput.State.EXPIRED,
            ScoreInput.Source.DEVICE,
            118,
            0,
            FakeWard.START_MICROS - 300 * MINUTE,
            FakeWard.START_MICROS - 60 * MINUTE,
            ""));
    inputs.add(device(ScoreParameter.PULSE, 91, 1));
    inputs.add(
        new ScoreInput(
            ScoreParameter.ACVPU,
            ScoreInput.State.MISSING,
            ScoreInput.Source.MANUAL,
            0,
            0,
            0,
            0,
            ""));
    inputs.add(device(ScoreParameter.TEMPERATURE, 372, 0));
    return new Score(Score.Kind.NEWS2, "RCP 2017", Score.NO_TOTAL, Score.Band.NONE, 0, 0, inputs);
  }

  private static ScoreInput device(ScoreParameter parameter, int value, int points) {
    return new ScoreInput(
        parameter,
        ScoreInput.State.VALID,
        ScoreInput.Source.DEVICE,
        value,
        points,
        FakeWard.START_MICROS - 3_000_000,
        0,
        "");
  }

  private static ScoreInput entered(ScoreParameter parameter, int value, int points) {
    return new ScoreInput(
        parameter,
        ScoreInput.State.VALID,
        ScoreInput.Source.MANUAL,
        value,
        points,
        FakeWard.START_MICROS - 30 * MINUTE,
        FakeWard.START_MICROS + 210 * MINUTE,
        Alarms.USER);
  }
}

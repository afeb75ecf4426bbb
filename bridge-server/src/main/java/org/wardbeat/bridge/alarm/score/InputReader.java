package org.wardbeat.bridge.alarm.score;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.ward.Reading;
import org.wardbeat.wire.ward.ScoreInput;
import org.wardbeat.wire.ward.ScoreInput.Source;
import org.wardbeat.wire.ward.ScoreInput.State;
import org.wardbeat.wire.ward.ScoreParameter;
import org.wardbeat.wire.ward.VitalSign;

/**
 * Finds what counts for an input: the newest of what a device measured and what somebody entered,
 * if it is not too old. The prescription of the saturation scale is the exception: without one,
 * scale 1 counts.
 */
final class InputReader {
  private final ScoreSettings settings;

  InputReader(ScoreSettings settings) {
    this.settings = settings;
  }

  /** The input as it is now, without points. */
  ScoreInput read(
      ScoreParameter parameter,
      BedScores.Vitals vitals,
      Map<ScoreParameter, Entered> entries,
      long nowMicros) {
    ScoreInput measured = measured(parameter, vitals, nowMicros);
    ScoreInput entered = entered(parameter, entries.get(parameter), nowMicros);
    if (valid(measured) && valid(entered)) {
      return measured.measuredMicros() >= entered.measuredMicros() ? measured : entered;
    }
    if (valid(measured) || valid(entered)) {
      return valid(measured) ? measured : entered;
    }
    if (parameter == ScoreParameter.SPO2_SCALE_2) {
      return input(parameter, State.VALID, Source.MANUAL, 0, 0, 0, "");
    }
    if (entered.state() == State.EXPIRED) {
      return entered;
    }
    boolean byDevice = measured.state() == State.EXPIRED || isContinuous(parameter);
    return byDevice ? measured : entered;
  }

  private static boolean valid(ScoreInput input) {
    return input.state() == State.VALID;
  }

  /** Whether a patch measures it all the time. */
  private static boolean isContinuous(ScoreParameter parameter) {
    return switch (parameter) {
      case RESPIRATION, SPO2, PULSE -> true;
      case SPO2_SCALE_2, OXYGEN, SYSTOLIC, ACVPU, TEMPERATURE -> false;
    };
  }

  private ScoreInput entered(ScoreParameter parameter, @Nullable Entered entry, long nowMicros) {
    if (entry == null) {
      return input(parameter, State.MISSING, Source.MANUAL, 0, 0, 0, "");
    }
    Long expiry = settings.expiry(parameter, entry.micros());
    return input(
        parameter,
        expiry != null && nowMicros >= expiry ? State.EXPIRED : State.VALID,
        Source.MANUAL,
        entry.value(),
        entry.micros(),
        expiry == null ? 0 : expiry,
        entry.user());
  }

  private ScoreInput measured(ScoreParameter parameter, BedScores.Vitals vitals, long nowMicros) {
    return switch (parameter) {
      case RESPIRATION -> ofReading(parameter, vitals.reading(VitalSign.RR), nowMicros);
      case SPO2 -> ofReading(parameter, vitals.reading(VitalSign.SPO2), nowMicros);
      case SYSTOLIC -> ofReading(parameter, vitals.reading(VitalSign.NIBP_SYS), nowMicros);
      case TEMPERATURE -> ofReading(parameter, vitals.reading(VitalSign.TEMP), nowMicros);
      case PULSE -> {
        ScoreInput heart = ofReading(parameter, vitals.reading(VitalSign.HR), nowMicros);
        yield valid(heart)
            ? heart
            : ofReading(parameter, vitals.reading(VitalSign.PULSE), nowMicros);
      }
      case SPO2_SCALE_2, OXYGEN, ACVPU -> ofReading(parameter, null, nowMicros);
    };
  }

  private ScoreInput ofReading(
      ScoreParameter parameter, @Nullable Reading reading, long nowMicros) {
    if (reading == null
        || !reading.available()
        || reading.fixed() < parameter.least()
        || reading.fixed() > parameter.most()) {
      return input(parameter, State.MISSING, Source.DEVICE, 0, 0, 0, "");
    }
    long expiry =
        isContinuous(parameter)
            ? reading.measuredMicros() + settings.continuous().toMillis() * 1_000
            : spotExpiry(parameter, reading.measuredMicros());
    return input(
        parameter,
        nowMicros >= expiry ? State.EXPIRED : State.VALID,
        Source.DEVICE,
        reading.fixed(),
        reading.measuredMicros(),
        isContinuous(parameter) ? 0 : expiry,
        "");
  }

  private long spotExpiry(ScoreParameter parameter, long measuredMicros) {
    Long expiry = settings.expiry(parameter, measuredMicros);
    return expiry == null ? Long.MAX_VALUE : expiry;
  }

  private static ScoreInput input(
      ScoreParameter parameter,
      State state,
      Source source,
      int value,
      long measuredMicros,
      long expiresMicros,
      String user) {
    return new ScoreInput(parameter, state, source, value, 0, measuredMicros, expiresMicros, user);
  }
}

package org.wardbeat.station.presentation;

import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.language.Words;
import org.wardbeat.wire.ward.Reading;
import org.wardbeat.wire.ward.VitalSign;

/**
 * The numbers of a sector; which of them are shown depends on its size.
 *
 * @param hr heart rate
 * @param spo2 oxygen saturation
 * @param rr respiratory rate
 * @param temp temperature
 * @param nibp systolic and diastolic pressure, {@code 118/72}
 * @param nibpTime when it was measured, {@code 08:30}; empty if there is none
 * @param nibpMean mean pressure, empty if there is none
 * @param pulse pulse rate
 * @param pvc premature ventricular contractions per minute
 * @param st ST deviation in lead II
 * @param labelTone how the labels are coloured
 */
public record ValuesView(
    ValueView hr,
    ValueView spo2,
    ValueView rr,
    ValueView temp,
    ValueView nibp,
    String nibpTime,
    String nibpMean,
    ValueView pulse,
    ValueView pvc,
    ValueView st,
    ValueView.Tone labelTone) {

  /** How long a pressure is shown with a time of day alone, which tells no date. */
  private static final long NIBP_EXPIRY_MICROS = 12L * 3_600 * 1_000_000;

  /** All {@code ---}. */
  static final ValuesView UNKNOWN =
      new ValuesView(
          ValueView.UNKNOWN,
          ValueView.UNKNOWN,
          ValueView.UNKNOWN,
          ValueView.UNKNOWN,
          ValueView.UNKNOWN,
          "",
          "",
          ValueView.UNKNOWN,
          ValueView.UNKNOWN,
          ValueView.UNKNOWN,
          ValueView.Tone.DIM);

  /** What a source measures all the time, so that a value it leaves out has grown old. */
  private static final Set<VitalSign> CONTINUOUS =
      EnumSet.of(VitalSign.HR, VitalSign.PULSE, VitalSign.RR, VitalSign.SPO2);

  /**
   * The readings as they were when their source spoke last. A continuous one that the source left
   * out of what it said since is old on its own: dim, then {@code ---}.
   *
   * @param sourceMicros when the source spoke last
   */
  static ValuesView of(
      Map<VitalSign, Reading> readings,
      long sourceMicros,
      Timers timers,
      long nowMicros,
      ZoneId zone,
      Words words) {
    Map<VitalSign, Reading> known = new EnumMap<>(VitalSign.class);
    readings.forEach(
        (sign, reading) -> {
          if (Possible.is(reading)) {
            known.put(sign, reading);
          }
        });
    known
        .entrySet()
        .removeIf(
            entry ->
                isNibp(entry.getKey())
                    && nowMicros - entry.getValue().measuredMicros() > NIBP_EXPIRY_MICROS);
    Reading systolic = known.get(VitalSign.NIBP_SYS);
    Reading diastolic = known.get(VitalSign.NIBP_DIA);
    Reading mean = known.get(VitalSign.NIBP_MEAN);
    return new ValuesView(
        value(known, VitalSign.HR, sourceMicros, timers),
        value(known, VitalSign.SPO2, sourceMicros, timers),
        value(known, VitalSign.RR, sourceMicros, timers),
        new ValueView(Formats.temperature(known.get(VitalSign.TEMP), words), ValueView.Tone.FRESH),
        new ValueView(pressure(systolic, diastolic), ValueView.Tone.FRESH),
        systolic == null || !systolic.available()
            ? ""
            : Formats.briefHourMinute(systolic.measuredMicros(), zone, words),
        mean == null || !mean.available() ? "" : Formats.value(mean),
        value(known, VitalSign.PULSE, sourceMicros, timers),
        value(known, VitalSign.PVC, sourceMicros, timers),
        value(known, VitalSign.ST_II, sourceMicros, timers),
        ValueView.Tone.FRESH);
  }

  private static boolean isNibp(VitalSign sign) {
    return sign == VitalSign.NIBP_SYS || sign == VitalSign.NIBP_DIA || sign == VitalSign.NIBP_MEAN;
  }

  private static ValueView value(
      Map<VitalSign, Reading> readings, VitalSign sign, long sourceMicros, Timers timers) {
    Reading reading = readings.get(sign);
    ValueView value = new ValueView(Formats.value(reading), ValueView.Tone.FRESH);
    if (reading == null || !CONTINUOUS.contains(sign)) {
      return value;
    }
    Duration leftOut = Duration.of(sourceMicros - reading.measuredMicros(), ChronoUnit.MICROS);
    if (leftOut.compareTo(timers.old()) >= 0) {
      return ValueView.UNKNOWN;
    }
    return leftOut.compareTo(timers.dim()) >= 0 ? value.dimmed() : value;
  }

  private static String pressure(@Nullable Reading systolic, @Nullable Reading diastolic) {
    String high = Formats.value(systolic);
    String low = Formats.value(diastolic);
    return high.equals(Formats.INVALID) && low.equals(Formats.INVALID)
        ? Formats.INVALID
        : high + "/" + low;
  }

  /**
   * The same with what causes alarms and what has no limits marked.
   *
   * @param causes the highest priority of the new alarms that each vital sign causes
   * @param limitsOff the vital signs whose limits are not watched
   */
  ValuesView marked(Map<VitalSign, Severity> causes, Set<VitalSign> limitsOff) {
    if (causes.isEmpty() && limitsOff.isEmpty()) {
      return this;
    }
    return new ValuesView(
        marked(hr, causes, limitsOff, VitalSign.HR),
        marked(spo2, causes, limitsOff, VitalSign.SPO2),
        marked(rr, causes, limitsOff, VitalSign.RR),
        marked(temp, causes, limitsOff, VitalSign.TEMP),
        marked(
            nibp, causes, limitsOff, VitalSign.NIBP_SYS, VitalSign.NIBP_DIA, VitalSign.NIBP_MEAN),
        nibpTime,
        nibpMean,
        marked(pulse, causes, limitsOff, VitalSign.PULSE),
        marked(pvc, causes, limitsOff, VitalSign.PVC),
        marked(st, causes, limitsOff, VitalSign.ST_II),
        labelTone);
  }

  private static ValueView marked(
      ValueView value,
      Map<VitalSign, Severity> causes,
      Set<VitalSign> limitsOff,
      VitalSign... signs) {
    Severity highest = Severity.NONE;
    boolean withoutLimits = false;
    for (VitalSign sign : signs) {
      Severity severity = causes.getOrDefault(sign, Severity.NONE);
      highest = severity.compareTo(highest) > 0 ? severity : highest;
      withoutLimits |= limitsOff.contains(sign);
    }
    return value.marked(highest, withoutLimits);
  }

  /** What the ECG tells is not known while electrodes are off. */
  ValuesView withoutEcg() {
    return new ValuesView(
        ValueView.NONE,
        spo2,
        ValueView.NONE,
        temp,
        nibp,
        nibpTime,
        nibpMean,
        pulse,
        ValueView.NONE,
        ValueView.NONE,
        labelTone);
  }

  /** No longer fresh. */
  ValuesView dimmed() {
    return new ValuesView(
        hr.dimmed(),
        spo2.dimmed(),
        rr.dimmed(),
        temp.dimmed(),
        nibp.dimmed(),
        nibpTime,
        nibpMean,
        pulse.dimmed(),
        pvc.dimmed(),
        st.dimmed(),
        ValueView.Tone.DIM);
  }

  /** Too old to be shown, except the pressure, which keeps its own time. */
  ValuesView withPressureOnly() {
    return new ValuesView(
        ValueView.UNKNOWN,
        ValueView.UNKNOWN,
        ValueView.UNKNOWN,
        ValueView.UNKNOWN,
        nibp.dimmed(),
        nibpTime,
        nibpMean,
        ValueView.UNKNOWN,
        ValueView.UNKNOWN,
        ValueView.UNKNOWN,
        ValueView.Tone.DIM);
  }
}

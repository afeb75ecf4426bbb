package org.wardbeat.station.overview;

import java.util.ArrayList;
import java.util.List;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.Acknowledgement;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmKind;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.VitalSign;

/** Alarms of a ward that are over: some never seen, some escalated. */
final class PastAlarms {
  private static final long SECOND = 1_000_000;
  private static final List<String> USERS = List.of("Okafor, A", "Ruiz, C", "Weber, M");

  private PastAlarms() {}

  /** So many alarms, one after the other, the last a minute ago. */
  static List<Frame.AlarmRecord> of(int count, int secondsApart) {
    List<Frame.AlarmRecord> past = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      past.add(
          new Frame.AlarmRecord(
              new BedId("4 East", String.valueOf(401 + i * 7 % 16)),
              alarm(i, 60 + i * secondsApart)));
    }
    return past;
  }

  private static Alarm alarm(int index, int secondsAgo) {
    long onset = FakeWard.START_MICROS - secondsAgo * SECOND;
    Alarm raised =
        switch (index % 6) {
          case 0 -> raised("SPO2_LOW", AlarmPriority.MEDIUM, "SpO₂ 86 < 90", onset, VitalSign.SPO2);
          case 1 -> raised("HR_HIGH", AlarmPriority.MEDIUM, "HR 124 > 120", onset, VitalSign.HR);
          case 2 ->
              Alarm.raised(
                  "LEADS_OFF",
                  AlarmKind.TECHNICAL,
                  AlarmPriority.LOW,
                  null,
                  "LEADS OFF: RA, LL",
                  onset,
                  onset);
          case 3 -> raised("RR_HIGH", AlarmPriority.LOW, "RR 31 > 30", onset, VitalSign.RR);
          case 4 -> raised("SPO2_LOW", AlarmPriority.MEDIUM, "SpO₂ 88 < 90", onset, VitalSign.SPO2);
          default ->
              index % 18 == 5
                  ? raised("VTACH", AlarmPriority.HIGH, "VTACH 160", onset, VitalSign.HR)
                  : raised("HR_LOW", AlarmPriority.MEDIUM, "HR 44 < 50", onset, VitalSign.HR);
        };
    Alarm escalated = index % 18 == 5 ? raised.escalated(onset + 60 * SECOND) : raised;
    Alarm seen =
        index % 3 == 0 || index % 18 == 5
            ? escalated
            : escalated.acknowledged(
                new Acknowledgement(
                    USERS.get(index % USERS.size()), onset + (8 + index * 13 % 90) * SECOND));
    return seen.ended(false, onset + (20 + index * 37 % 240) * SECOND);
  }

  private static Alarm raised(
      String condition, AlarmPriority priority, String text, long onset, VitalSign sign) {
    return Alarm.raised(condition, AlarmKind.PHYSIOLOGICAL, priority, sign, text, onset, onset);
  }
}

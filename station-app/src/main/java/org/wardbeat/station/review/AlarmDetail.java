package org.wardbeat.station.review;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.presentation.Formats;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.Acknowledgement;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.Patient;

/**
 * All that is known of an alarm, in words.
 *
 * @param record the alarm
 * @param live whether its state is known to be that of now
 * @param place where it was and, of one that is not over, who lies there
 * @param fields what else is known
 */
record AlarmDetail(Frame.AlarmRecord record, boolean live, String place, List<Field> fields) {
  AlarmDetail {
    fields = List.copyOf(fields);
  }

  /**
   * One thing that is known.
   *
   * @param isName whether its value is a word rather than a number
   */
  record Field(String name, String value, boolean isName) {
    static final Field NONE = new Field("", "", true);
  }

  /**
   * @param patient who lies in the bed now, as far as this station may see; null if nobody does or
   *     names are hidden. Of an alarm that is over nobody is named: another may have lain there
   */
  static AlarmDetail of(Frame.AlarmRecord record, AlarmWords words, @Nullable Patient patient) {
    Alarm alarm = record.alarm();
    List<Field> fields = new ArrayList<>();
    fields.add(new Field("Onset", words.dateAndTime(alarm.onsetMicros()), false));
    fields.add(
        new Field(
            "Ended",
            alarm.active()
                ? (words.live() ? "lasts" : "not known")
                : words.dateAndTime(alarm.endedMicros()),
            alarm.active()));
    fields.add(new Field("Duration", orNotKnown(words.duration(alarm)), false));
    Acknowledgement seen = alarm.acknowledgement();
    fields.add(new Field("Acknowledged", seen == null ? "by nobody" : seen.user(), true));
    if (seen != null) {
      fields.add(new Field("at", words.dateAndTime(seen.micros()), false));
      fields.add(new Field("Response time", AlarmWords.response(alarm), false));
    }
    fields.add(new Field("Escalated", alarm.escalated() ? "yes" : "no", true));
    Breach.of(alarm)
        .ifPresent(
            breach -> {
              fields.add(new Field("Value at onset", breach.value(), false));
              fields.add(new Field("Limit", breach.limitInWords(), false));
            });
    fields.add(new Field("State", words.state(alarm), true));
    fields.add(new Field("Kind", AlarmWords.kind(alarm), true));
    fields.add(new Field("Condition", alarm.condition(), false));
    return new AlarmDetail(record, words.live(), place(record, patient), fields);
  }

  private static String orNotKnown(String words) {
    return words.isEmpty() ? Formats.INVALID : words;
  }

  private static String place(Frame.AlarmRecord record, @Nullable Patient patient) {
    String where = "Bed " + record.bed().bed() + ", " + record.bed().unit();
    return patient == null || record.alarm().over() ? where : where + "\n" + patient.displayName();
  }
}

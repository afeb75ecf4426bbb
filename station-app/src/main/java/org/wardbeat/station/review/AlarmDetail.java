package org.wardbeat.station.review;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.language.Words;
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
  static AlarmDetail of(Frame.AlarmRecord record, AlarmWords said, @Nullable Patient patient) {
    Words words = said.words();
    Alarm alarm = record.alarm();
    List<Field> fields = new ArrayList<>();
    fields.add(number(words, "review.detail.onset", said.dateAndTime(alarm.onsetMicros())));
    String end = words.text(said.live() ? "review.detail.lasts" : "spoken.not-known");
    fields.add(
        alarm.active()
            ? name(words, "review.detail.ended", end)
            : number(words, "review.detail.ended", said.dateAndTime(alarm.endedMicros())));
    fields.add(number(words, "review.detail.duration", orNotKnown(said.duration(alarm))));
    Acknowledgement seen = alarm.acknowledgement();
    String nobody = words.text("review.detail.by-nobody");
    fields.add(name(words, "review.detail.seen", seen == null ? nobody : seen.user()));
    if (seen != null) {
      fields.add(number(words, "review.detail.seen-at", said.dateAndTime(seen.micros())));
      fields.add(number(words, "review.detail.response", AlarmWords.response(alarm)));
    }
    String escalated = words.text(alarm.escalated() ? "review.yes" : "review.no");
    fields.add(name(words, "review.detail.escalated", escalated));
    Breach.of(alarm)
        .ifPresent(
            breach -> {
              fields.add(
                  number(
                      words,
                      "review.detail.value",
                      Formats.told(breach.value(), alarm.sign(), words)));
              fields.add(
                  number(
                      words,
                      "review.detail.limit",
                      Formats.told(breach.limitInWords(words), alarm.sign(), words)));
            });
    fields.add(name(words, "review.detail.state", said.state(alarm)));
    fields.add(name(words, "review.detail.kind", said.kind(alarm)));
    fields.add(number(words, "review.detail.condition", alarm.condition()));
    return new AlarmDetail(record, said.live(), place(record, words, patient), fields);
  }

  private static Field number(Words words, String key, String value) {
    return new Field(words.text(key), value, false);
  }

  private static Field name(Words words, String key, String value) {
    return new Field(words.text(key), value, true);
  }

  private static String orNotKnown(String said) {
    return said.isEmpty() ? Formats.INVALID : said;
  }

  private static String place(Frame.AlarmRecord record, Words words, @Nullable Patient patient) {
    String where = words.text("review.detail.place", record.bed().bed(), record.bed().unit());
    return patient == null || record.alarm().over() ? where : where + "\n" + patient.displayName();
  }
}

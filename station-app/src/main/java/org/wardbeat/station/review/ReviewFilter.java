package org.wardbeat.station.review;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.Acknowledgement;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmKind;
import org.wardbeat.wire.ward.AlarmPriority;

/**
 * Which alarms are wanted.
 *
 * @param place whose
 * @param priorities how urgent ones
 * @param kind what they are about; null for whatever
 * @param state how far they have come
 * @param words what each of them contains, separated by white space: bed, text, condition or who
 *     saw to it
 */
record ReviewFilter(
    Place place,
    Set<AlarmPriority> priorities,
    @Nullable AlarmKind kind,
    StateChoice state,
    String words) {
  private static final Pattern SPACE = Pattern.compile("\\s+");

  /** All alarms. */
  static final ReviewFilter ALL =
      new ReviewFilter(
          Place.EVERYWHERE, EnumSet.allOf(AlarmPriority.class), null, StateChoice.ANY, "");

  ReviewFilter {
    priorities = Set.copyOf(priorities);
  }

  boolean covers(Frame.AlarmRecord record) {
    return priorities.contains(record.alarm().priority()) && coversButPriority(record);
  }

  /** Whether it would be covered, were all priorities wanted. */
  boolean coversButPriority(Frame.AlarmRecord record) {
    Alarm alarm = record.alarm();
    return place.covers(record.bed())
        && (kind == null || kind == alarm.kind())
        && state.covers(alarm)
        && (words.isBlank() || contains(record));
  }

  private boolean contains(Frame.AlarmRecord record) {
    Alarm alarm = record.alarm();
    Acknowledgement seen = alarm.acknowledgement();
    String all =
        String.join(
                "\n",
                record.bed().unit(),
                record.bed().bed(),
                alarm.text(),
                alarm.condition(),
                seen == null ? "" : seen.user())
            .toLowerCase(Locale.ROOT);
    return SPACE.splitAsStream(words.toLowerCase(Locale.ROOT).strip()).allMatch(all::contains);
  }
}

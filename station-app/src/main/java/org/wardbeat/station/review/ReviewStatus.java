package org.wardbeat.station.review;

import java.math.BigDecimal;
import org.wardbeat.station.presentation.Formats;

/**
 * Whether what is shown is all there is.
 *
 * @param words one or two sentences
 * @param caution whether something is missing
 * @param share how much of the period was read, 0 to 1
 */
record ReviewStatus(String words, boolean caution, double share) {
  /** Nothing was asked for yet. */
  static final ReviewStatus NONE = new ReviewStatus("", false, 0);

  /**
   * @param progress how far reading has come
   * @param lately why alarms that came after that may be missing; empty if they are not
   */
  static ReviewStatus of(HistoryRun.Progress progress, String lately, AlarmWords words) {
    String count = Formats.decimal(BigDecimal.valueOf(progress.read()));
    if (!progress.over()) {
      String back = words.time(progress.backToMicros());
      return new ReviewStatus(
          "Reading alarms, %s so far, back to %s".formatted(count, back), false, progress.share());
    }
    String missing = progress.missing().isEmpty() ? lately : progress.missing();
    if (!missing.isEmpty()) {
      String read =
          progress.read() == 0
              ? "No alarm of the past could be read."
              : "%s were read, back to %s.".formatted(count, words.time(progress.backToMicros()));
      return new ReviewStatus("INCOMPLETE  " + missing + " " + read, true, 1);
    }
    if (!words.live()) {
      return new ReviewStatus(
          "NOT LIVE  Alarms that were not over are shown as last known.", true, 1);
    }
    return new ReviewStatus(
        "All alarms since %s".formatted(words.dateAndTime(progress.fromMicros())), false, 1);
  }
}

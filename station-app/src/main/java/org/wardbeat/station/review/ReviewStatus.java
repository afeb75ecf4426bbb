package org.wardbeat.station.review;

import java.math.BigDecimal;
import org.wardbeat.station.language.Words;
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
  static ReviewStatus of(HistoryRun.Progress progress, String lately, AlarmWords said) {
    Words words = said.words();
    String count = Formats.decimal(BigDecimal.valueOf(progress.read()));
    if (!progress.over()) {
      String back = said.time(progress.backToMicros());
      return new ReviewStatus(
          words.text("review.status.reading", count, back), false, progress.share());
    }
    String missing = progress.missing().isEmpty() ? lately : progress.missing();
    if (!missing.isEmpty()) {
      String read =
          progress.read() == 0
              ? words.text("review.status.none-read")
              : words.text("review.status.read", count, said.time(progress.backToMicros()));
      return new ReviewStatus(
          words.text("review.status.incomplete", words.translated(missing), read), true, 1);
    }
    if (!said.live()) {
      return new ReviewStatus(words.text("review.status.not-live"), true, 1);
    }
    return new ReviewStatus(
        words.text("review.status.all", said.dateAndTime(progress.fromMicros())), false, 1);
  }
}

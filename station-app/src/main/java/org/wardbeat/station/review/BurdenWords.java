package org.wardbeat.station.review;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.presentation.Formats;

/** How figures of the burden are written. */
final class BurdenWords {
  /** Stands for what cannot be said, because there are no alarms to say it of. */
  private static final String NONE = "–";

  private static final long HOUR_SECONDS = 3_600;

  private BurdenWords() {}

  static String count(long count) {
    return Formats.decimal(BigDecimal.valueOf(count));
  }

  /** A count within a table, where nothing is more easily seen than a zero. */
  static String countOrNone(long count) {
    return count == 0 ? NONE : count(count);
  }

  /** {@code 1:05}. */
  static String span(OptionalLong micros) {
    return micros.isPresent() ? AlarmWords.span(micros) : NONE;
  }

  /** {@code 18:42}, from ten hours on {@code 12 h}. */
  static String total(long micros) {
    long seconds = Formats.wholeSeconds(micros);
    return seconds < 10 * HOUR_SECONDS
        ? Formats.duration(seconds)
        : count(Math.round((double) seconds / HOUR_SECONDS)) + " h";
  }

  /** {@code 34 %}. */
  static String share(OptionalDouble share) {
    return share.isPresent()
        ? BigDecimal.valueOf(100 * share.getAsDouble()).setScale(0, RoundingMode.HALF_UP) + " %"
        : NONE;
  }

  /** One decimal. */
  static String rate(OptionalDouble rate) {
    return rate.isPresent()
        ? Formats.decimal(BigDecimal.valueOf(rate.getAsDouble()).setScale(1, RoundingMode.HALF_UP))
        : NONE;
  }

  /** {@code Tue 10}. */
  static String day(LocalDate date, Words words) {
    return Formats.weekday(date, words);
  }
}

package org.wardbeat.station.review;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wardbeat.station.language.Words;
import org.wardbeat.wire.ward.Alarm;

/**
 * Which value broke which limit, as the text of an alarm tells it: {@code SpO₂ 86 < 90}.
 *
 * @param value the value at the onset
 * @param relation {@code <} or {@code >}
 * @param limit the limit then
 */
record Breach(String value, String relation, String limit) {
  private static final Pattern TEXT =
      Pattern.compile(".* (-?\\d+(?:\\.\\d+)?) ([<>]) (-?\\d+(?:\\.\\d+)?)(?: .*)?");

  /** What the text of an alarm tells; empty if it tells no value. */
  static Optional<Breach> of(Alarm alarm) {
    Matcher matcher = TEXT.matcher(alarm.text());
    return matcher.matches()
        ? Optional.of(new Breach(matcher.group(1), matcher.group(2), matcher.group(3)))
        : Optional.empty();
  }

  /** {@code 86}. */
  static String valueOf(Alarm alarm) {
    return of(alarm).map(Breach::value).orElse("");
  }

  /** {@code below 90}. */
  String limitInWords(Words words) {
    return words.text(relation.equals("<") ? "review.limit.below" : "review.limit.above", limit);
  }
}

package org.wardbeat.station.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wardbeat.wire.ward.Admission;

/** How birth dates are typed and read back. */
final class BirthDates {
  /** Year, month, day (ISO 8601), or day, month, year with dots; never two digits of a year. */
  private static final Pattern TYPED =
      Pattern.compile(
          "(?<y>\\d{4})-(?<m>\\d{1,2})-(?<d>\\d{1,2})"
              + "|(?<day>\\d{1,2})\\.\\s?(?<month>\\d{1,2})\\.\\s?(?<year>\\d{4})");

  private BirthDates() {}

  /** The date that was typed, empty if it is none or nobody can be born then. */
  static Optional<LocalDate> parse(String typed) {
    Matcher found = TYPED.matcher(typed.strip());
    if (!found.matches()) {
      return Optional.empty();
    }
    boolean iso = found.group("y") != null;
    try {
      LocalDate date =
          LocalDate.of(
              Integer.parseInt(found.group(iso ? "y" : "year")),
              Integer.parseInt(found.group(iso ? "m" : "month")),
              Integer.parseInt(found.group(iso ? "d" : "day")));
      boolean possible =
          !date.isBefore(Admission.FIRST_BIRTH) && !date.isAfter(Admission.LAST_BIRTH);
      return possible ? Optional.of(date) : Optional.empty();
    } catch (DateTimeException _) {
      return Optional.empty(); // there is no such day
    }
  }

  /** A date with its month in words, so that a slip is noticed. */
  static String spoken(LocalDate date, Locale locale) {
    return DateTimeFormatter.ofPattern("d MMMM uuuu", locale).format(date);
  }
}

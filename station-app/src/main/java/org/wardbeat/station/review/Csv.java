package org.wardbeat.station.review;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Writes comma-separated values as RFC 4180 has them: CRLF after each record, quotes where they are
 * needed and doubled within. A text that a spreadsheet would take for a formula is given an
 * apostrophe, so that it stays a text.
 */
final class Csv {
  private static final String FORMULAS = "=+-@\t\r";

  private final StringBuilder out = new StringBuilder();
  private boolean begun;

  /** Adds a text. */
  Csv text(String value) {
    boolean formula = !value.isEmpty() && FORMULAS.indexOf(value.charAt(0)) >= 0;
    return field(quoted(formula ? "'" + value : value, formula));
  }

  private static String quoted(String value, boolean always) {
    boolean needed = always || value.chars().anyMatch(c -> ",\"\r\n".indexOf(c) >= 0);
    return needed ? '"' + value.replace("\"", "\"\"") + '"' : value;
  }

  /** Adds a number that is not negative. */
  Csv number(long value) {
    return field(Long.toString(value));
  }

  /** Adds a number with three decimals; nothing if there is none. */
  Csv number(OptionalDouble value) {
    return field(value.isPresent() ? String.format(Locale.ROOT, "%.3f", value.getAsDouble()) : "");
  }

  /** Adds a duration in seconds with three decimals; nothing if there is none. */
  Csv seconds(OptionalLong micros) {
    return number(
        micros.isPresent() ? OptionalDouble.of(micros.getAsLong() / 1e6) : OptionalDouble.empty());
  }

  /** Adds an instant in UTC; nothing if it is 0. */
  Csv instant(long micros) {
    return field(micros == 0 ? "" : Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString());
  }

  /** Adds nothing so many times. */
  Csv none(int fields) {
    for (int i = 0; i < fields; i++) {
      field("");
    }
    return this;
  }

  private Csv field(String value) {
    if (begun) {
      out.append(',');
    }
    begun = true;
    out.append(value);
    return this;
  }

  /** Ends the record. */
  Csv end() {
    out.append("\r\n");
    begun = false;
    return this;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}

package org.wardbeat.station.presentation;

import java.util.regex.Pattern;
import org.wardbeat.wire.ward.Patient;

/**
 * Makes words from elsewhere fit to be shown: on one line, in the order in which they are read, and
 * with nothing in them that cannot be seen. Names are not judged otherwise: they may be in any
 * script, and of any length.
 */
public final class Names {
  /** A base character with more marks than any script stacks on one. */
  private static final Pattern STACKED = Pattern.compile("(\\p{M}{3})\\p{M}+");

  private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}]+");

  /**
   * Controls, what turns the order of reading, lone halves of characters, characters of nobody's;
   * but not the joiners, which shape the letters of some scripts.
   */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}]|[\\p{Cf}&&[^\\u200C\\u200D]]");

  private static final Pattern JOINERS_ONLY = Pattern.compile("[\\u200C\\u200D\\s]*");

  private Names() {}

  /** The words as they can be shown; empty if there is nothing to see. */
  public static String shown(String words) {
    if (isPlain(words)) {
      return words.strip();
    }
    String line = BLANK.matcher(words).replaceAll(" ");
    String seen = UNSEEN.matcher(line).replaceAll("").strip();
    String flat = STACKED.matcher(seen).replaceAll("$1");
    return JOINERS_ONLY.matcher(flat).matches() ? "" : flat;
  }

  /** Most names: letters and marks of Latin, without anything special. */
  private static boolean isPlain(String words) {
    for (int i = 0; i < words.length(); i++) {
      char each = words.charAt(i);
      if (each < ' ' || each > '~') {
        return false;
      }
    }
    return true;
  }

  /** A patient's name as a station shows it: {@code Surname, I}. */
  public static String of(Patient patient) {
    String family = shown(patient.familyName());
    String given = shown(patient.givenName());
    return new Patient("", family, given).displayName();
  }

  /** A patient's initials as a wall shows them: {@code S I}; empty if there are none. */
  static String initialsOf(Patient patient) {
    Patient initials = patient.initials();
    return (shown(initials.familyName()) + " " + shown(initials.givenName())).strip();
  }
}

package org.wardbeat.wire.ward;

import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.Locale;

/**
 * Who lies in a bed. Never written to a log: {@link #toString()} keeps names and identifier to
 * itself.
 *
 * @param identifier medical record number, may be empty
 * @param familyName family name, may be empty
 * @param givenName given name, may be empty
 */
public record Patient(String identifier, String familyName, String givenName) {
  /** Longest of each part, in characters. */
  public static final int MAX_LENGTH = 128;

  /** More code points than a letter has in any script, its marks included. */
  private static final int MAX_INITIAL = 8;

  /**
   * @throws IllegalArgumentException if a part is too long
   */
  public Patient {
    requireLength("identifier", identifier);
    requireLength("familyName", familyName);
    requireLength("givenName", givenName);
  }

  private static void requireLength(String name, String value) {
    if (value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "patient %s: expected at most %d characters, got %d"
              .formatted(name, MAX_LENGTH, value.length()));
    }
  }

  /** The name as a station shows it, {@code Surname, I}; empty if there is none. */
  public String displayName() {
    if (familyName.isEmpty()) {
      return givenName;
    }
    if (givenName.isEmpty()) {
      return familyName;
    }
    return familyName + ", " + givenName.substring(0, givenName.offsetByCodePoints(0, 1));
  }

  /**
   * The same with nothing but the first letter of each name, in Unicode's form NFC, with its marks
   * and in the case it has; the first digit if that comes before any letter. What stands before it
   * is left out. A name without letters and digits becomes empty, and so does the identifier.
   */
  public Patient initials() {
    return new Patient("", initial(familyName), initial(givenName));
  }

  private static String initial(String name) {
    String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
    int start = 0;
    while (start < composed.length() && !Character.isLetterOrDigit(composed.codePointAt(start))) {
      start += Character.charCount(composed.codePointAt(start));
    }
    if (start == composed.length()) {
      return "";
    }
    String rest = composed.substring(start);
    BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
    letters.setText(rest);
    String letter = rest.substring(0, letters.next());
    return letter.codePointCount(0, letter.length()) <= MAX_INITIAL
        ? letter
        : letter.substring(0, letter.offsetByCodePoints(0, MAX_INITIAL));
  }

  @Override
  public String toString() {
    return "Patient[withheld]";
  }
}

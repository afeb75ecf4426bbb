package org.wardbeat.wire.ward;

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

  @Override
  public String toString() {
    return "Patient[withheld]";
  }
}

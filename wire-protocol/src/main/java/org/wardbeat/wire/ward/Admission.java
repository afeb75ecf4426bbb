package org.wardbeat.wire.ward;

import java.time.LocalDate;

/**
 * Who lies in a bed, as a person has confirmed it by two identifiers. Never written to a log:
 * {@link #toString()} keeps everything to itself.
 *
 * @param patient who it is; the identifier is the first of the two
 * @param birthDate the other one, 1800-01-01 to 2199-12-31
 * @param device the device that was at the bed then, empty if there was none
 * @param named whether the device named the patient; if not, the person admitted the patient
 * @param user the person, 1 to {@value Operator#MAX_USER} characters
 * @param micros when, UTC microseconds on the bridge's clock
 */
public record Admission(
    Patient patient, LocalDate birthDate, String device, boolean named, String user, long micros) {
  /** Longest identifier of a device, in characters. */
  public static final int MAX_DEVICE = 256;

  /** The first birth date that can be one. */
  public static final LocalDate FIRST_BIRTH = LocalDate.of(1800, 1, 1);

  /** The last one. */
  public static final LocalDate LAST_BIRTH = LocalDate.of(2199, 12, 31);

  /**
   * @throws IllegalArgumentException if an identifier or the person is missing, or something is too
   *     long
   */
  public Admission {
    requireIdentifier(patient.identifier());
    requireBirthDate(birthDate);
    requireDevice(device);
    Operator.requireUser(user);
  }

  static void requireIdentifier(String identifier) {
    if (identifier.isBlank() || identifier.length() > Patient.MAX_LENGTH) {
      throw new IllegalArgumentException(
          "identifier: expected 1 to %d characters, got %d"
              .formatted(Patient.MAX_LENGTH, identifier.strip().length()));
    }
  }

  static void requireBirthDate(LocalDate date) {
    if (date.isBefore(FIRST_BIRTH) || date.isAfter(LAST_BIRTH)) {
      throw new IllegalArgumentException(
          "birthDate: expected %s to %s".formatted(FIRST_BIRTH, LAST_BIRTH));
    }
  }

  static void requireDevice(String device) {
    if (device.length() > MAX_DEVICE) {
      throw new IllegalArgumentException(
          "device: expected at most %d characters, got %d".formatted(MAX_DEVICE, device.length()));
    }
  }

  /**
   * Whether it is of a patient: of the same identifier, by which a hospital tells people apart, or
   * of the same name where there is no identifier.
   */
  public boolean isOf(Patient other) {
    return other.identifier().isBlank()
        ? patient.familyName().equals(other.familyName())
            && patient.givenName().equals(other.givenName())
        : patient.identifier().strip().equals(other.identifier().strip());
  }

  @Override
  public String toString() {
    return "Admission[withheld]";
  }
}

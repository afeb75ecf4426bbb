package org.wardbeat.wire.ward;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What an operator may want of a bridge. */
public sealed interface Operation {
  /** Longest reason, in characters. */
  int MAX_REASON = 256;

  /** Longest inactivation, in seconds: a day. */
  int MAX_INACTIVATION_SECONDS = 86_400;

  /** Most beds of one act. */
  int MAX_BEDS = 256;

  /**
   * Somebody sees to an alarm. Done again, it changes nothing.
   *
   * @param bed the bed
   * @param condition code of its condition
   * @param onsetDeviceMicros its onset by the device's clock
   */
  record Acknowledge(BedId bed, String condition, long onsetDeviceMicros) implements Operation {
    /**
     * @throws IllegalArgumentException if the condition's code is missing or too long
     */
    public Acknowledge {
      Alarm.requireCondition(condition);
    }
  }

  /**
   * Holds alarms back for a time, or no longer.
   *
   * @param unit the unit
   * @param bed the bed, empty for the whole unit
   * @param kind what is held back
   * @param baseSinceMicros {@link InactivationState#sinceMicros()} of what was so held back when
   *     this was decided, so that of two who decide at once one hears of it; 0 if nothing was
   * @param seconds for how long from now, 0 to end it, at most {@value #MAX_INACTIVATION_SECONDS}
   * @param reason why, at most {@value #MAX_REASON} characters
   */
  record Inactivate(
      String unit, String bed, Inactivation kind, long baseSinceMicros, int seconds, String reason)
      implements Operation {
    /**
     * @throws IllegalArgumentException if unit or bed is not one, or time or reason are out of
     *     range
     */
    public Inactivate {
      BedId.requireUnitOrBed(unit, bed);
      if (seconds < 0 || seconds > MAX_INACTIVATION_SECONDS) {
        throw new IllegalArgumentException(
            "seconds: expected 0 to %d, got %d".formatted(MAX_INACTIVATION_SECONDS, seconds));
      }
      requireReason(reason);
    }
  }

  /**
   * Sets a bed's limits.
   *
   * @param bed the bed
   * @param baseVersion version of the limits that were changed, so that of two who change them at
   *     once one hears of it
   * @param limits the new ones
   * @param reason why, at most {@value #MAX_REASON} characters
   */
  record SetLimits(BedId bed, long baseVersion, AlarmLimits limits, String reason)
      implements Operation {
    /**
     * @throws IllegalArgumentException if the version is negative or the reason too long
     */
    public SetLimits {
      if (baseVersion < 0) {
        throw new IllegalArgumentException("baseVersion: expected at least 0, got " + baseVersion);
      }
      requireReason(reason);
    }
  }

  /**
   * Tells what no device measures.
   *
   * @param bed the bed
   * @param entries what was observed now, at most one of each parameter
   */
  record EnterObservations(BedId bed, List<ScoreEntry> entries) implements Operation {
    /**
     * @throws IllegalArgumentException if a parameter comes twice
     */
    public EnterObservations {
      entries = List.copyOf(entries);
      Set<ScoreParameter> seen = EnumSet.noneOf(ScoreParameter.class);
      for (ScoreEntry entry : entries) {
        if (!seen.add(entry.parameter())) {
          throw new IllegalArgumentException(
              "entries: expected each parameter at most once, got %s again"
                  .formatted(entry.parameter()));
        }
      }
    }
  }

  /**
   * A bed, and the version of its {@link Stay} that an act was made on.
   *
   * @param bed the bed
   * @param version {@link Stay#version()}
   */
  record BedVersion(BedId bed, long version) {
    /**
     * @throws IllegalArgumentException if the version is negative
     */
    public BedVersion {
      requireVersion(version);
    }
  }

  /**
   * Somebody comes to lie in a bed whose device names nobody.
   *
   * @param at the bed
   * @param patient who; the identifier is the first of two
   * @param birthDate the other one
   */
  record Admit(BedVersion at, Patient patient, LocalDate birthDate) implements Operation {
    /**
     * @throws IllegalArgumentException if an identifier or the name is missing, or a text holds
     *     control characters
     */
    public Admit {
      Admission.requireIdentifier(patient.identifier());
      Admission.requireBirthDate(birthDate);
      if (patient.displayName().isBlank()) {
        throw new IllegalArgumentException("name: expected a family name or a given name");
      }
      requireText("identifier", patient.identifier());
      requireText("familyName", patient.familyName());
      requireText("givenName", patient.givenName());
    }
  }

  /**
   * Whoever was said to lie in a bed does, with the device that is there now.
   *
   * @param at the bed
   * @param device the device that is meant, empty if there is none
   * @param identifier the first identifier, as the patient wears it
   * @param birthDate the other one
   */
  record Confirm(BedVersion at, String device, String identifier, LocalDate birthDate)
      implements Operation {
    /**
     * @throws IllegalArgumentException if an identifier is missing or something is too long
     */
    public Confirm {
      Admission.requireDevice(device);
      Admission.requireIdentifier(identifier);
      Admission.requireBirthDate(birthDate);
      requireText("identifier", identifier);
    }
  }

  /**
   * Somebody whom a person has admitted leaves.
   *
   * @param at the bed
   * @param identifier the first identifier of whoever is meant, as the patient wears it
   * @param birthDate the other one
   */
  record Discharge(BedVersion at, String identifier, LocalDate birthDate) implements Operation {
    /**
     * @throws IllegalArgumentException if an identifier is missing
     */
    public Discharge {
      Admission.requireIdentifier(identifier);
      Admission.requireBirthDate(birthDate);
      requireText("identifier", identifier);
    }
  }

  /**
   * Somebody whom a person has admitted comes to lie in another bed.
   *
   * @param from the bed
   * @param to the other one, where nobody lies
   * @param identifier the first identifier of whoever is meant, as the patient wears it
   * @param birthDate the other one
   */
  record Transfer(BedVersion from, BedVersion to, String identifier, LocalDate birthDate)
      implements Operation {
    /**
     * @throws IllegalArgumentException if it is the same bed, or an identifier is missing
     */
    public Transfer {
      if (from.bed().equals(to.bed())) {
        throw new IllegalArgumentException("to: expected another bed than " + from.bed());
      }
      Admission.requireIdentifier(identifier);
      Admission.requireBirthDate(birthDate);
      requireText("identifier", identifier);
    }
  }

  /**
   * Somebody sees to beds from now on, or nobody does.
   *
   * @param beds 1 to {@value #MAX_BEDS} beds, each once; all are assigned, or none
   * @param nurse who, empty for nobody
   */
  record Assign(List<BedVersion> beds, String nurse) implements Operation {
    /**
     * @throws IllegalArgumentException if there is no bed, there are too many or one comes twice,
     *     or the name is too long
     */
    public Assign {
      beds = List.copyOf(beds);
      requireBeds(beds);
      Operator.requireUserOrNobody(nurse);
      requireText("nurse", nurse);
    }
  }

  /**
   * One nurse hands all beds of a unit over to another one.
   *
   * @param unit the unit, empty for all units
   * @param from who sees to them now
   * @param to who does from now on
   * @param beds all beds of the former; if there are others, nothing is handed over
   */
  record HandOver(String unit, String from, String to, List<BedVersion> beds) implements Operation {
    /**
     * @throws IllegalArgumentException if a name is missing or both are the same, there is no bed,
     *     there are too many or one comes twice or is of another unit
     */
    public HandOver {
      if (!unit.isEmpty()) {
        BedId.requireUnitOrBed(unit, "");
      }
      Operator.requireUser(from);
      Operator.requireUser(to);
      requireText("to", to);
      if (from.equals(to)) {
        throw new IllegalArgumentException("to: expected somebody else than before");
      }
      beds = List.copyOf(beds);
      requireBeds(beds);
      for (BedVersion each : beds) {
        if (!unit.isEmpty() && !each.bed().unit().equals(unit)) {
          throw new IllegalArgumentException("beds: expected beds of %s only".formatted(unit));
        }
      }
    }
  }

  private static void requireBeds(List<BedVersion> beds) {
    if (beds.isEmpty() || beds.size() > MAX_BEDS) {
      throw new IllegalArgumentException(
          "beds: expected 1 to %d, got %d".formatted(MAX_BEDS, beds.size()));
    }
    Set<BedId> seen = new HashSet<>();
    for (BedVersion each : beds) {
      if (!seen.add(each.bed())) {
        throw new IllegalArgumentException(
            "beds: expected each at most once, got %s again".formatted(each.bed()));
      }
    }
  }

  private static void requireVersion(long version) {
    if (version < 0) {
      throw new IllegalArgumentException("version: expected at least 0, got " + version);
    }
  }

  private static void requireText(String name, String text) {
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(name + ": expected no control characters");
    }
  }

  private static void requireReason(String reason) {
    if (reason.length() > MAX_REASON) {
      throw new IllegalArgumentException(
          "reason: expected at most %d characters, got %d".formatted(MAX_REASON, reason.length()));
    }
  }
}

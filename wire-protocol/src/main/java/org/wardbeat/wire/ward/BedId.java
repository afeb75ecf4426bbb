package org.wardbeat.wire.ward;

import java.util.Comparator;

/**
 * A bed's identity: its unit and its label, unique in a hospital.
 *
 * @param unit name of the unit, 1 to {@value #MAX_LENGTH} characters, for example {@code 4 East}
 * @param bed label of the bed in its unit, 1 to {@value #MAX_LENGTH} characters, for example {@code
 *     407}
 */
public record BedId(String unit, String bed) implements Comparable<BedId> {
  /** Longest unit or bed label, in characters. */
  public static final int MAX_LENGTH = 64;

  private static final Comparator<BedId> ORDER =
      Comparator.comparing(BedId::unit).thenComparing(BedId::bed);

  /**
   * @throws IllegalArgumentException if a part is blank or too long
   */
  public BedId {
    requireLabel("unit", unit);
    requireLabel("bed", bed);
  }

  /** Of a unit, or of a bed of it unless the whole unit is meant. */
  static void requireUnitOrBed(String unit, String bed) {
    requireLabel("unit", unit);
    if (!bed.isEmpty()) {
      requireLabel("bed", bed);
    }
  }

  private static void requireLabel(String name, String value) {
    if (value.isBlank() || value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "%s: expected 1 to %d characters, got %d".formatted(name, MAX_LENGTH, value.length()));
    }
  }

  @Override
  public int compareTo(BedId other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return unit + "/" + bed;
  }
}

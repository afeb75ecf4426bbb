package org.wardbeat.simulator;

import org.wardbeat.wire.ward.Patient;

/** Invented patients. */
final class Names {
  private static final String[] FAMILIES = {
    "Haddad",
    "Lindqvist",
    "Okafor",
    "Marino",
    "Novak",
    "Tanaka",
    "Brandt",
    "Silva",
    "Kowalski",
    "Dubois",
    "Iyer",
    "Larsen",
    "Moreau",
    "Petrov",
    "Quinn",
    "Rossi"
  };
  private static final String[] GIVEN = {
    "Noor", "Elsa", "Chidi", "Paolo", "Jana", "Hiro", "Anke", "Rui", "Ewa", "Luc", "Meera", "Nils",
    "Claire", "Ivan", "Maeve", "Gina"
  };

  private Names() {}

  static Patient patient(int bed) {
    int round = bed / FAMILIES.length;
    return new Patient(
        "MRN-" + (1001 + bed),
        FAMILIES[bed % FAMILIES.length],
        GIVEN[(bed + 3 * round) % GIVEN.length]);
  }
}

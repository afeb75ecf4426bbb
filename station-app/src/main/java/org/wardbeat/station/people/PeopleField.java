package org.wardbeat.station.people;

import java.util.Locale;

/** What is read from a patient's wristband, in the order in which it is entered. */
enum PeopleField {
  /** The hospital's identifier of the patient, the first of two. */
  IDENTIFIER("people.identifier"),
  /** The second one. */
  BIRTH_DATE("people.birth-date"),
  /** A name. */
  FAMILY_NAME("people.family-name"),
  /** The other name. */
  GIVEN_NAME("people.given-name");

  private final String titleKey;

  PeopleField(String titleKey) {
    this.titleKey = titleKey;
  }

  /** The key of its name. */
  String titleKey() {
    return titleKey;
  }

  /** A name fit for an id. */
  String id() {
    return "people-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

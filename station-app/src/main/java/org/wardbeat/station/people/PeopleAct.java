package org.wardbeat.station.people;

import java.util.ArrayList;
import java.util.List;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.wire.ward.Admission;

/** What can be said of who lies in a bed and who sees to it. */
enum PeopleAct {
  /** Somebody comes to lie in an empty bed. */
  ADMIT("people.admit", "people.admit.meaning", "people.admit.confirm", "people.admit.done"),
  /** Whoever is shown does lie there. */
  CHECK("people.check", "people.check.meaning", "people.check.confirm", "people.check.done"),
  /** Whoever lies there comes to lie in another bed. */
  TRANSFER(
      "people.transfer",
      "people.transfer.meaning",
      "people.transfer.confirm",
      "people.transfer.done"),
  /** Whoever lies there leaves. */
  DISCHARGE(
      "people.discharge",
      "people.discharge.meaning",
      "people.discharge.confirm",
      "people.discharge.done"),
  /** Somebody sees to the bed, or nobody does. */
  ASSIGN("people.assign", "people.assign.meaning", "people.assign.confirm", "people.assign.done"),
  /** All beds of whoever sees to this one go to somebody else. */
  HAND_OVER(
      "people.hand-over",
      "people.hand-over.meaning",
      "people.hand-over.confirm",
      "people.hand-over.done");

  private final String titleKey;
  private final String meaningKey;
  private final String confirmKey;
  private final String doneKey;

  PeopleAct(String titleKey, String meaningKey, String confirmKey, String doneKey) {
    this.titleKey = titleKey;
    this.meaningKey = meaningKey;
    this.confirmKey = confirmKey;
    this.doneKey = doneKey;
  }

  /** What can be said of a bed as it is, what is most likely meant first. */
  static List<PeopleAct> of(BedSnapshot bed) {
    if (!bed.occupied()) {
      return List.of(ADMIT, ASSIGN, HAND_OVER);
    }
    List<PeopleAct> acts = new ArrayList<>(List.of(ASSIGN, HAND_OVER));
    Admission admission = bed.stay().admission();
    if (admission != null && !admission.named()) {
      if (!bed.check()) {
        acts.add(TRANSFER);
      }
      acts.add(DISCHARGE);
    }
    acts.add(bed.check() ? 0 : acts.size(), CHECK);
    return List.copyOf(acts);
  }

  /** What has to be entered for it. */
  List<PeopleField> fields() {
    return switch (this) {
      case ADMIT -> List.of(PeopleField.values());
      case CHECK, TRANSFER, DISCHARGE -> List.of(PeopleField.IDENTIFIER, PeopleField.BIRTH_DATE);
      case ASSIGN, HAND_OVER -> List.of();
    };
  }

  /** Whether it takes a nurse's name. */
  boolean isOfNurses() {
    return this == ASSIGN || this == HAND_OVER;
  }

  /** The key of its name. */
  String titleKey() {
    return titleKey;
  }

  /** The key of what it brings about. */
  String meaningKey() {
    return meaningKey;
  }

  /** The key of what the button says that does it. */
  String confirmKey() {
    return confirmKey;
  }

  /** The key of what is said once the bridge has done it. */
  String doneKey() {
    return doneKey;
  }
}

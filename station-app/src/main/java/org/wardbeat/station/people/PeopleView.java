package org.wardbeat.station.people;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.ward.BedId;

/**
 * Who lies in a bed and who sees to it, at one moment, and what is being entered.
 *
 * @param lies who lies there, in words
 * @param nurse who sees to it, in words
 * @param acts what can be said now
 * @param act what is chosen of it
 * @param fields what is entered for it
 * @param targets the beds a patient can be transferred to; empty unless that is chosen
 * @param target the one that is chosen, null if none is
 * @param typedNurse who is to see to the bed; may be empty
 * @param nurses who else does so in the ward
 * @param meaning what it brings about
 * @param confirm what the button says that does it
 * @param trouble why nothing can be done, or what cannot be relied on; empty if all is well
 */
record PeopleView(
    String lies,
    String nurse,
    List<PeopleAct> acts,
    PeopleAct act,
    Map<PeopleField, Field> fields,
    List<BedId> targets,
    @Nullable BedId target,
    String typedNurse,
    List<String> nurses,
    String meaning,
    String confirm,
    String trouble) {
  PeopleView {
    acts = List.copyOf(acts);
    fields = Map.copyOf(fields);
    targets = List.copyOf(targets);
    nurses = List.copyOf(nurses);
  }

  /**
   * Something that is entered.
   *
   * @param typed what stands in its field
   * @param note what is wrong with it, or how it is read
   * @param wrong whether it cannot be
   */
  record Field(String typed, String note, boolean wrong) {}
}

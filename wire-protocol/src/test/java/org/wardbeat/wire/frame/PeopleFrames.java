package org.wardbeat.wire.frame;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.wardbeat.wire.ward.Admission;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Operation.BedVersion;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.Stay;

/** All that the protocol allows to be said of patients and nurses. */
final class PeopleFrames {
  private PeopleFrames() {}

  static Arbitrary<Frame> bedStay() {
    Arbitrary<Admission> admissions =
        Combinators.combine(
                patients(),
                dates(),
                Frames.text(0, Admission.MAX_DEVICE),
                AlarmFrames.booleans(),
                AlarmFrames.users(),
                Frames.times())
            .as(Admission::new);
    Arbitrary<Stay> stays =
        Combinators.combine(Frames.counts(), AlarmFrames.userOrNobody(), admissions.injectNull(0.3))
            .as(Stay::new);
    return Combinators.combine(Frames.handles(), stays).as(Frame.BedStay::new);
  }

  static List<Arbitrary<Operation>> operations() {
    Arbitrary<Operation> admit =
        Combinators.combine(at(), patients(), dates()).as(Operation.Admit::new);
    Arbitrary<Operation> confirm =
        Combinators.combine(at(), Frames.text(0, Admission.MAX_DEVICE), identifiers(), dates())
            .as(Operation.Confirm::new);
    Arbitrary<Operation> discharge =
        Combinators.combine(at(), identifiers(), dates()).as(Operation.Discharge::new);
    Arbitrary<Operation> transfer =
        Combinators.combine(beds(2), identifiers(), dates())
            .as(
                (beds, who, born) ->
                    new Operation.Transfer(beds.getFirst(), beds.getLast(), who, born));
    Arbitrary<Operation> assign =
        Combinators.combine(beds(0), AlarmFrames.userOrNobody()).as(Operation.Assign::new);
    Arbitrary<Operation> handOver =
        Combinators.combine(
                AlarmFrames.users().list().ofSize(2).uniqueElements(),
                beds(0),
                AlarmFrames.booleans())
            .as(
                (nurses, beds, all) ->
                    all
                        ? new Operation.HandOver("", nurses.getFirst(), nurses.getLast(), beds)
                        : ofOneUnit(nurses, beds));
    return List.of(admit, confirm, discharge, transfer, assign, handOver);
  }

  private static Operation ofOneUnit(List<String> nurses, List<BedVersion> beds) {
    BedVersion first = beds.getFirst();
    return new Operation.HandOver(
        first.bed().unit(), nurses.getFirst(), nurses.getLast(), List.of(first));
  }

  private static Arbitrary<BedVersion> at() {
    return Combinators.combine(Frames.beds(), Frames.counts()).as(BedVersion::new);
  }

  /** Different beds: so many, or 1 to 5. */
  private static Arbitrary<List<BedVersion>> beds(int count) {
    return at().list()
        .ofMinSize(Math.max(1, count))
        .ofMaxSize(count == 0 ? 5 : count)
        .uniqueElements(BedVersion::bed);
  }

  private static Arbitrary<Patient> patients() {
    return Combinators.combine(
            identifiers(), Frames.label(Patient.MAX_LENGTH), Frames.text(0, Patient.MAX_LENGTH))
        .as(Patient::new);
  }

  private static Arbitrary<String> identifiers() {
    return Frames.label(Patient.MAX_LENGTH);
  }

  private static Arbitrary<LocalDate> dates() {
    return Arbitraries.longs()
        .between(Admission.FIRST_BIRTH.toEpochDay(), Admission.LAST_BIRTH.toEpochDay())
        .map(LocalDate::ofEpochDay);
  }
}

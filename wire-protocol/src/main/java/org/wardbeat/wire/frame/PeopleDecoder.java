package org.wardbeat.wire.frame;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.wardbeat.wire.ward.Admission;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Operator;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.Stay;

/** Reads what is about patients and nurses, in the order in which {@link PeopleEncoder} writes. */
final class PeopleDecoder {
  /** A bed of two characters and a version. */
  private static final int MIN_BED_BYTES = 5;

  private final FrameReader in;

  PeopleDecoder(FrameReader in) {
    this.in = in;
  }

  Frame.BedStay bedStay() throws FrameDecodeException {
    int handle = in.readHandle();
    long version = in.readCounter("version");
    String nurse = in.readText("nurse", 0, Operator.MAX_USER);
    int flags = in.readFlags("flags", PeopleEncoder.STAY_FLAGS);
    if (flags == PeopleEncoder.NAMED_FLAG) {
      throw in.outOfRange("flags", "expected a device to name nobody where nobody is admitted");
    }
    Admission admission = flags == 0 ? null : admission((flags & PeopleEncoder.NAMED_FLAG) != 0);
    return in.checked("stay", () -> new Frame.BedStay(handle, new Stay(version, nurse, admission)));
  }

  private Admission admission(boolean named) throws FrameDecodeException {
    Patient patient = patient();
    LocalDate birthDate = date();
    String device = in.readText("device", 0, Admission.MAX_DEVICE);
    String user = in.readText("user", 1, Operator.MAX_USER);
    long micros = in.readTime("micros");
    return in.checked(
        "admission", () -> new Admission(patient, birthDate, device, named, user, micros));
  }

  Patient patient() throws FrameDecodeException {
    return new Patient(
        in.readText("patient.identifier", 0, Patient.MAX_LENGTH),
        in.readText("patient.familyName", 0, Patient.MAX_LENGTH),
        in.readText("patient.givenName", 0, Patient.MAX_LENGTH));
  }

  private LocalDate date() throws FrameDecodeException {
    return LocalDate.ofEpochDay(
        in.readSignedInt(
            "birthDate",
            (int) Admission.FIRST_BIRTH.toEpochDay(),
            (int) Admission.LAST_BIRTH.toEpochDay()));
  }

  Operation admit() throws FrameDecodeException {
    Operation.BedVersion at = at();
    Patient patient = patient();
    LocalDate birthDate = date();
    return in.checked("operation", () -> new Operation.Admit(at, patient, birthDate));
  }

  Operation confirm() throws FrameDecodeException {
    Operation.BedVersion at = at();
    String device = in.readText("device", 0, Admission.MAX_DEVICE);
    String identifier = identifier();
    LocalDate birthDate = date();
    return in.checked("operation", () -> new Operation.Confirm(at, device, identifier, birthDate));
  }

  Operation discharge() throws FrameDecodeException {
    Operation.BedVersion at = at();
    String identifier = identifier();
    LocalDate birthDate = date();
    return in.checked("operation", () -> new Operation.Discharge(at, identifier, birthDate));
  }

  Operation transfer() throws FrameDecodeException {
    Operation.BedVersion from = at();
    Operation.BedVersion to = at();
    String identifier = identifier();
    LocalDate birthDate = date();
    return in.checked("operation", () -> new Operation.Transfer(from, to, identifier, birthDate));
  }

  Operation assign() throws FrameDecodeException {
    List<Operation.BedVersion> beds = beds();
    String nurse = in.readText("nurse", 0, Operator.MAX_USER);
    return in.checked("operation", () -> new Operation.Assign(beds, nurse));
  }

  Operation handOver() throws FrameDecodeException {
    String unit = in.readText("unit", 0, BedId.MAX_LENGTH);
    String from = in.readText("from", 1, Operator.MAX_USER);
    String to = in.readText("to", 1, Operator.MAX_USER);
    List<Operation.BedVersion> beds = beds();
    return in.checked("operation", () -> new Operation.HandOver(unit, from, to, beds));
  }

  private String identifier() throws FrameDecodeException {
    return in.readText("identifier", 1, Patient.MAX_LENGTH);
  }

  private List<Operation.BedVersion> beds() throws FrameDecodeException {
    int count = in.readCount("beds", Operation.MAX_BEDS, MIN_BED_BYTES);
    List<Operation.BedVersion> beds = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      beds.add(at());
    }
    return beds;
  }

  private Operation.BedVersion at() throws FrameDecodeException {
    return new Operation.BedVersion(in.readBed(), in.readCounter("version"));
  }
}

package org.wardbeat.wire.frame;

import java.time.LocalDate;
import java.util.List;
import org.wardbeat.wire.ward.Admission;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Operator;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.Stay;

/**
 * Writes what is about patients and nurses field by field, in the order in which {@link
 * PeopleDecoder} reads it.
 */
final class PeopleEncoder {
  static final int ADMISSION_FLAG = 1;
  static final int NAMED_FLAG = 2;
  static final int STAY_FLAGS = 3;

  private PeopleEncoder() {}

  static byte[] bedStay(FrameWriter out, Frame.BedStay f) {
    Stay stay = f.stay();
    Admission admission = stay.admission();
    out.writeHandle(f.handle());
    out.writeNumber("version", stay.version(), 0, Long.MAX_VALUE);
    out.writeText("nurse", stay.nurse(), 0, Operator.MAX_USER);
    if (admission == null) {
      out.writeByte(0);
      return out.toBytes();
    }
    out.writeByte(ADMISSION_FLAG | (admission.named() ? NAMED_FLAG : 0));
    patient(out, admission.patient());
    date(out, admission.birthDate());
    out.writeText("device", admission.device(), 0, Admission.MAX_DEVICE);
    out.writeText("user", admission.user(), 1, Operator.MAX_USER);
    out.writeTime(admission.micros());
    return out.toBytes();
  }

  static void patient(FrameWriter out, Patient patient) {
    out.writeText("patient.identifier", patient.identifier(), 0, Patient.MAX_LENGTH);
    out.writeText("patient.familyName", patient.familyName(), 0, Patient.MAX_LENGTH);
    out.writeText("patient.givenName", patient.givenName(), 0, Patient.MAX_LENGTH);
  }

  private static void date(FrameWriter out, LocalDate date) {
    out.writeSigned(
        "birthDate",
        date.toEpochDay(),
        Admission.FIRST_BIRTH.toEpochDay(),
        Admission.LAST_BIRTH.toEpochDay());
  }

  static void admit(FrameWriter out, Operation.Admit operation) {
    at(out, operation.at());
    patient(out, operation.patient());
    date(out, operation.birthDate());
  }

  static void confirm(FrameWriter out, Operation.Confirm operation) {
    at(out, operation.at());
    out.writeText("device", operation.device(), 0, Admission.MAX_DEVICE);
    identifier(out, operation.identifier());
    date(out, operation.birthDate());
  }

  static void discharge(FrameWriter out, Operation.Discharge operation) {
    at(out, operation.at());
    identifier(out, operation.identifier());
    date(out, operation.birthDate());
  }

  static void transfer(FrameWriter out, Operation.Transfer operation) {
    at(out, operation.from());
    at(out, operation.to());
    identifier(out, operation.identifier());
    date(out, operation.birthDate());
  }

  static void assign(FrameWriter out, Operation.Assign operation) {
    beds(out, operation.beds());
    out.writeText("nurse", operation.nurse(), 0, Operator.MAX_USER);
  }

  static void handOver(FrameWriter out, Operation.HandOver operation) {
    out.writeText("unit", operation.unit(), 0, BedId.MAX_LENGTH);
    out.writeText("from", operation.from(), 1, Operator.MAX_USER);
    out.writeText("to", operation.to(), 1, Operator.MAX_USER);
    beds(out, operation.beds());
  }

  private static void identifier(FrameWriter out, String identifier) {
    out.writeText("identifier", identifier, 1, Patient.MAX_LENGTH);
  }

  private static void beds(FrameWriter out, List<Operation.BedVersion> beds) {
    out.writeNumber("beds", beds.size(), 1, Operation.MAX_BEDS);
    beds.forEach(bed -> at(out, bed));
  }

  private static void at(FrameWriter out, Operation.BedVersion at) {
    out.writeBed(at.bed());
    out.writeNumber("version", at.version(), 0, Long.MAX_VALUE);
  }
}

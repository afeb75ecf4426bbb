package org.wardbeat.wire.ward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wardbeat.wire.ward.Operation.BedVersion;

class StayTest {
  private static final LocalDate BORN = LocalDate.of(1951, 3, 9);
  private static final Patient NOOR = new Patient("MRN-1007", "Haddad", "Noor");
  private static final Patient NOOR_AT_DEVICE = new Patient("MRN-1007 ", "HADDAD", "N");
  private static final Patient IDA = new Patient("MRN-1", "Berg", "Ida");
  private static final Patient NAMELESS = new Patient("", "Berg", "Ida");
  private static final BedVersion AT = new BedVersion(new BedId("4 East", "407"), 3);
  private static final BedVersion WEST = new BedVersion(new BedId("4 West", "1"), 0);

  private static Stay admitted() {
    return new Stay(1, "", new Admission(NOOR, BORN, "patch", false, "anne", 5));
  }

  private static Stay confirmed() {
    return new Stay(1, "", new Admission(NOOR, BORN, "patch", true, "anne", 5));
  }

  @Test
  void whomTheDeviceNamesLiesThere() {
    assertThat(Stay.UNSAID.occupant(IDA)).isEqualTo(IDA);
    assertThat(admitted().occupant(IDA)).isEqualTo(IDA);
    assertThat(confirmed().occupant(IDA)).isEqualTo(IDA);
    assertThat(admitted().occupant(NAMELESS)).isEqualTo(NAMELESS);
  }

  @Test
  void whomAPersonAdmittedLiesThereIfTheDeviceNamesNobodyOrTheSame() {
    assertThat(admitted().occupant(null)).isEqualTo(NOOR);
    assertThat(admitted().occupant(NOOR_AT_DEVICE)).isEqualTo(NOOR);
    assertThat(Stay.UNSAID.occupant(null)).isNull();
  }

  @Test
  void aConfirmationAdmitsNobody() {
    assertThat(confirmed().occupant(null)).isNull();
    assertThat(confirmed().occupant(NOOR_AT_DEVICE)).isEqualTo(NOOR_AT_DEVICE);
  }

  @Test
  void onlyAnotherPatientContradictsAnAdmission() {
    assertThat(admitted().isContradicted(IDA)).isTrue();
    assertThat(admitted().isContradicted(NAMELESS)).isTrue();
    assertThat(admitted().isContradicted(NOOR_AT_DEVICE)).isFalse();
    assertThat(admitted().isContradicted(null)).isFalse();
    assertThat(confirmed().isContradicted(IDA)).isFalse();
    assertThat(Stay.UNSAID.isContradicted(IDA)).isFalse();
  }

  @Test
  void keepsIdentifiersToItself() {
    assertThat(admitted().toString()).doesNotContain("Haddad", "MRN", "1951");
  }

  static Stream<ThrowingCallable> wrong() {
    return Stream.of(
        () -> new Stay(-1, "", null),
        () -> new Stay(0, " ", null),
        () -> new Admission(NAMELESS, BORN, "", false, "anne", 0),
        () -> new Admission(NOOR, LocalDate.of(1799, 12, 31), "", false, "anne", 0),
        () -> new Admission(NOOR, LocalDate.of(2200, 1, 1), "", false, "anne", 0),
        () -> new Admission(NOOR, BORN, "x".repeat(257), false, "anne", 0),
        () -> new Admission(NOOR, BORN, "", false, "", 0),
        () -> new BedVersion(AT.bed(), -1),
        () -> new Operation.Admit(AT, NAMELESS, BORN),
        () -> new Operation.Admit(AT, new Patient("MRN", " ", ""), BORN),
        () -> new Operation.Admit(AT, new Patient("MRN", "Ha\nddad", ""), BORN),
        () -> new Operation.Confirm(AT, "patch", " ", BORN),
        () -> new Operation.Confirm(AT, "patch", "\u0007", BORN),
        () -> new Operation.Discharge(AT, "x".repeat(129), BORN),
        () -> new Operation.Discharge(AT, "MRN-1007", LocalDate.of(1799, 12, 31)),
        () -> new Operation.Transfer(AT, AT, "MRN-1007", BORN),
        () -> new Operation.Assign(List.of(), "anne"),
        () -> new Operation.Assign(List.of(AT, AT), "anne"),
        () -> new Operation.Assign(List.of(AT), "\t"),
        () -> new Operation.HandOver("", "anne", "anne", List.of(AT)),
        () -> new Operation.HandOver("", "anne", "", List.of(AT)),
        () -> new Operation.HandOver("4 East", "anne", "ben", List.of(AT, WEST)),
        () -> new Operation.HandOver(" ", "anne", "ben", List.of(AT)));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void refusesWhatNobodyCanMean(ThrowingCallable make) {
    assertThatIllegalArgumentException().isThrownBy(make).withMessageContaining("expected ");
  }
}

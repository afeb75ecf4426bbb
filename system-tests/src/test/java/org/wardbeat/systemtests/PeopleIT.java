package org.wardbeat.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import javafx.scene.input.KeyCode;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wardbeat.station.ward.ActResult;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.systemtests.device.TestDevice;
import org.wardbeat.wire.ward.Admission;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Operation.BedVersion;
import org.wardbeat.wire.ward.Operator;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.Role;

/**
 * Who is admitted at one station lies in the bed at another, also after the bridge was killed and
 * started anew; of two who act at once one is told of the other.
 */
class PeopleIT {
  private static final String UNIT = "people";
  private static final Operator ANNE = new Operator("anne", Role.CHARGE_NURSE);
  private static final Operator BEN = new Operator("ben", Role.NURSE);
  private static final Patient NOOR = new Patient("MRN-1007", "Haddad", "Noor");
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @BeforeAll
  static void startToolkit() {
    StationScreen.startToolkit();
  }

  @Test
  void admissionIsSeenByAllOutlivesTheBridgeAndIsOverOnlyOnce() throws MqttException {
    try (LiveWard ward = LiveWard.start();
        HeadlessStation other = HeadlessStation.start(ward.bridge(), UNIT);
        StationScreen desk = StationScreen.open(ward.bridge(), List.of(UNIT), ANNE)) {
      TestDevice device = ward.device(UNIT);
      BedId bed = device.bed();
      awaitBed(other, bed, BedSnapshot::occupied, "whom the device names");
      device.nameNobody();
      awaitBed(other, bed, now -> !now.occupied(), "the empty bed");

      BedVersion seenByBoth = at(other, bed);
      admit(desk, device);
      awaitBed(other, bed, PeopleIT::isAdmitted, "the admission");
      assertThat(act(other, new Operation.Assign(List.of(seenByBoth), BEN.user())).status())
          .isEqualTo(ActResult.Status.CONFLICT);
      assertThat(act(other, new Operation.Assign(List.of(at(other, bed)), BEN.user())).status())
          .isEqualTo(ActResult.Status.DONE);

      assertThat(ward.bridgeProcess().said()).noneMatch(line -> line.contains("Haddad"));
      ward.replaceBridge();
      try (HeadlessStation later = HeadlessStation.start(ward.bridge(), UNIT)) {
        awaitBed(later, bed, PeopleIT::isAdmitted, "the admission after the restart");
        awaitBed(later, bed, now -> now.stay().nurse().equals(BEN.user()), "the nurse");
        discharge(later, bed);
        awaitBed(other, bed, now -> !now.occupied(), "the discharge");
        await("the bed is empty on the screen")
            .atMost(PATIENCE)
            .until(() -> desk.name(bed).equals("Empty"));
        assertThat(ward.bridgeProcess().said()).noneMatch(line -> line.contains("Haddad"));
      }
    }
  }

  private static void admit(StationScreen desk, TestDevice device) {
    device.raise("LOW_BATTERY", AlarmPriority.HIGH);
    await("the alarm is shown").atMost(PATIENCE).until(() -> !desk.header(device.bed()).isBlank());
    desk.press(KeyCode.F2, false);
    desk.press(KeyCode.P, true);
    await("the form is shown").atMost(PATIENCE).until(() -> desk.has("people-identifier"));
    desk.write("people-identifier", NOOR.identifier());
    desk.write("people-birth-date", "9.3.1951");
    desk.write("people-family-name", NOOR.familyName());
    desk.write("people-given-name", NOOR.givenName());
    desk.press(KeyCode.ENTER, true);
    await("the answer")
        .atMost(PATIENCE)
        .until(() -> desk.words("panel-message"), said -> said.startsWith("Admitted to 407"));
    await("the name").atMost(PATIENCE).until(() -> desk.name(device.bed()).startsWith("Haddad"));
  }

  private static void discharge(HeadlessStation station, BedId bed) {
    Operation discharge =
        new Operation.Discharge(at(station, bed), NOOR.identifier(), LocalDate.of(1951, 3, 9));
    assertThat(act(station, discharge).status()).isEqualTo(ActResult.Status.DONE);
    assertThat(act(station, discharge).status()).isEqualTo(ActResult.Status.CONFLICT);
  }

  private static ActResult act(HeadlessStation station, Operation operation) {
    return station.ward().act(BEN, operation).join();
  }

  private static BedVersion at(HeadlessStation station, BedId bed) {
    return new BedVersion(bed, station.bed(bed).orElseThrow().stay().version());
  }

  private static boolean isAdmitted(BedSnapshot bed) {
    Admission admission = bed.stay().admission();
    return bed.occupied()
        && !bed.check()
        && Objects.equals(bed.patient(), NOOR)
        && admission != null
        && admission.user().equals(ANNE.user());
  }

  private static void awaitBed(
      HeadlessStation station, BedId bed, Predicate<BedSnapshot> seen, String what) {
    await(what).atMost(PATIENCE).until(() -> station.bed(bed).filter(seen).isPresent());
  }
}

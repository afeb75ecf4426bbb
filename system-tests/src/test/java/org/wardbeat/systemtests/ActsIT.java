package org.wardbeat.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.input.KeyCode;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wardbeat.station.ward.ActResult;
import org.wardbeat.station.ward.AlarmHistory;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.station.ward.HistoryQuery;
import org.wardbeat.station.ward.LimitSetting;
import org.wardbeat.systemtests.device.TestDevice;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.Acknowledgement;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Inactivation;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Operator;
import org.wardbeat.wire.ward.Role;
import org.wardbeat.wire.ward.ScoreInput;
import org.wardbeat.wire.ward.ScoreParameter;
import org.wardbeat.wire.ward.VitalSign;

/**
 * What somebody does at one station by its keys and fields is seen at another, and is still so
 * after the bridge was killed and started anew.
 */
class ActsIT {
  private static final String UNIT = "acts";
  private static final String USER = "anne";
  private static final String CONDITION = "ASYSTOLE";
  private static final int HIGH = 199;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @BeforeAll
  static void startToolkit() {
    StationScreen.startToolkit();
  }

  @Test
  void whatANurseDoesIsSeenByAllAndOutlivesTheBridge() throws MqttException {
    try (LiveWard ward = LiveWard.start();
        HeadlessStation other = HeadlessStation.start(ward.bridge(), UNIT);
        StationScreen desk =
            StationScreen.open(
                ward.bridge(), List.of(UNIT), new Operator(USER, Role.CHARGE_NURSE))) {
      TestDevice device = ward.device(UNIT);
      BedId bed = device.bed();
      await("the bed is live").atMost(PATIENCE).until(() -> !desk.heartRate(bed).isBlank());

      acknowledge(desk, device);
      setLimit(desk);
      enterObservations(desk);
      pauseAlarms(desk);

      awaitAll(other, bed);
      ward.replaceBridge();
      try (HeadlessStation later = HeadlessStation.start(ward.bridge(), UNIT)) {
        awaitAll(later, bed);
      }
    }
  }

  @Test
  void ofTwoWhoSetStandbyAtOnceTheSecondIsToldOfTheFirst() throws MqttException {
    try (LiveWard ward = LiveWard.start();
        HeadlessStation other = HeadlessStation.start(ward.bridge(), UNIT);
        StationScreen desk =
            StationScreen.open(
                ward.bridge(), List.of(UNIT), new Operator(USER, Role.CHARGE_NURSE))) {
      TestDevice device = ward.device(UNIT);
      BedId bed = device.bed();
      await("the bed is live").atMost(PATIENCE).until(() -> !desk.heartRate(bed).isBlank());
      acknowledge(desk, device);
      desk.press(KeyCode.F8, false);
      await("the pauses are shown").atMost(PATIENCE).until(() -> desk.has("pause-reason-0"));
      desk.fire("pause-reason-0");

      Operation first =
          new Operation.Inactivate(bed.unit(), bed.bed(), Inactivation.STANDBY, 0, 900, "theatre");
      Operator ben = new Operator("ben", Role.CHARGE_NURSE);
      assertThat(other.ward().act(ben, first).join().status()).isEqualTo(ActResult.Status.DONE);
      await("the first is shown").atMost(PATIENCE).until(() -> desk.has("held-0"));
      desk.press(KeyCode.ENTER, true);
      awaitMessage(desk, "panel-message", "Not done: ben set standby of 407 meanwhile");
      desk.press(KeyCode.ENTER, true);
      awaitMessage(desk, "panel-message", "Done: standby of 407 for 30 min");
    }
  }

  private static void acknowledge(StationScreen desk, TestDevice device) {
    device.raise(CONDITION, AlarmPriority.HIGH);
    await("the alarm is shown")
        .atMost(PATIENCE)
        .until(() -> desk.header(device.bed()).contains(CONDITION));
    desk.press(KeyCode.F2, false);
    desk.press(KeyCode.F3, false);
    awaitMessage(desk, "acknowledge-message", "Acknowledged");
  }

  private static void setLimit(StationScreen desk) {
    desk.press(KeyCode.F6, false);
    await("the limits are shown").atMost(PATIENCE).until(() -> desk.has("limit-hr-high"));
    desk.write("limit-hr-high", String.valueOf(HIGH));
    desk.write("limit-hr-extreme-high", "");
    desk.write("limits-reason", "usual for her");
    desk.press(KeyCode.ENTER, true);
    awaitMessage(desk, "panel-message", "Set. The bridge has confirmed");
  }

  private static void enterObservations(StationScreen desk) {
    desk.press(KeyCode.F9, false);
    await("the inputs are shown").atMost(PATIENCE).until(() -> desk.has("news2-acvpu-0"));
    desk.fire("news2-acvpu-0");
    desk.press(KeyCode.ENTER, true);
    awaitMessage(desk, "panel-message", "Entered. The bridge has confirmed");
  }

  private static void pauseAlarms(StationScreen desk) {
    desk.press(KeyCode.F8, false);
    await("the pauses are shown").atMost(PATIENCE).until(() -> desk.has("pause-kind-1"));
    desk.fire("pause-kind-1");
    desk.fire("pause-time-3");
    desk.fire("pause-reason-0");
    desk.press(KeyCode.ENTER, true);
    awaitMessage(desk, "panel-message", "Done: alarm pause of 407 for 15 min");
  }

  private static void awaitMessage(StationScreen desk, String id, String words) {
    await(words).atMost(PATIENCE).until(() -> desk.words(id), said -> said.startsWith(words));
  }

  private static void awaitAll(HeadlessStation station, BedId bed) {
    awaitBed(station, bed, ActsIT::hasLimit, "the limit");
    awaitBed(station, bed, ActsIT::hasObservation, "the observation");
    await("the pause")
        .atMost(PATIENCE)
        .until(
            () ->
                station.ward().snapshot().heldBack().stream()
                    .anyMatch(
                        held ->
                            held.kind() == Inactivation.ALARM_PAUSED
                                && held.active()
                                && held.bed().equals(bed.bed())
                                && held.user().equals(USER)));
    await("the acknowledgement")
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(acknowledgements(station, bed)).contains(USER));
  }

  private static void awaitBed(
      HeadlessStation station, BedId bed, Predicate<BedSnapshot> seen, String what) {
    await(what).atMost(PATIENCE).until(() -> station.bed(bed).filter(seen).isPresent());
  }

  private static boolean hasLimit(BedSnapshot bed) {
    LimitSetting limits = bed.watch().limits();
    return limits != null
        && limits.user().equals(USER)
        && limits.reason().equals("usual for her")
        && limits.limits().limits().stream()
            .anyMatch(
                limit ->
                    limit.sign() == VitalSign.HR && Integer.valueOf(HIGH).equals(limit.high()));
  }

  private static boolean hasObservation(BedSnapshot bed) {
    return bed.watch().scores().stream()
        .flatMap(score -> score.inputs().stream())
        .anyMatch(
            input ->
                input.parameter() == ScoreParameter.ACVPU
                    && input.state() == ScoreInput.State.VALID
                    && input.user().equals(USER));
  }

  private static List<String> acknowledgements(HeadlessStation station, BedId bed) {
    HistoryQuery all = new HistoryQuery(bed.unit(), bed.bed(), 0, Long.MAX_VALUE / 2, 100);
    AlarmHistory history = station.ward().history(all).join();
    return history.records().stream()
        .map(Frame.AlarmRecord::alarm)
        .filter(alarm -> alarm.condition().equals(CONDITION))
        .map(alarm -> user(alarm.acknowledgement()))
        .toList();
  }

  private static String user(@Nullable Acknowledgement by) {
    return by == null ? "" : by.user();
  }
}

package org.wardbeat.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.wardbeat.systemtests.account.LightClient;
import org.wardbeat.systemtests.device.TestDevice;
import org.wardbeat.systemtests.network.FaultProxy;
import org.wardbeat.systemtests.process.Child;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.frame.Frame.Outcome;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmLimits;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Inactivation;
import org.wardbeat.wire.ward.Limit;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Operator;
import org.wardbeat.wire.ward.PatientCategory;
import org.wardbeat.wire.ward.Role;
import org.wardbeat.wire.ward.VitalSign;

/**
 * The hazards of {@code docs/safety/HAZARDS.md} that show only over the whole path, each by a test
 * of its name.
 */
class HazardsIT {
  private static final Operator NURSE = new Operator("anne", Role.CHARGE_NURSE);
  private static final Operator TECHNICIAN = new Operator("tom", Role.TECHNICIAN);
  private static final String NO_DATA = "NO_DATA";
  private static final String FAST = "HR_HIGH";
  private static final int SOON_SECONDS = 4;

  /** What a timer takes, and what a loaded machine adds. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static LiveWard ward;

  @BeforeAll
  static void start() {
    ward = LiveWard.start();
  }

  @AfterAll
  static void end() {
    ward.close();
  }

  @ConcurrentTest
  void staleShownAsLive() throws IOException, MqttException {
    TestDevice device = ward.device("stale");
    try (LightClient client = LightClient.ofUnit(ward.bridge(), "stale").connect()) {
      awaitReadings(client, device.bed());
      device.setSilent(true);

      awaitAlarm(client, device.bed(), NO_DATA, is(AlarmPriority.MEDIUM));
      int updates = updates(client, device.bed());
      awaitAlarm(client, device.bed(), NO_DATA, is(AlarmPriority.HIGH));
      assertThat(updates(client, device.bed())).as("nothing newer is shown").isEqualTo(updates);

      device.setSilent(false);
      awaitNoneShown(client, device.bed(), NO_DATA);
    }
  }

  @ConcurrentTest
  void lastWillTooSlow() throws IOException, MqttException {
    BedId bed = new BedId("will", "1");
    try (FaultProxy network = FaultProxy.to(ward.brokerPort());
        TestDevice device = TestDevice.startCounting(bed, network.port());
        LightClient client = LightClient.ofUnit(ward.bridge(), "will").connect()) {
      awaitReadings(client, device.bed());
      network.dropSilently();

      awaitAlarm(client, bed, NO_DATA, Alarm::active);
      assertThat(client.ledger().told(bed))
          .as("the broker's last will is yet to come")
          .noneMatch(alarm -> alarm.condition().equals("DEVICE_OFF"));
    }
  }

  @ConcurrentTest
  void alarmsNotRaisedAgainAfterReconnect() throws IOException, MqttException {
    TestDevice device = TestDevice.start(new BedId("again", "1"), ward.brokerPort());
    try (device;
        LightClient client = LightClient.ofUnit(ward.bridge(), "again").connect()) {
      awaitReadings(client, device.bed());
      limitHeartRate(client, device.bed(), TestDevice.HEART_RATE - 1);
      Alarm first = awaitAlarm(client, device.bed(), FAST, Alarm::active);

      device.setSilent(true);
      awaitAlarm(client, device.bed(), NO_DATA, Alarm::active);
      awaitNoneShown(client, device.bed(), FAST);
      device.setSilent(false);

      awaitAlarm(
          client,
          device.bed(),
          FAST,
          alarm -> alarm.active() && alarm.onsetMicros() > first.onsetMicros());
    }
  }

  private static void limitHeartRate(LightClient client, BedId bed, int high) throws IOException {
    Frame.BedLimits known =
        await("limits")
            .atMost(PATIENCE)
            .until(() -> client.ledger().limits(bed), Optional::isPresent)
            .orElseThrow();
    AlarmLimits limits =
        new AlarmLimits(
            PatientCategory.ADULT, List.of(new Limit(VitalSign.HR, true, null, high, null, null)));
    assertThat(act(client, NURSE, new Operation.SetLimits(bed, known.version(), limits, "test")))
        .isEqualTo(Outcome.DONE);
  }

  @ConcurrentTest
  void wrongPatientInABed() throws IOException, MqttException {
    TestDevice device = ward.device("swap");
    try (LightClient client = LightClient.ofUnit(ward.bridge(), "swap").connect()) {
      awaitReadings(client, device.bed());
      device.raise("FORMER", AlarmPriority.MEDIUM);
      awaitAlarm(client, device.bed(), "FORMER", Alarm::active);

      device.publishRaw(
          "birth",
          """
          {"birth":%d,"time":"%s","patient":{"id":"OTHER"},"channels":[]}
          """
              .formatted(device.birth() + 1_000, Instant.now().truncatedTo(ChronoUnit.MILLIS))
              .getBytes(StandardCharsets.UTF_8));

      awaitNoneShown(client, device.bed(), "FORMER");
      await("the former's values are gone")
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(client.ledger().account(device.bed()).orElseThrow().readings())
                      .isEmpty());
    }
  }

  @ConcurrentTest
  void forgottenPause() throws IOException, MqttException {
    try (LiveWard own = LiveWard.start();
        LightClient client = LightClient.ofUnit(own.bridge(), "pause").connect()) {
      TestDevice device = own.device("pause");
      awaitReadings(client, device.bed());
      BedId bed = device.bed();
      assertThat(
              act(
                  client,
                  NURSE,
                  new Operation.Inactivate(
                      bed.unit(), bed.bed(), Inactivation.ALARM_PAUSED, 0, SOON_SECONDS, "test")))
          .isEqualTo(Outcome.DONE);
      await("the pause is told").atMost(PATIENCE).until(() -> isPaused(client));

      own.replaceBridge();
      await("the session ends").atMost(PATIENCE).until(() -> !client.isConnected());
      client.connect().awaitSnapshot();

      await("the pause ends by itself").atMost(PATIENCE).until(() -> !isPaused(client));
      device.raise("AFTER", AlarmPriority.HIGH);
      awaitAlarm(client, bed, "AFTER", Alarm::active);
    }
  }

  private static boolean isPaused(LightClient client) {
    return client.ledger().heldBack().stream()
        .anyMatch(held -> held.kind() == Inactivation.ALARM_PAUSED);
  }

  @ConcurrentTest
  void remoteSilencing() throws IOException, MqttException {
    TestDevice device = ward.device("silence");
    try (LightClient client = LightClient.ofUnit(ward.bridge(), "silence").connect()) {
      awaitReadings(client, device.bed());
      device.raise("ASYSTOLE", AlarmPriority.HIGH);
      Alarm alarm = awaitAlarm(client, device.bed(), "ASYSTOLE", Alarm::active);
      Operation.Acknowledge right =
          new Operation.Acknowledge(device.bed(), "ASYSTOLE", alarm.onsetDeviceMicros());
      Operation.Acknowledge forged =
          new Operation.Acknowledge(device.bed(), "ASYSTOLE", alarm.onsetDeviceMicros() - 1);

      assertThat(act(client, TECHNICIAN, right)).isEqualTo(Outcome.REFUSED);
      assertThat(act(client, NURSE, forged)).isEqualTo(Outcome.REFUSED);
      assertThat(shown(client, device.bed(), "ASYSTOLE").orElseThrow().acknowledged()).isFalse();
    }
  }

  @ConcurrentTest
  void blindPeriodAtARestart() throws IOException, MqttException {
    try (LiveWard own = LiveWard.start();
        LightClient client = LightClient.ofUnit(own.bridge(), "restart").connect()) {
      TestDevice device = own.device("restart");
      awaitReadings(client, device.bed());
      device.raise("ASYSTOLE", AlarmPriority.HIGH);
      Alarm alarm = awaitAlarm(client, device.bed(), "ASYSTOLE", Alarm::active);
      Operation seen =
          new Operation.Acknowledge(device.bed(), "ASYSTOLE", alarm.onsetDeviceMicros());
      assertThat(act(client, NURSE, seen)).isEqualTo(Outcome.DONE);

      own.replaceBridge();
      try (LightClient other = LightClient.ofUnit(own.bridge(), "restart").connect()) {
        Alarm again = awaitAlarm(other, device.bed(), "ASYSTOLE", Alarm::active);
        assertThat(again.onsetDeviceMicros()).isEqualTo(alarm.onsetDeviceMicros());
        assertThat(again.acknowledged()).isTrue();
      }
    }
  }

  private static Outcome act(LightClient client, Operator operator, Operation operation)
      throws IOException {
    try {
      return client
          .act(operator, operation)
          .get(Child.PATIENCE.toSeconds(), TimeUnit.SECONDS)
          .outcome();
    } catch (ExecutionException | TimeoutException | InterruptedException e) {
      throw new AssertionError("no answer to " + operation, e);
    }
  }

  private static Predicate<Alarm> is(AlarmPriority priority) {
    return alarm -> alarm.active() && alarm.priority() == priority;
  }

  private static Alarm awaitAlarm(
      LightClient client, BedId bed, String condition, Predicate<Alarm> wanted) {
    return await("%s of %s".formatted(condition, bed))
        .atMost(PATIENCE)
        .until(() -> shown(client, bed, condition).filter(wanted), Optional::isPresent)
        .orElseThrow();
  }

  private static void awaitNoneShown(LightClient client, BedId bed, String condition) {
    await("no %s of %s".formatted(condition, bed))
        .atMost(PATIENCE)
        .until(() -> shown(client, bed, condition).isEmpty());
  }

  private static Optional<Alarm> shown(LightClient client, BedId bed, String condition) {
    return client.ledger().shown().stream()
        .filter(shown -> shown.bed().equals(bed))
        .map(Frame.AlarmRecord::alarm)
        .filter(alarm -> alarm.condition().equals(condition))
        .findFirst();
  }

  private static void awaitReadings(LightClient client, BedId bed) {
    await("vital signs of " + bed).atMost(PATIENCE).until(() -> updates(client, bed) > 0);
  }

  private static int updates(LightClient client, BedId bed) {
    return client.ledger().account(bed).map(account -> account.updates().size()).orElse(0);
  }
}

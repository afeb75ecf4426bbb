package org.wardbeat.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.wardbeat.systemtests.account.Accounting;
import org.wardbeat.systemtests.account.BedAccount;
import org.wardbeat.systemtests.account.BedAccount.Wave;
import org.wardbeat.systemtests.account.LightClient;
import org.wardbeat.systemtests.device.TestDevice;
import org.wardbeat.systemtests.network.FaultProxy;
import org.wardbeat.systemtests.process.Child;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.frame.Frame.Lane;
import org.wardbeat.wire.frame.Frame.Selection;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.VitalSign;

/** A station comes back under each circumstance there is, and is given all and nothing twice. */
class ResumeIT {
  private static final long LITTLE = 20_000;
  private static final int LITTLE_BUFFER = 4_096;

  /** The first byte of that frame. */
  private static final int NUMERICS_DELTA = 0x19;

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
  void beforeTheFirstData() throws IOException, MqttException {
    try (LightClient client = LightClient.ofUnit(ward.bridge(), "first").connect()) {
      client.awaitSnapshot().drop();
      TestDevice device = ward.device("first");
      awaitPublished(device, 2);
      device.raise("ASYSTOLE", AlarmPriority.HIGH);
      client.connect().awaitSnapshot();

      BedAccount account = Accounting.of(device, client.ledger()).verifyComplete();
      assertThat(account.wave(0).runs().getFirst().from()).isZero();
    }
  }

  @ConcurrentTest
  void afterADay() throws IOException, MqttException {
    try (LiveWard own = LiveWard.start();
        LightClient client = LightClient.ofUnit(own.bridge(), "day").connect()) {
      TestDevice device = own.device("day");
      device.raise("BEFORE", AlarmPriority.MEDIUM);
      Accounting.of(device, client.ledger()).verify();
      client.drop();
      long had = client.ledger().account(device.bed()).orElseThrow().wave(0).end();

      device.skip(Duration.ofDays(1));
      device.raise("MEANWHILE", AlarmPriority.HIGH);
      own.replaceBridge();
      makeOlder(client, Duration.ofDays(1));
      client.connect().awaitSnapshot();

      BedAccount account = Accounting.of(device, client.ledger()).verify();
      Wave ecg = account.wave(0);
      assertThat(ecg.missing())
          .isGreaterThan(Duration.ofDays(1).toSeconds() * TestDevice.ECG_HZ - had);
      assertThat(ecg.resent()).isZero();
    }
  }

  private static void makeOlder(LightClient client, Duration time) {
    Frame.AlarmPosition position = client.ledger().alarmPosition();
    if (position == null) {
      throw new AssertionError("no alarm position");
    }
    client
        .ledger()
        .setAlarmPosition(
            new Frame.AlarmPosition(
                position.instance(),
                position.sequence(),
                position.micros() - time.toNanos() / 1_000));
  }

  @ConcurrentTest
  void twiceInARow() throws IOException, MqttException {
    TestDevice device = ward.device("twice");
    try (LightClient client = LightClient.ofUnit(ward.bridge(), "twice").connect()) {
      device.raise("ASYSTOLE", AlarmPriority.HIGH);
      Accounting.of(device, client.ledger()).verify();
      client.drop();
      device.end("ASYSTOLE", AlarmPriority.HIGH);
      client.connect().drop();
      device.raise("BRADY", AlarmPriority.MEDIUM);
      client.connect().awaitSnapshot();

      Accounting.of(device, client.ledger()).verifyComplete();
    }
  }

  @ConcurrentTest
  void afterARestart() throws IOException, MqttException {
    try (LiveWard own = LiveWard.start();
        LightClient client = LightClient.ofUnit(own.bridge(), "restart").connect()) {
      TestDevice device = own.device("restart");
      device.raise("ASYSTOLE", AlarmPriority.HIGH);
      Accounting.of(device, client.ledger()).verify();

      own.replaceBridge();
      await("the end of the session").atMost(Child.PATIENCE).until(() -> !client.isConnected());
      client.connect().awaitSnapshot();
      device.end("ASYSTOLE", AlarmPriority.HIGH);

      BedAccount account = Accounting.of(device, client.ledger()).verify();
      assertThat(account.wave(0).missing()).isPositive();
      assertThat(account.wave(0).resent()).isZero();
    }
  }

  @ConcurrentTest
  void whileConflated() throws IOException, MqttException {
    TestDevice device = ward.loudDevice("conflated", "1");
    TestDevice other = ward.loudDevice("conflated", "2");
    try (FaultProxy network = FaultProxy.to(ward.bridge());
        LightClient client = LightClient.ofUnit(network.uri(ward.bridge()), "conflated")) {
      network.bufferLittle(LITTLE_BUFFER);
      network.throttle(LITTLE / 4);
      client.withReceiveBuffer(LITTLE_BUFFER).connect();
      await("the session is conflated")
          .atMost(Child.PATIENCE)
          .until(() -> client.heartbeat().map(Frame.Heartbeat::conflating).orElse(false));
      device.raise("ASYSTOLE", AlarmPriority.HIGH);
      client.drop();
      network.heal();
      client.connect().awaitSnapshot();

      Accounting.of(other, client.ledger()).verify();
      BedAccount account = Accounting.of(device, client.ledger()).verify();
      assertThat(account.channels().values())
          .allSatisfy(wave -> assertThat(wave.resent()).isZero());
    }
  }

  @ConcurrentTest
  void withFewerPermissions() throws IOException, MqttException {
    TestDevice kept = ward.device("fewer", "1");
    TestDevice lost = ward.device("fewer", "2");
    try (LightClient client = LightClient.ofUnit(ward.bridge(), "fewer").connect()) {
      Accounting.of(kept, client.ledger()).verify();
      Accounting.of(lost, client.ledger()).verify();
      assertThat(client.ledger().lanesInSession()).contains(Lane.WAVEFORMS, Lane.NAMES);
      client.drop();

      Selection fewer =
          new Selection("fewer", "1", Set.of(Lane.NUMERICS, Lane.ALARMS), Set.of(VitalSign.HR), 0);
      client.select(List.of(fewer)).connect().awaitSnapshot();
      lost.raise("ASYSTOLE", AlarmPriority.HIGH);
      kept.raise("BRADY", AlarmPriority.LOW);

      BedAccount account =
          Accounting.of(kept, client.ledger(), Lane.NUMERICS, Lane.ALARMS).verify();
      assertThat(account.readings()).containsOnlyKeys(VitalSign.HR);
      assertThat(client.ledger().introduced()).containsExactly(kept.bed());
      assertThat(client.ledger().lanesInSession())
          .containsExactlyInAnyOrder(Lane.NUMERICS, Lane.ALARMS);
    }
  }

  @ConcurrentTest
  void aDeltaAgainstTheWrongBase() throws MqttException {
    TestDevice device = ward.device("base");
    try (FaultProxy network = FaultProxy.to(ward.bridge());
        HeadlessStation station = HeadlessStation.start(network.uri(ward.bridge()), "base")) {
      Accounting.of(device, station.ledger()).verify();
      int snapshots = station.ledger().snapshots();

      network.loseNext(NUMERICS_DELTA);
      await("a delta is lost").atMost(Child.PATIENCE).until(network::hasLost);
      device.raise("ASYSTOLE", AlarmPriority.HIGH);
      await("another snapshot")
          .atMost(Child.PATIENCE)
          .until(() -> station.ledger().snapshots() > snapshots);

      Accounting.of(device, station.ledger()).verifyComplete();
    }
  }

  private static void awaitPublished(TestDevice device, int seconds) {
    await("%d s were published".formatted(seconds))
        .atMost(Child.PATIENCE)
        .until(() -> device.journal().end(device.birth(), 0) >= (long) seconds * TestDevice.ECG_HZ);
  }
}

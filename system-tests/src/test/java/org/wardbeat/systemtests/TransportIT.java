package org.wardbeat.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.wardbeat.station.ward.TransportKind;
import org.wardbeat.systemtests.account.Accounting;
import org.wardbeat.systemtests.account.BedAccount;
import org.wardbeat.systemtests.account.BedAccount.Wave;
import org.wardbeat.systemtests.device.TestDevice;
import org.wardbeat.systemtests.network.FaultProxy;
import org.wardbeat.systemtests.network.FaultProxy.Cut;
import org.wardbeat.systemtests.network.Nginx;
import org.wardbeat.systemtests.network.Nginx.Setup;
import org.wardbeat.systemtests.process.Child;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.frame.Frame.Lane;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.LinkState;

/**
 * Networks that fail between a station and its bridge. Whatever happens, at the end each sample was
 * delivered or announced as missing, no number was older than stated, and each alarm came once.
 */
class TransportIT {
  private static final Duration STALLED = Duration.ofSeconds(3);

  /** For a machine on which other tests run. */
  private static final Duration SLACK = Duration.ofMillis(500);

  /** Longer than the bridge keeps samples: {@code -Dwardbeat.transport.sleep=PT10M} in full. */
  private static final Duration SLEEP =
      Duration.parse(System.getProperty("wardbeat.transport.sleep", "PT80S"));

  private static final Duration BRIDGE_KEEPS = Duration.ofSeconds(60);

  /** A station looks for a better transport that often. */
  private static final Duration CLIMB = Duration.ofSeconds(60);

  private static LiveWard ward;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    ward = LiveWard.start();
  }

  @AfterAll
  static void end() {
    ward.close();
  }

  @ConcurrentTest
  void upgradeHeaderStripped() throws MqttException {
    TestDevice device = ward.device("stripped");
    try (Nginx nginx = Nginx.start(folder, Setup.STRIPS_UPGRADE, ward.bridge().getPort());
        FaultProxy network = FaultProxy.to(nginx.port());
        HeadlessStation station = HeadlessStation.start(network.uri(ward.bridge()), "stripped")) {
      awaitLive(station, TransportKind.HTTP_STREAM);
      assertThat(station.link().state()).isEqualTo(LinkState.DEGRADED);
      device.raise("ASYSTOLE", AlarmPriority.HIGH);
      Accounting.of(device, station.ledger()).verifyComplete();

      network.cut(Cut.RST);
      device.end("ASYSTOLE", AlarmPriority.HIGH);
      awaitSessions(station, 2);
      awaitLive(station, TransportKind.HTTP_STREAM);
      Accounting.of(device, station.ledger()).verifyComplete();
    }
  }

  @ConcurrentTest
  void switchingProtocolsAndThenSilence() throws MqttException {
    TestDevice device = ward.device("silence");
    try (FaultProxy network = FaultProxy.to(ward.bridge())) {
      network.muteUpgrades();
      try (HeadlessStation station = HeadlessStation.start(network.uri(ward.bridge()), "silence")) {
        awaitLive(station, TransportKind.HTTP_STREAM);
        device.raise("ASYSTOLE", AlarmPriority.HIGH);
        Accounting.of(device, station.ledger()).verifyComplete();
      }
    }
  }

  @ConcurrentTest
  void proxyThatBuffersTheHttpStreamWhole() throws MqttException {
    TestDevice device = ward.device("buffered");
    try (Nginx nginx = Nginx.start(folder, Setup.BUFFERS, ward.bridge().getPort());
        FaultProxy network = FaultProxy.to(nginx.port());
        HeadlessStation station = HeadlessStation.start(network.uri(ward.bridge()), "buffered")) {
      awaitLive(station, TransportKind.LONG_POLL);
      assertThat(station.link().state()).isEqualTo(LinkState.DEGRADED);
      device.raise("ASYSTOLE", AlarmPriority.HIGH);
      verifyWithoutWaves(device, station);

      network.cut(Cut.RST);
      device.end("ASYSTOLE", AlarmPriority.HIGH);
      verifyWithoutWaves(device, station);
    }
  }

  @ConcurrentTest
  void proxyThatAnswersPingsButStallsData() throws MqttException {
    TestDevice device = ward.device("pings");
    try (FaultProxy network = FaultProxy.to(ward.bridge());
        HeadlessStation station = HeadlessStation.start(network.uri(ward.bridge()), "pings")) {
      awaitVerified(device, station);

      network.holdMessages();
      awaitState(station, LinkState.STALLED, STALLED);
      device.raise("ASYSTOLE", AlarmPriority.HIGH);
      awaitSessionGivenUp(network, station);
      network.heal();

      awaitLive(station);
      Accounting.of(device, station.ledger()).verifyComplete();
    }
  }

  @ConcurrentTest
  void silentPacketDrop() throws MqttException {
    TestDevice device = ward.device("drop");
    try (FaultProxy network = FaultProxy.to(ward.bridge());
        HeadlessStation station = HeadlessStation.start(network.uri(ward.bridge()), "drop")) {
      awaitVerified(device, station);

      network.dropSilently();
      awaitState(station, LinkState.STALLED, STALLED);
      device.raise("ASYSTOLE", AlarmPriority.HIGH);
      awaitSessionGivenUp(network, station);
      device.end("ASYSTOLE", AlarmPriority.HIGH);
      network.heal();

      awaitLive(station);
      Accounting.of(device, station.ledger()).verifyComplete();
    }
  }

  @ConcurrentTest
  void addressChangeMidStream() throws MqttException {
    TestDevice device = ward.device("address");
    try (FaultProxy network = FaultProxy.to(ward.bridge());
        HeadlessStation station = HeadlessStation.start(network.uri(ward.bridge()), "address")) {
      awaitVerified(device, station);

      network.strand();
      device.raise("ASYSTOLE", AlarmPriority.HIGH);
      awaitSessions(station, 2);
      awaitLive(station);

      Accounting.of(device, station.ledger()).verifyComplete();
      await("the hanging connection is let go")
          .atMost(Child.PATIENCE)
          .until(() -> network.open() == 1);
    }
  }

  @ConcurrentTest
  void closeHandshakeHangsOnADeadSocket() throws MqttException {
    TestDevice device = ward.device("close");
    try (FaultProxy network = FaultProxy.to(ward.bridge())) {
      HeadlessStation station = HeadlessStation.start(network.uri(ward.bridge()), "close");
      try (station) {
        awaitVerified(device, station);
        for (int session = 2; session <= 3; session++) {
          network.strand();
          awaitSessions(station, session);
          awaitLive(station);
        }
        Accounting.of(device, station.ledger()).verifyComplete();
        await("the hanging connections are let go")
            .atMost(Child.PATIENCE)
            .until(() -> network.open() == 1);
        network.strand();
      }
      await("the last one too").atMost(Child.PATIENCE).until(() -> network.open() == 0);
    }
  }

  @ConcurrentTest
  void sleepOfTenSeconds() throws MqttException {
    sleep("nap", Duration.ofSeconds(10), Accounting::verifyComplete);
  }

  @ConcurrentTest
  void sleepOfTenMinutes() throws MqttException {
    BedAccount account = sleep("night", SLEEP, Accounting::verify);

    long lost = SLEEP.minus(BRIDGE_KEEPS).toSeconds() * TestDevice.ECG_HZ;
    Wave ecg = account.wave(0);
    assertThat(ecg.missing()).isEqualTo(ecg.missing(Frame.GapReason.RETENTION));
    assertThat(ecg.missing()).isBetween(lost / 2, lost + lost / 2);
    assertThat(ecg.resent()).isZero();
  }

  private static BedAccount sleep(
      String unit, Duration time, Function<Accounting, BedAccount> check) throws MqttException {
    TestDevice device = ward.device(unit);
    try (FaultProxy network = FaultProxy.to(ward.bridge());
        SleepingStation station = SleepingStation.start(network.uri(ward.bridge()), device.bed())) {
      Accounting.of(device, station).verify();

      station.sleep();
      network.strand();
      device.raise("ASYSTOLE", AlarmPriority.HIGH);
      awaitPublished(device, time);
      device.end("ASYSTOLE", AlarmPriority.HIGH);
      station.wake();

      return check.apply(Accounting.of(device, station));
    }
  }

  private static void awaitPublished(TestDevice device, Duration time) {
    long end = device.journal().end(device.birth(), 0) + time.toSeconds() * TestDevice.ECG_HZ;
    await("as much was published as in " + time)
        .pollInterval(Duration.ofMillis(200))
        .atMost(time.plus(Child.PATIENCE))
        .until(() -> device.journal().end(device.birth(), 0) >= end);
  }

  @ConcurrentTest
  void probeAndConnectRaceIntoTwoLiveTransports() throws MqttException {
    TestDevice device = ward.device("race");
    try (FaultProxy network = FaultProxy.to(ward.bridge())) {
      network.muteUpgrades();
      try (HeadlessStation station = HeadlessStation.start(network.uri(ward.bridge()), "race")) {
        awaitLive(station, TransportKind.HTTP_STREAM);
        await("the mute connection is given up")
            .atMost(Child.PATIENCE)
            .until(() -> network.upgraded() == 0);
        network.heal();
        await("a probe")
            .pollInterval(Duration.ofMillis(1))
            .atMost(CLIMB.plus(Child.PATIENCE))
            .until(() -> network.upgraded() == 1);
        network.cutPlainHttp();
        device.raise("ASYSTOLE", AlarmPriority.HIGH);

        await("one live transport")
            .atMost(Child.PATIENCE)
            .untilAsserted(
                () -> {
                  assertThat(station.link().transport()).isEqualTo(TransportKind.WEB_SOCKET);
                  assertThat(station.link().state()).isEqualTo(LinkState.STREAMING);
                  assertThat(ward.sessions(station.name())).isOne();
                });
        Accounting.of(device, station.ledger()).verifyComplete();
      }
    }
  }

  private static void awaitVerified(TestDevice device, HeadlessStation station) {
    awaitLive(station);
    assertThat(Accounting.of(device, station.ledger()).verify().channels()).isNotEmpty();
  }

  private static void awaitLive(HeadlessStation station, TransportKind transport) {
    awaitLive(station);
    assertThat(station.link().transport()).isEqualTo(transport);
  }

  private static void awaitLive(HeadlessStation station) {
    await("the station is live")
        .atMost(Child.PATIENCE)
        .until(
            () -> station.link().state(),
            state -> state == LinkState.STREAMING || state == LinkState.DEGRADED);
  }

  private static void awaitState(HeadlessStation station, LinkState state, Duration within) {
    await("the link is " + state)
        .pollInterval(Duration.ofMillis(10))
        .atMost(within.plus(SLACK))
        .until(() -> station.link().state() == state);
  }

  private static void awaitSessions(HeadlessStation station, int sessions) {
    await("session " + sessions)
        .atMost(Child.PATIENCE)
        .until(() -> station.ledger().sessions() >= sessions);
  }

  /** The station tries anew. */
  private static void awaitSessionGivenUp(FaultProxy network, HeadlessStation station) {
    await("a new attempt").atMost(Child.PATIENCE).until(() -> network.accepted() >= 2);
    assertThat(station.link().state()).isNotIn(LinkState.STREAMING, LinkState.DEGRADED);
  }

  private static void verifyWithoutWaves(TestDevice device, HeadlessStation station) {
    Accounting.of(device, station.ledger(), Lane.NUMERICS, Lane.ALARMS).verify();
  }
}

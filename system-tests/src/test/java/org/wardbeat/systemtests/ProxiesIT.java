package org.wardbeat.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.wardbeat.station.link.NetworkOptions;
import org.wardbeat.station.link.NetworkOptions.Credentials;
import org.wardbeat.station.ward.TransportKind;
import org.wardbeat.systemtests.account.Accounting;
import org.wardbeat.systemtests.device.TestDevice;
import org.wardbeat.systemtests.network.Certificates;
import org.wardbeat.systemtests.network.FaultProxy;
import org.wardbeat.systemtests.network.FaultProxy.Cut;
import org.wardbeat.systemtests.network.HaProxy;
import org.wardbeat.systemtests.network.Nginx;
import org.wardbeat.systemtests.network.Nginx.Setup;
import org.wardbeat.systemtests.network.Squid;
import org.wardbeat.systemtests.process.Child;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.LinkState;

/** Real proxies between a station and its bridge, set up as hospitals set them up. */
class ProxiesIT {
  /** More than twice as long as the proxies let anything be idle. */
  private static final Duration LONGER_THAN_IDLE = Duration.ofSeconds(12);

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
  void throughNginxAsItsDocumentationSays() throws MqttException {
    try (Nginx nginx = Nginx.start(folder, Setup.CORRECT, ward.bridge().getPort())) {
      assertCarries(nginx.port(), "nginx", TransportKind.WEB_SOCKET);
    }
  }

  @ConcurrentTest
  void throughNginxThatClosesWhatIsIdleForFiveSeconds() throws MqttException {
    try (Nginx nginx = Nginx.start(folder, Setup.IDLE_TIMEOUT, ward.bridge().getPort())) {
      assertCarries(nginx.port(), "nginx idle", TransportKind.WEB_SOCKET);
    }
  }

  @ConcurrentTest
  void throughHaProxyThatClosesWhatIsIdleForFiveSeconds() throws MqttException {
    try (HaProxy haproxy = HaProxy.start(folder, ward.bridge().getPort())) {
      assertCarries(haproxy.port(), "haproxy", TransportKind.WEB_SOCKET);
    }
  }

  @ConcurrentTest
  void overHttpThroughHaProxyThatWaitsForWholeRequests() throws MqttException {
    try (HaProxy haproxy = HaProxy.start(folder, ward.bridge().getPort());
        FaultProxy network = FaultProxy.to(haproxy.port())) {
      network.muteUpgrades();
      assertCarries(network.port(), "haproxy http", TransportKind.HTTP_STREAM);
    }
  }

  /** Nothing is lost, and over a time in which what is idle is closed the session lasts. */
  private void assertCarries(int port, String unit, TransportKind transport) throws MqttException {
    TestDevice device = ward.device(unit);
    try (FaultProxy network = FaultProxy.to(port);
        HeadlessStation station = HeadlessStation.start(network.uri(ward.bridge()), unit)) {
      assertLasts(device, station, transport);

      network.cut(Cut.FIN);
      device.end("ASYSTOLE", AlarmPriority.HIGH);
      Accounting.of(device, station.ledger()).verifyComplete();
    }
  }

  private static void assertLasts(
      TestDevice device, HeadlessStation station, TransportKind transport) {
    Accounting.of(device, station.ledger()).verify();
    int sessions = station.ledger().sessions();
    device.raise("ASYSTOLE", AlarmPriority.HIGH);
    long end =
        device.journal().end(device.birth(), 0) + LONGER_THAN_IDLE.toSeconds() * TestDevice.ECG_HZ;
    await("longer than what is idle lasts")
        .atMost(LONGER_THAN_IDLE.plus(Child.PATIENCE))
        .until(() -> device.journal().end(device.birth(), 0) >= end);
    Accounting.of(device, station.ledger()).verifyComplete();
    assertThat(station.ledger().sessions()).isEqualTo(sessions);
    assertThat(station.link().transport()).isEqualTo(transport);
  }

  @ConcurrentTest
  void throughSquidThatWantsConnectAndAPassword() throws IOException, MqttException {
    TestDevice device = ward.device("squid");
    try (Squid squid = Squid.start(folder);
        HeadlessStation station =
            HeadlessStation.start(
                ward.bridge(),
                "squid",
                new NetworkOptions(
                    address(squid), new Credentials(Squid.USER, Squid.PASSWORD), List.of()))) {
      assertLasts(device, station, TransportKind.WEB_SOCKET);
      assertThat(ward.sessions(station.name())).isOne();
    }
  }

  @ConcurrentTest
  void squidLetsNobodyThroughWithoutThePassword() throws MqttException {
    try (Squid squid = Squid.start(folder);
        HeadlessStation station =
            HeadlessStation.start(
                ward.bridge(),
                "squid stranger",
                new NetworkOptions(
                    address(squid), new Credentials(Squid.USER, "wrong"), List.of()))) {
      await("the link says why")
          .atMost(Child.PATIENCE)
          .untilAsserted(() -> assertThat(station.link().reason()).containsIgnoringCase("proxy"));
      assertThat(station.ledger().sessions()).isZero();
    }
  }

  @ConcurrentTest
  void overTlsSignedByTheHospital() throws Exception {
    TestDevice device = ward.device("tls");
    Certificates certificates = Certificates.make(folder);
    try (Nginx nginx =
        Nginx.startTls(folder, Setup.CORRECT, ward.bridge().getPort(), certificates)) {
      URI secure = URI.create("wss://127.0.0.1:%d/ws".formatted(nginx.port()));
      try (HeadlessStation stranger = HeadlessStation.start(secure, "tls");
          HeadlessStation station =
              HeadlessStation.start(
                  secure,
                  "tls",
                  new NetworkOptions(null, null, List.of(read(certificates.authority()))))) {
        assertLasts(device, station, TransportKind.WEB_SOCKET);
        assertThat(station.link().state()).isEqualTo(LinkState.STREAMING);
        assertThat(stranger.ledger().sessions()).isZero();
        assertThat(stranger.link().reason()).containsIgnoringCase("certificate");
      }
    }
  }

  private static X509Certificate read(Path file) throws IOException, CertificateException {
    try (InputStream in = Files.newInputStream(file)) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }

  private static InetSocketAddress address(Squid squid) {
    return InetSocketAddress.createUnresolved("127.0.0.1", squid.port());
  }
}

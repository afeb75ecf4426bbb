package org.wardbeat.station.link;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardbeat.station.ward.TransportKind;

class CertificatesTest {
  private static final byte[] ONE = {11};

  @TempDir private static Path directory;
  private static TestCertificates hospital;
  private final Recorder told = new Recorder();

  @BeforeAll
  static void foundAuthority() throws Exception {
    hospital = new TestCertificates(directory);
  }

  private Transports trusting() throws Exception {
    return new Transports(
        new NetworkOptions(null, null, List.of(hospital.authority())), Duration.ofSeconds(20));
  }

  private void connect(Transports transports, TransportKind kind, URI bridge) {
    Transport transport = transports.factory(kind, bridge).connect(told);
    if (kind != TransportKind.WEB_SOCKET) {
      told.awaitOpen();
      transport.send(ONE);
    }
  }

  @Test
  void certificateOfTheHospitalsAuthorityIsTrustedAndItsEndKnown() throws Exception {
    try (HttpBridge bridge =
            HttpBridge.secure(hospital.server("bridge", "ip:127.0.0.1", "-validity", "20"))
                .on("/session", HttpBridge.frames(ONE));
        Transports transports = trusting()) {
      assertThat(transports.certificateExpiry(bridge.uri())).isEmpty();
      connect(transports, TransportKind.HTTP_STREAM, bridge.uri());
      told.awaitFrames(1);
      assertThat(told.frames).containsExactly(ONE);
      assertThat(transports.certificateExpiry(bridge.uri()))
          .hasValueSatisfying(
              end ->
                  assertThat(end)
                      .isBetween(
                          Instant.now().plus(Duration.ofDays(19)),
                          Instant.now().plus(Duration.ofDays(21))));
    }
  }

  @Test
  void certificateOfAnAuthorityThatIsNotTrustedSaysWhatItCanDo() throws Exception {
    try (HttpBridge bridge = HttpBridge.secure(hospital.server("bridge", "ip:127.0.0.1"));
        Transports transports = new Transports(NetworkOptions.SYSTEM, Duration.ofSeconds(20))) {
      connect(transports, TransportKind.WEB_SOCKET, bridge.uri());
      assertThat(told.awaitClosed())
          .isEqualTo(
              "The bridge's certificate is from an authority this station does not trust: IT can name the authority with --ca");
    }
  }

  @Test
  void expiredCertificateIsToldAsSuch() throws Exception {
    try (HttpBridge bridge =
            HttpBridge.secure(
                hospital.server("bridge", "ip:127.0.0.1", "-startdate", "-10d", "-validity", "5"));
        Transports transports = trusting()) {
      connect(transports, TransportKind.LONG_POLL, bridge.uri());
      assertThat(told.awaitClosed())
          .isEqualTo("The bridge's certificate has expired: IT has to renew it");
      assertThat(transports.certificateExpiry(bridge.uri()))
          .hasValueSatisfying(end -> assertThat(end).isBefore(Instant.now()));
    }
  }

  @Test
  void certificateThatIsNotValidYetAsksForTheClock() throws Exception {
    try (HttpBridge bridge =
            HttpBridge.secure(hospital.server("bridge", "ip:127.0.0.1", "-startdate", "+10d"));
        Transports transports = trusting()) {
      connect(transports, TransportKind.WEB_SOCKET, bridge.uri());
      assertThat(told.awaitClosed()).contains("is this computer's clock right?");
    }
  }

  @Test
  void certificateForAnotherNameIsRefused() throws Exception {
    try (HttpBridge bridge = HttpBridge.secure(hospital.server("bridge", "dns:other.example"));
        Transports transports = trusting()) {
      connect(transports, TransportKind.WEB_SOCKET, bridge.uri());
      assertThat(told.awaitClosed())
          .isEqualTo("The bridge's certificate is not for the name 127.0.0.1, or not sound");
    }
  }

  @Test
  void portWithoutTlsIsToldAsSuch() throws Exception {
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Transports transports = trusting()) {
      connect(
          transports,
          TransportKind.WEB_SOCKET,
          URI.create("wss://127.0.0.1:%d/ws".formatted(plain.getLocalPort())));
      try (Socket client = plain.accept()) {
        client.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
      }
      assertThat(told.awaitClosed()).startsWith("The bridge's address does not speak TLS");
    }
  }
}

package org.wardbeat.bridge.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wardbeat.bridge.clock.BridgeClock;
import org.wardbeat.wire.frame.Frame;

class ServerTlsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir private Path directory;
  private final FakeWard ward = new FakeWard();
  private DeliveryServer server = server(new TlsFiles(Path.of("none"), Path.of("none")), 10_000);

  @AfterEach
  void close() {
    server.close();
  }

  private DeliveryServer server(TlsFiles files, int helloMillis) {
    DeliveryLimits limits = new DeliveryLimits(8, 100, helloMillis, 15_000, 15_000, 5_000);
    return new DeliveryServer(
        new DeliveryOptions("127.0.0.1", 0, "bridge", "test", limits, files),
        DeliveryServer.eventLoops(1),
        ward,
        new FakeDesk(),
        BridgeClock.system());
  }

  private void start(TlsFiles files) throws IOException {
    start(files, 10_000);
  }

  private void start(TlsFiles files, int helloMillis) throws IOException {
    server.close();
    server = server(files, helloMillis);
    server.start(() -> new HttpReply(200, "application/json", "{}".getBytes(UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"stream", "poll"})
  void stationsAreServedOverTls(String mode) throws Exception {
    TestCertificate certificate = new TestCertificate(directory, "bridge");
    start(certificate.files());
    try (HttpClient client =
            HttpClient.newBuilder().sslContext(certificate.trusting("TLS")).build();
        HttpStation station =
            new HttpStation(
                    client,
                    URI.create("https://127.0.0.1:%d/session".formatted(server.port())),
                    mode)
                .subscribe()) {
      station.await(Frame.EndOfSnapshot.class);
      assertThat(station.await(Frame.Heartbeat.class).sequence()).isPositive();
      client.shutdownNow();
    }
  }

  @Test
  void oldTlsIsRefused() throws Exception {
    TestCertificate certificate = new TestCertificate(directory, "bridge");
    start(certificate.files());
    try (SSLSocket socket =
        (SSLSocket)
            certificate
                .trusting("TLS")
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setEnabledProtocols(new String[] {"TLSv1.1"});
      assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLException.class);
    }
  }

  @Test
  void handshakeThatNeverComesIsNotWaitedForLong() throws Exception {
    start(new TestCertificate(directory, "bridge").files(), 200);
    try (Socket silent = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      silent.setSoTimeout((int) PATIENCE.toMillis());
      assertThat(silent.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void missingFileIsNamed() {
    TlsFiles files = new TlsFiles(directory.resolve("none.pem"), directory.resolve("key.pem"));
    assertThatThrownBy(() -> start(files))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("--tls-certificate: there is no file")
        .hasMessageContaining("none.pem");
  }

  @Test
  void keyOfAnotherCertificateIsNamedWithWhatToDo() throws Exception {
    TlsFiles one = new TestCertificate(directory, "one").files();
    TlsFiles other = new TestCertificate(directory, "other").files();
    assertThatThrownBy(() -> start(new TlsFiles(one.certificate(), other.key())))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("--tls-key: expected the private key of the certificate in")
        .hasMessageContaining("openssl pkcs8");
  }

  @Test
  void fileThatIsNoCertificateIsNamed() throws IOException, GeneralSecurityException {
    Path text = Files.writeString(directory.resolve("text.pem"), "not a certificate");
    assertThatThrownBy(() -> start(new TlsFiles(text, text)))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("--tls-certificate: expected a certificate as PEM");
  }
}

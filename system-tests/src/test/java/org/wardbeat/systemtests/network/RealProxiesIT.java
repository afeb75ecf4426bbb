package org.wardbeat.systemtests.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardbeat.systemtests.network.Nginx.Setup;

/** The proxies of the failure tests do what those tests mean, shown without Wardbeat. */
class RealProxiesIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int WHOLE_MILLIS = EchoServer.STREAM_BYTES * EchoServer.STREAM_MILLIS;

  @TempDir Path folder;
  private final EchoServer server = new EchoServer();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aCorrectNginxPassesWebSocketsAndStreams() throws IOException {
    try (Nginx nginx = Nginx.start(folder, Setup.CORRECT, server.port())) {
      assertEchoes(nginx.port());
      assertThat(millisToFirstByte(http(nginx.port()))).isLessThan(WHOLE_MILLIS / 2);
    }
  }

  @Test
  void anNginxWithoutFurtherThoughtStripsTheUpgradeHeader() throws IOException {
    try (Nginx nginx = Nginx.start(folder, Setup.STRIPS_UPGRADE, server.port())) {
      assertThatThrownBy(() -> echo(nginx.port())).hasMessageContaining("200 OK");
      assertThat(millisToFirstByte(http(nginx.port()))).isLessThan(WHOLE_MILLIS / 2);
    }
  }

  @Test
  void anNginxThatBuffersHoldsTheStreamWhole() throws IOException {
    try (Nginx nginx = Nginx.start(folder, Setup.BUFFERS, server.port())) {
      assertThat(millisToFirstByte(http(nginx.port()))).isGreaterThan(WHOLE_MILLIS / 2);
    }
  }

  @Test
  void anNginxWithAnIdleTimeoutClosesWhatIsIdle() throws IOException {
    try (Nginx nginx = Nginx.start(folder, Setup.IDLE_TIMEOUT, server.port());
        RawWebSocket socket = open(nginx.port())) {
      assertThat(socket.receive()).isNull();
    }
  }

  @Test
  void anHaProxyPassesWebSocketsAndStreamsAndClosesWhatIsIdle() throws IOException {
    try (HaProxy haproxy = HaProxy.start(folder, server.port())) {
      assertEchoes(haproxy.port());
      assertThat(millisToFirstByte(http(haproxy.port()))).isLessThan(WHOLE_MILLIS / 2);
      try (RawWebSocket socket = open(haproxy.port())) {
        assertThat(socket.receive()).isNull();
      }
    }
  }

  @Test
  void aSquidLetsThroughConnectOnlyAndOnlyForWhoIsKnown() throws IOException {
    try (Squid squid = Squid.start(folder)) {
      String known = Squid.USER + ":" + Squid.PASSWORD;
      assertThat(ask(squid, connect(known))).startsWith("HTTP/1.1 200");
      assertThat(ask(squid, connect(Squid.USER + ":wrong"))).startsWith("HTTP/1.1 407");
      assertThat(ask(squid, connect(""))).startsWith("HTTP/1.1 407");
      assertThat(ask(squid, "GET http://127.0.0.1:%d/ HTTP/1.1\r\n\r\n".formatted(server.port())))
          .startsWith("HTTP/1.1 403");
      assertThat(squid.requests()).anyMatch(line -> line.contains("TCP_TUNNEL/200"));
    }
  }

  @Test
  void aCertificateOfTheHospitalIsTrustedOnlyByWhoKnowsItsAuthority() throws Exception {
    Certificates certificates = Certificates.make(folder);
    try (Nginx nginx = Nginx.startTls(folder, Setup.CORRECT, server.port(), certificates)) {
      URI uri = URI.create("https://127.0.0.1:%d/".formatted(nginx.port()));
      HttpsURLConnection stranger = (HttpsURLConnection) uri.toURL().openConnection();
      assertThatThrownBy(stranger::getResponseCode).isInstanceOf(SSLHandshakeException.class);

      HttpsURLConnection known = (HttpsURLConnection) uri.toURL().openConnection();
      known.setSSLSocketFactory(trusting(certificates.authority()).getSocketFactory());
      assertThat(known.getResponseCode()).isEqualTo(200);
    }
  }

  private static RawWebSocket open(int port) throws IOException {
    return RawWebSocket.open(
        URI.create("ws://127.0.0.1:%d/ws".formatted(port)), "echo", 0, PATIENCE);
  }

  private static String echo(int port) throws IOException {
    try (RawWebSocket socket = open(port)) {
      socket.send("there and back".getBytes(StandardCharsets.UTF_8));
      return new String(Objects.requireNonNull(socket.receive()).payload(), StandardCharsets.UTF_8);
    }
  }

  private static void assertEchoes(int port) throws IOException {
    assertThat(echo(port)).isEqualTo("there and back");
  }

  private static HttpURLConnection http(int port) throws IOException {
    URI uri = URI.create("http://127.0.0.1:%d/stream".formatted(port));
    return (HttpURLConnection) uri.toURL().openConnection();
  }

  private static long millisToFirstByte(HttpURLConnection connection) throws IOException {
    long began = System.nanoTime();
    assertThat(connection.getInputStream().read()).isEqualTo('.');
    long millis = Duration.ofNanos(System.nanoTime() - began).toMillis();
    connection.disconnect();
    return millis;
  }

  private String connect(String credentials) {
    String authorization =
        credentials.isEmpty()
            ? ""
            : "Proxy-Authorization: Basic "
                + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8))
                + "\r\n";
    String host = "127.0.0.1:" + server.port();
    return "CONNECT %s HTTP/1.1\r\nHost: %s\r\n%s\r\n".formatted(host, host, authorization);
  }

  private static String ask(Squid squid, String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), squid.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return Objects.requireNonNull(
          new BufferedReader(
                  new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
              .readLine());
    }
  }

  private static SSLContext trusting(Path authority) throws Exception {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (var in = java.nio.file.Files.newInputStream(authority)) {
      store.setCertificateEntry(
          "authority", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return context;
  }
}

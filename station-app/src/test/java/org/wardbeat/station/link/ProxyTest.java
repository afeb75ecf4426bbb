package org.wardbeat.station.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wardbeat.station.ward.TransportKind;

class ProxyTest {
  private static final byte[] HELLO = {1};
  private static final byte[] ONE = {11};
  private static final NetworkOptions.Credentials NURSE =
      new NetworkOptions.Credentials("nurse", "secret");

  private final Recorder told = new Recorder();

  private static Transports through(
      InetSocketAddress proxy, NetworkOptions.@Nullable Credentials credentials) {
    return new Transports(
        new NetworkOptions(proxy, credentials, List.of()), Duration.ofSeconds(10));
  }

  @Test
  void webSocketGoesThroughATunnelThatAsksForAPassword() throws IOException {
    try (ScriptedBridge bridge = new ScriptedBridge(ScriptedBridge.Client::upgrade);
        HttpProxy proxy = HttpProxy.forThose("nurse:secret");
        Transports transports = through(proxy.address(), NURSE)) {
      transports.factory(TransportKind.WEB_SOCKET, bridge.uri()).connect(told);
      told.awaitOpen();
      assertThat(proxy.passed.getFirst()).startsWith("CONNECT 127.0.0.1:");
      assertThat(proxy.asked).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"HTTP_STREAM", "LONG_POLL"})
  void sessionsOverHttpGoThroughAProxyThatAsksForAPassword(TransportKind kind) throws IOException {
    try (HttpBridge bridge = new HttpBridge().on("/session", HttpBridge.frames(ONE));
        HttpProxy proxy = HttpProxy.forThose("nurse:secret");
        Transports transports = through(proxy.address(), NURSE)) {
      Transport transport = transports.factory(kind, bridge.uri()).connect(told);
      told.awaitOpen();
      transport.send(HELLO);
      told.awaitFrames(1);
      assertThat(told.frames).containsExactly(ONE);
      assertThat(proxy.passed.getFirst()).startsWith("POST http://127.0.0.1:");
      transport.abort();
    }
  }

  @ParameterizedTest
  @EnumSource
  void proxyThatWantsAPasswordIsNamedIfThereIsNone(TransportKind kind) throws IOException {
    try (HttpProxy proxy = HttpProxy.forThose("nurse:secret");
        Transports transports = through(proxy.address(), null)) {
      connect(transports, kind);
      assertThat(told.awaitClosed())
          .isEqualTo(
              "The proxy 127.0.0.1:%d wants a user and a password: IT can give them with --proxy-credentials"
                  .formatted(proxy.address().getPort()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void wrongPasswordIsToldAsSuch(TransportKind kind) throws IOException {
    try (HttpProxy proxy = HttpProxy.forThose("nurse:secret");
        Transports transports =
            through(proxy.address(), new NetworkOptions.Credentials("nurse", "wrong"))) {
      connect(transports, kind);
      assertThat(told.awaitClosed()).endsWith("refuses this station's user and password");
    }
  }

  @Test
  void tunnelThatIsRefusedIsNamedWithItsStatus() throws IOException {
    try (HttpProxy proxy = HttpProxy.refusing(403);
        Transports transports = through(proxy.address(), null)) {
      connect(transports, TransportKind.WEB_SOCKET);
      assertThat(told.awaitClosed())
          .startsWith("The proxy 127.0.0.1:")
          .contains("does not let this station through to the bridge (status 403)");
    }
  }

  @ParameterizedTest
  @EnumSource
  void proxyThatDoesNotAnswerIsNamed(TransportKind kind) throws IOException {
    InetSocketAddress gone;
    try (HttpProxy proxy = HttpProxy.open()) {
      gone = proxy.address();
    }
    try (Transports transports = through(gone, null)) {
      connect(transports, kind);
      assertThat(told.awaitClosed())
          .isEqualTo("Nothing answers at the proxy 127.0.0.1:" + gone.getPort());
    }
  }

  @Test
  void lostUpgradeIsToldWithTheProxyThatTookIt() throws IOException {
    try (ScriptedBridge bridge =
            new ScriptedBridge(
                client -> client.refuse("426 Upgrade Required\r\nWardbeat-Via: 1.1 squid"));
        Transports transports = new Transports(NetworkOptions.SYSTEM, Duration.ofSeconds(10))) {
      transports.factory(TransportKind.WEB_SOCKET, bridge.uri()).connect(told);
      assertThat(told.awaitClosed())
          .isEqualTo(
              "WebSocket does not get through: the proxy '1.1 squid' on the way took the Upgrade header away (status 426)");
    }
  }

  @Test
  void passwordIsNeverPrinted() {
    assertThat(new NetworkOptions(null, NURSE, List.of()).toString())
        .contains("nurse")
        .doesNotContain("secret");
  }

  private void connect(Transports transports, TransportKind kind) {
    Transport transport = transports.factory(kind, URI.create("ws://127.0.0.1:9/ws")).connect(told);
    if (kind != TransportKind.WEB_SOCKET) {
      told.awaitOpen();
      transport.send(HELLO);
    }
  }
}

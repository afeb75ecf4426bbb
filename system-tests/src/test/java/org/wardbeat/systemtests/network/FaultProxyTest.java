package org.wardbeat.systemtests.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wardbeat.systemtests.network.WebSocketFrames.WebSocketFrame;

/** Each fault does what its name says, and nothing else. */
class FaultProxyTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(300);

  private final EchoServer server = new EchoServer();
  private final FaultProxy proxy = FaultProxy.to(server.port());
  private final List<RawWebSocket> opened = new ArrayList<>();

  @AfterEach
  void close() {
    opened.forEach(RawWebSocket::close);
    proxy.close();
    server.close();
  }

  @Test
  void aGoodNetworkPassesMessagesOfAnyLength() throws IOException {
    RawWebSocket socket = open();

    for (int length : new int[] {1, 125, 126, 65_535, 65_536, 200_000}) {
      String text = "x".repeat(length);
      assertThat(echo(socket, text)).isEqualTo(text);
    }
  }

  @Test
  void whatWaitsInAStallComesInOrderAfterIt() throws IOException {
    RawWebSocket socket = open();
    proxy.stall();
    send(socket, "one");
    send(socket, "two");
    assertSilence(socket);

    proxy.heal();

    assertThat(receive(socket)).isEqualTo("one");
    assertThat(receive(socket)).isEqualTo("two");
  }

  @Test
  void oneWayCanStallAlone() throws IOException {
    RawWebSocket socket = open();
    proxy.stallDown();
    send(socket, "one");
    await().atMost(PATIENCE).until(() -> proxy.open() == 1);
    assertSilence(socket);
    proxy.heal();
    assertThat(receive(socket)).isEqualTo("one");

    proxy.stallUp();
    send(socket, "two");
    assertSilence(socket);
    proxy.heal();
    assertThat(receive(socket)).isEqualTo("two");
  }

  @Test
  void aStrandedConnectionHangsForEverWhileANewOneWorks() throws IOException {
    RawWebSocket stranded = open();
    proxy.strand();
    send(stranded, "lost");

    assertThat(echo(open(), "found")).isEqualTo("found");
    proxy.heal();
    assertSilence(stranded);
    assertThat(proxy.open()).isEqualTo(2);
    stranded.close();
    await("its end is noticed").atMost(PATIENCE).until(() -> proxy.open() == 1);
  }

  @Test
  void dropsSilentlyUntilItIsHealed() throws IOException {
    RawWebSocket socket = open();
    proxy.dropSilently();
    send(socket, "lost");
    assertSilence(socket);
    assertThatThrownBy(() -> RawWebSocket.open(uri(), "echo", 0, SHORT))
        .isInstanceOf(SocketTimeoutException.class);

    proxy.heal();

    assertSilence(socket);
    assertThat(echo(open(), "found")).isEqualTo("found");
  }

  @Test
  void cutsInOrder() throws IOException {
    RawWebSocket socket = open();

    proxy.cut(FaultProxy.Cut.FIN);

    assertThat(socket.receive()).isNull();
    socket.close();
    await("both ends are told").atMost(PATIENCE).until(() -> proxy.open() == 0);
    assertThat(echo(open(), "again")).isEqualTo("again");
  }

  @Test
  void cutsWithAReset() throws IOException {
    RawWebSocket socket = open();

    proxy.cut(FaultProxy.Cut.RST);

    assertThatThrownBy(socket::receive).isInstanceOf(SocketException.class);
    assertThat(proxy.open()).isZero();
  }

  @Test
  void refusesAndAdmits() throws IOException {
    open();
    proxy.refuse(FaultProxy.Cut.RST);
    assertThat(proxy.open()).isZero();
    assertThatThrownBy(this::open).isInstanceOf(IOException.class);

    proxy.admit();

    assertThat(echo(open(), "again")).isEqualTo("again");
  }

  @Test
  void delaysWithoutLosingOrder() throws IOException {
    RawWebSocket socket = open();
    proxy.delay(Duration.ofMillis(200));
    long began = System.nanoTime();

    send(socket, "one");
    send(socket, "two");

    assertThat(receive(socket)).isEqualTo("one");
    assertThat(receive(socket)).isEqualTo("two");
    assertThat(System.nanoTime() - began).isGreaterThan(400_000_000L);
  }

  @Test
  void throttles() throws IOException {
    RawWebSocket socket = open();
    proxy.throttle(10_000);
    long began = System.nanoTime();

    assertThat(echo(socket, "x".repeat(5_000))).hasSize(5_000);

    assertThat(System.nanoTime() - began).isGreaterThan(500_000_000L);
  }

  @Test
  void mutesWhatWasUpgraded() throws IOException {
    proxy.muteUpgrades();
    RawWebSocket socket = open();
    send(socket, "one");

    assertSilence(socket);
  }

  @Test
  void answersPingsAndPingsWhileItHoldsMessages() throws IOException {
    RawWebSocket socket = open();
    proxy.holdMessages();
    send(socket, "held");
    socket.sendFrame(WebSocketFrames.PING, new byte[] {7});

    WebSocketFrame pong = Objects.requireNonNull(socket.receive());
    assertThat(pong.opcode()).isEqualTo(WebSocketFrames.PONG);
    assertThat(pong.payload()).containsExactly(7);
    assertThat(Objects.requireNonNull(socket.receive()).opcode()).isEqualTo(WebSocketFrames.PING);

    proxy.heal();
    send(socket, "next");
    assertThat(receive(socket)).isEqualTo("held");
    assertThat(receive(socket)).isEqualTo("next");
  }

  @Test
  void losesOneMessage() throws IOException {
    RawWebSocket socket = open();
    proxy.loseNext('b');

    send(socket, "a");
    send(socket, "b1");
    send(socket, "b2");

    assertThat(receive(socket)).isEqualTo("a");
    assertThat(receive(socket)).isEqualTo("b2");
    assertThat(proxy.hasLost()).isTrue();
  }

  private URI uri() {
    return proxy.uri(URI.create("ws://127.0.0.1:%d/ws".formatted(server.port())));
  }

  private RawWebSocket open() throws IOException {
    RawWebSocket socket = RawWebSocket.open(uri(), "echo", 0, PATIENCE);
    opened.add(socket);
    return socket;
  }

  private static String echo(RawWebSocket socket, String text) throws IOException {
    send(socket, text);
    return receive(socket);
  }

  private static void send(RawWebSocket socket, String text) throws IOException {
    socket.send(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The next message; pings do not count. */
  private static String receive(RawWebSocket socket) throws IOException {
    WebSocketFrame frame = Objects.requireNonNull(socket.receive());
    return frame.opcode() == WebSocketFrames.BINARY
        ? new String(frame.payload(), StandardCharsets.UTF_8)
        : receive(socket);
  }

  private static void assertSilence(RawWebSocket socket) throws IOException {
    socket.setPatience(SHORT);
    assertThatThrownBy(socket::receive).isInstanceOf(SocketTimeoutException.class);
    socket.setPatience(PATIENCE);
  }
}

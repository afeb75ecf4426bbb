package org.wardbeat.bridge.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wardbeat.bridge.clock.BridgeClock;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.frame.Frame.ByeCode;
import org.wardbeat.wire.frame.FrameCodec;
import org.wardbeat.wire.ward.BrokerState;

class DeliveryServerTest {
  private static final String STATION = "Sec-WebSocket-Protocol: wardbeat.v1\r\n";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final FakeWard ward = new FakeWard();
  private final FakeBed bed = ward.admit("4 East", "407", 7);
  private final List<AutoCloseable> closeAfterwards = new ArrayList<>();
  private DeliveryServer server = server(DeliveryLimits.STANDARD);

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable open : closeAfterwards) {
      open.close();
    }
    server.close();
  }

  private DeliveryServer server(DeliveryLimits limits) {
    return new DeliveryServer(
        new DeliveryOptions("127.0.0.1", 0, "bridge", "test", limits, null),
        DeliveryServer.eventLoops(1),
        ward,
        new FakeDesk(),
        BridgeClock.system());
  }

  private void start() throws IOException {
    server.start(() -> new HttpReply(200, "application/json", "{}".getBytes(UTF_8)));
  }

  private void start(DeliveryLimits limits) throws IOException {
    server.close();
    server = server(limits);
    start();
  }

  private URI webSocket() {
    return URI.create("ws://127.0.0.1:%d/ws".formatted(server.port()));
  }

  private TestStation station() {
    TestStation station = TestStation.connect(webSocket());
    closeAfterwards.add(station);
    return station;
  }

  @Test
  void stationGetsTheSnapshotAndThenWhatIsLive() throws IOException {
    bed.send(100);
    start();
    TestStation station = station().subscribe();
    await().atMost(PATIENCE).until(() -> !station.frames(Frame.EndOfSnapshot.class).isEmpty());
    bed.send(50);
    ward.burst(bed);

    await().atMost(PATIENCE).until(() -> station.frames(Frame.Waveform.class).size() == 2);
    assertThat(station.frames(Frame.Waveform.class))
        .extracting(Frame.Waveform::firstSample)
        .containsExactly(0L, 100L);
  }

  @Test
  void brokerChangeIsPushedAtOnce() throws IOException {
    start(new DeliveryLimits(8, 60_000, 10_000, 15_000, 15_000, 5_000));
    TestStation station = station().subscribe();
    await().atMost(PATIENCE).until(() -> !station.frames(Frame.EndOfSnapshot.class).isEmpty());
    BrokerState down = new BrokerState(false, FakeBed.START_MICROS);
    ward.broker(down);
    await()
        .atMost(PATIENCE)
        .until(() -> station.frames(Frame.Broker.class).contains(new Frame.Broker(down)));
  }

  @Test
  void heartbeatsGoOnWhileNothingChanges() throws IOException {
    start(new DeliveryLimits(8, 100, 10_000, 15_000, 15_000, 5_000));
    TestStation station = station().subscribe();
    await().atMost(PATIENCE).until(() -> station.frames(Frame.Heartbeat.class).size() >= 5);
    assertThat(station.frames(Frame.Heartbeat.class).subList(0, 5))
        .extracting(Frame.Heartbeat::sequence)
        .containsExactly(1L, 2L, 3L, 4L, 5L);
    await().atMost(PATIENCE).until(() -> server.sessions().getFirst().roundTripMicros() >= 0);
  }

  @Test
  void stationThatNeverAnswersIsSentAway() throws IOException {
    start(new DeliveryLimits(8, 100, 10_000, 300, 15_000, 5_000));
    TestStation station = station();
    station.keepQuiet();
    station.subscribe();
    assertThat(bye(station).code()).isEqualTo(ByeCode.NO_HEARTBEAT);
  }

  @Test
  void oneStationTooManyIsToldToComeBack() throws IOException {
    start(DeliveryLimits.STANDARD.withMaxSessions(1));
    TestStation first = station().subscribe();
    await().atMost(PATIENCE).until(() -> !first.frames().isEmpty());
    TestStation second = station();
    Frame.Bye bye = bye(second);
    assertThat(bye.code()).isEqualTo(ByeCode.OVERLOADED);
    assertThat(bye.retryAfterMillis()).isPositive();
    first.close();
    await().atMost(PATIENCE).until(() -> server.sessions().isEmpty());
    TestStation third = station().subscribe();
    await().atMost(PATIENCE).until(() -> !third.frames(Frame.EndOfSnapshot.class).isEmpty());
  }

  @Test
  void malformedFrameTextAndOversizeEachEndTheirOwnSessionWithANamedError() throws IOException {
    start();
    TestStation healthy = station().subscribe();
    TestStation malformed = station().subscribe();
    malformed.sendBytes(ByteBuffer.wrap(new byte[] {127, 1, 2, 3}));
    TestStation text = station().subscribe();
    text.sendText("{}");
    TestStation oversize = station().subscribe();
    oversize.sendBytes(ByteBuffer.allocate(Frame.MAX_FRAME_BYTES + 1));

    assertThat(bye(malformed).code()).isEqualTo(ByeCode.PROTOCOL_ERROR);
    assertThat(bye(text).reason()).contains("binary");
    assertThat(bye(oversize).code()).isEqualTo(ByeCode.PROTOCOL_ERROR);
    bed.send(10);
    ward.burst(bed);
    await().atMost(PATIENCE).until(() -> !healthy.frames(Frame.Waveform.class).isEmpty());
    await().atMost(PATIENCE).until(() -> server.sessions().size() == 1);
  }

  @Test
  void otherSubProtocolIsRefusedInOneSentence() throws IOException {
    start();
    assertThatThrownBy(() -> TestStation.connect(webSocket(), "wardbeat.v9"))
        .isInstanceOf(CompletionException.class);
    String answer = exchange(upgrade("Sec-WebSocket-Protocol: wardbeat.v9\r\n"));
    assertThat(answer)
        .startsWith("HTTP/1.1 400")
        .endsWith("Expected Sec-WebSocket-Protocol: wardbeat.v1, got 'wardbeat.v9'.\n");
  }

  @Test
  void webPageOfAnotherSiteIsRefused() throws IOException {
    start();
    String answer = exchange(upgrade(STATION + "Origin: https://example.org\r\n"));
    assertThat(answer).startsWith("HTTP/1.1 403").contains("Expected a station, got a web page");
  }

  @Test
  void compressionIsNotNegotiated() throws IOException {
    start();
    try (Socket socket = raw()) {
      String deflate = "Sec-WebSocket-Extensions: permessage-deflate\r\n";
      write(socket, upgrade(STATION + deflate));
      assertThat(readHead(socket).toLowerCase(Locale.ROOT))
          .startsWith("http/1.1 101")
          .doesNotContain("extensions");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/, 200, This is a Wardbeat bridge",
    "/health, 200, {}",
    "/patients, 404, Nothing is here",
    "/ws, 426, Expected a WebSocket upgrade",
    "/session, 405, Expected POST"
  })
  void everyPathAnswersInOneSentence(String path, int status, String text) throws Exception {
    start();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> response =
          client.send(
              HttpRequest.newBuilder(
                      URI.create("http://127.0.0.1:%d%s".formatted(server.port(), path)))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(response.statusCode()).isEqualTo(status);
      assertThat(response.body()).startsWith(text);
      assertThat(response.body().lines()).hasSize(1);
    }
  }

  @Test
  void connectionThatSaysNothingIsClosed() throws IOException {
    start(new DeliveryLimits(8, 100, 200, 15_000, 15_000, 5_000));
    try (Socket silent = raw();
        Socket halfway = raw()) {
      write(halfway, upgrade(STATION));
      assertThat(silent.getInputStream().read()).isEqualTo(-1);
      assertThat(new String(halfway.getInputStream().readAllBytes(), UTF_8)).contains("no Hello");
    }
  }

  @Test
  void stationThatNeverReadsIsCutOffWhileAnotherNoticesNothing() throws IOException {
    start(new DeliveryLimits(8, 100, 10_000, 60_000, 3_000, 60_000));
    TestStation healthy = station().subscribe();
    try (Socket stuck = new Socket()) {
      stuck.setReceiveBufferSize(4_096);
      stuck.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
      write(stuck, upgrade(STATION));
      readHead(stuck);
      writeFrame(stuck, new Frame.Hello(1, "stuck", "test", null, List.of()));
      writeFrame(stuck, Selections.everything(10_000));
      await().atMost(PATIENCE).until(() -> server.sessions().size() == 2);
      await()
          .pollInterval(Duration.ofMillis(10))
          .atMost(PATIENCE)
          .until(
              () -> {
                if (received(healthy) == bed.nextSample()) {
                  bed.send(4_000);
                  ward.burst(bed);
                }
                return server.sessions().size() == 1;
              });
    }
    await().atMost(PATIENCE).until(() -> received(healthy) == bed.nextSample());
    assertThat(healthy.frames(Frame.Gap.class)).isEmpty();
    assertThat(server.sessions().getFirst().samplesDropped()).isZero();
  }

  @Test
  void takenPortIsNamedWithWhatToDo() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        DeliveryServer second =
            new DeliveryServer(
                new DeliveryOptions(
                    "127.0.0.1",
                    taken.getLocalPort(),
                    "bridge",
                    "test",
                    DeliveryLimits.STANDARD,
                    null),
                DeliveryServer.eventLoops(1),
                ward,
                new FakeDesk(),
                BridgeClock.system())) {
      assertThatThrownBy(() -> second.start(() -> new HttpReply(200, "text/plain", new byte[0])))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("Port " + taken.getLocalPort())
          .hasMessageContaining("--port");
    }
  }

  @Test
  void stationsAreToldThatTheBridgeStops() throws IOException {
    start();
    TestStation station = station().subscribe();
    await().atMost(PATIENCE).until(() -> !station.frames(Frame.EndOfSnapshot.class).isEmpty());
    server.farewell();
    Frame.Bye bye = bye(station);
    assertThat(bye.code()).isEqualTo(ByeCode.SHUTDOWN);
    await().atMost(PATIENCE).until(station::closed);
  }

  @Test
  void endedLoopIsAFault() throws IOException {
    start();
    assertThat(server.faults()).isEmpty();
    server.close();
    assertThat(server.faults()).isNotEmpty();
  }

  private static Frame.Bye bye(TestStation station) {
    await().atMost(PATIENCE).until(() -> !station.frames(Frame.Bye.class).isEmpty());
    return station.frames(Frame.Bye.class).getFirst();
  }

  private static long received(TestStation station) {
    List<Frame.Waveform> waves = station.frames(Frame.Waveform.class);
    return waves.isEmpty() ? 0 : waves.getLast().firstSample() + waves.getLast().samples().length;
  }

  private static String upgrade(String more) {
    return """
    GET /ws HTTP/1.1\r
    Host: localhost\r
    Upgrade: websocket\r
    Connection: Upgrade\r
    Sec-WebSocket-Version: 13\r
    Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
    %s\r
    """
        .formatted(more);
  }

  private Socket raw() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.setSoTimeout((int) PATIENCE.toMillis());
    return socket;
  }

  private String exchange(String request) throws IOException {
    try (Socket socket = raw()) {
      write(socket, request);
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  private static void write(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(UTF_8));
    out.flush();
  }

  private static String readHead(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.read());
    }
    return head.toString();
  }

  /** One masked binary message with a mask of zeros (RFC 6455 §5.2), up to 125 bytes. */
  private static void writeFrame(Socket socket, Frame frame) throws IOException {
    byte[] payload = new FrameCodec(0).encode(frame);
    ByteBuffer message = ByteBuffer.allocate(6 + payload.length);
    message.put((byte) 0x82).put((byte) (0x80 | payload.length)).putInt(0).put(payload);
    socket.getOutputStream().write(message.array());
    socket.getOutputStream().flush();
  }
}

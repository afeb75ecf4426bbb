package org.wardbeat.bridge.delivery;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wardbeat.bridge.clock.BridgeClock;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.frame.Frame.ByeCode;

class HttpSessionTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final DeliveryLimits QUICK =
      new DeliveryLimits(8, 100, 10_000, 15_000, 15_000, 5_000);
  private static final DeliveryLimits RARE_HEARTBEATS =
      new DeliveryLimits(8, 60_000, 10_000, 60_000, 60_000, 5_000);

  private final FakeWard ward = new FakeWard();
  private final FakeBed bed = ward.admit("4 East", "407", 7);
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private DeliveryServer server = server(QUICK, 1);

  @AfterEach
  void close() {
    client.shutdownNow();
    server.close();
  }

  private DeliveryServer server(DeliveryLimits limits, int threads) {
    return new DeliveryServer(
        new DeliveryOptions("127.0.0.1", 0, "bridge", "test", limits, null),
        DeliveryServer.eventLoops(threads),
        ward,
        new FakeDesk(),
        BridgeClock.system());
  }

  private void start() throws IOException {
    server.start(() -> new HttpReply(200, "application/json", "{}".getBytes(UTF_8)));
  }

  private void start(DeliveryLimits limits, int threads) throws IOException {
    server.close();
    server = server(limits, threads);
    start();
  }

  private URI base() {
    return URI.create("http://127.0.0.1:%d/session".formatted(server.port()));
  }

  private HttpStation station(String mode) {
    return new HttpStation(client, base(), mode);
  }

  @ParameterizedTest
  @ValueSource(strings = {"stream", "poll"})
  void stationGetsTheSnapshotAndThenWhatIsLive(String mode) throws Exception {
    bed.send(100);
    start();
    try (HttpStation station = station(mode).subscribe()) {
      station.await(Frame.EndOfSnapshot.class);
      assertThat(station.frames(Frame.Waveform.class)).hasSize(1);
      bed.send(50);
      ward.burst(bed);
      assertThat(station.await(Frame.WaveformNext.class).samples()).hasSize(50);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"stream", "poll"})
  void heartbeatsCountTheFramesThatCameBefore(String mode) throws Exception {
    start();
    try (HttpStation station = station(mode).subscribe()) {
      for (int i = 1; i <= 5; i++) {
        Frame.Heartbeat heartbeat = station.await(Frame.Heartbeat.class);
        assertThat(heartbeat.sequence()).isEqualTo(i);
        assertThat(heartbeat.framesSent()).isEqualTo(station.frames().indexOf(heartbeat));
      }
      await().atMost(PATIENCE).until(() -> server.sessions().getFirst().roundTripMicros() >= 0);
    }
  }

  @Test
  void sessionStaysOnItsLoopWhereverItsConnectionsAre() throws Exception {
    start(QUICK, 4);
    try (HttpStation station = station("poll").subscribe()) {
      for (int i = 0; i < 8; i++) {
        try (HttpClient another = HttpClient.newHttpClient()) {
          station.over(another).await(Frame.Heartbeat.class);
        }
      }
      assertThat(station.frames(Frame.Heartbeat.class)).hasSizeGreaterThanOrEqualTo(8);
    }
  }

  @Test
  void framesThatCameAlreadyAreDropped() throws Exception {
    start();
    try (HttpStation station = station("poll").subscribe()) {
      station.await(Frame.EndOfSnapshot.class);
      // A second Hello would end the session.
      assertThat(station.send(0, HttpStation.HELLO, Selections.everything(0))).isEqualTo(204);
      station.await(Frame.Heartbeat.class);
      assertThat(station.frames(Frame.EndOfSnapshot.class)).hasSize(1);
    }
  }

  @Test
  void lostFramesOfTheStationEndTheSession() throws Exception {
    start();
    try (HttpStation station = station("poll").subscribe()) {
      assertThat(station.send(7, Selections.everything(0))).isEqualTo(409);
      assertThat(station.send(2, Selections.everything(0))).isEqualTo(404);
      await().atMost(PATIENCE).until(() -> server.sessions().isEmpty());
    }
  }

  @Test
  void lostFramesOfTheBridgeEndTheSession() throws Exception {
    start();
    try (HttpStation station = station("poll").subscribe()) {
      station.await(Frame.EndOfSnapshot.class);
      int received = station.frames().size();
      assertThat(station.ask(received - 1).statusCode()).isEqualTo(409);
      assertThat(station.ask(received).statusCode()).isEqualTo(404);
      assertThat(server.sessions()).isEmpty();
    }
  }

  @Test
  void sessionThatNobodyAsksForEnds() throws Exception {
    start(new DeliveryLimits(8, 100, 10_000, 60_000, 300, 5_000), 1);
    try (HttpStation station = station("poll").subscribe()) {
      station.await(Frame.Welcome.class);
      await().atMost(PATIENCE).until(() -> server.sessions().isEmpty());
      assertThat(station.ask(station.frames().size()).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void namesOfSessionsAreLongAndNeverTheSame() throws Exception {
    start();
    List<String> names =
        List.of(
            station("poll").subscribe().session(),
            station("poll").subscribe().session(),
            station("poll").subscribe().session());
    assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[0-9a-f]{32}"));
  }

  @ParameterizedTest
  @CsvSource({
    "'?mode=fast', 400, Expected mode=stream or mode=poll.",
    "'', 400, Expected mode=stream or mode=poll.",
    "'/down?mode=poll&from=x', 400, Expected from=N",
    "'/down?mode=poll&from=-1', 400, Expected from=N",
    "'/down?mode=poll&from=1&from=2', 400, Expected from=N",
    "'/up?from=99999999999999999999', 400, Expected from=N",
    "'/down?mode=poll&from=0', 404, Expected the Wardbeat-Session",
    "'/up?from=0', 404, Expected the Wardbeat-Session",
  })
  void wrongRequestIsRefusedInOneSentence(String suffix, int status, String sentence)
      throws Exception {
    start();
    HttpResponse<InputStream> answer = station("poll").post(suffix, new byte[0]);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(new String(answer.body().readAllBytes(), UTF_8))
        .startsWith(sentence)
        .hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource({"1, whole frames", "4, at most 262144 bytes"})
  void bodyThatHoldsNoFramesIsRefused(int length, String named) throws Exception {
    start();
    byte[] body = new byte[length];
    Arrays.fill(body, (byte) 0xFF);
    HttpResponse<InputStream> answer = station("poll").post("?mode=poll", body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(new String(answer.body().readAllBytes(), UTF_8)).contains(named);
    assertThat(server.sessions()).isEmpty();
  }

  @Test
  void bodyBeyondTheLargestFrameIsRefusedBeforeItIsRead() throws Exception {
    start();
    String answer =
        exchange("POST /session?mode=poll HTTP/1.1\r\nHost: b\r\nContent-Length: 9999999\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 413").contains("Expected a body of at most");
  }

  @Test
  void webPageOfAnotherSiteIsRefused() throws Exception {
    start();
    String answer =
        exchange(
            """
            POST /session?mode=poll HTTP/1.1\r
            Host: b\r
            Origin: https://example.org\r
            Connection: close\r
            Content-Length: 0\r
            \r
            """);
    assertThat(answer).startsWith("HTTP/1.1 403").contains("got a web page");
  }

  @Test
  void streamToAClientOfOldHttpEndsWithItsConnection() throws Exception {
    start();
    try (Socket socket = raw()) {
      byte[] hello = HttpStation.bytes(HttpStation.HELLO);
      write(
          socket,
          "POST /session?mode=stream HTTP/1.0\r\nContent-Length: %d\r\n\r\n"
              .formatted(hello.length)
              .getBytes(US_ASCII));
      write(socket, hello);
      String head = readHead(socket).toLowerCase(Locale.ROOT);
      assertThat(head)
          .startsWith("http/1.1 200")
          .contains("connection: close")
          .doesNotContain("transfer-encoding");
      assertThat(socket.getInputStream().readNBytes(2_048)).containsOnly(0);
      server.farewell();
      assertThat(socket.getInputStream().readAllBytes()).isNotEmpty();
    }
  }

  @Test
  void requestBeforeTheLastIsAnsweredEndsTheConnection() throws Exception {
    start();
    try (HttpStation station = station("poll").subscribe();
        Socket socket = raw()) {
      station.await(Frame.EndOfSnapshot.class);
      String ask =
          "POST /session/down?mode=poll&from=%d HTTP/1.1\r\nHost: b\r\nWardbeat-Session: %s\r\nContent-Length: 0\r\n\r\n"
              .formatted(station.frames().size(), station.session());
      write(socket, (ask + ask).getBytes(US_ASCII));
      assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII))
          .doesNotContain("409");
    }
  }

  @Test
  void requestThatNeverEndsIsCutOff() throws Exception {
    start(new DeliveryLimits(8, 100, 300, 15_000, 15_000, 5_000), 1);
    try (Socket socket = raw()) {
      write(
          socket,
          "POST /session?mode=poll HTTP/1.1\r\nHost: b\r\nContent-Length: 9\r\n\r\nab"
              .getBytes(US_ASCII));
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"stream", "poll"})
  void oneStationTooManyIsToldToComeBack(String mode) throws Exception {
    start(QUICK.withMaxSessions(1), 1);
    try (HttpStation first = station(mode).subscribe();
        HttpStation second = station(mode).subscribe()) {
      first.await(Frame.EndOfSnapshot.class);
      assertThat(second.await(Frame.Bye.class).code()).isEqualTo(ByeCode.OVERLOADED);
      assertThat(second.ask(1).statusCode()).isEqualTo(404);
      assertThat(server.sessions()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"stream", "poll"})
  void stationsAreToldThatTheBridgeStops(String mode) throws Exception {
    start(RARE_HEARTBEATS, 1); // none comes that could no longer be answered
    try (HttpStation station = station(mode).subscribe()) {
      station.await(Frame.EndOfSnapshot.class);
      Thread stopping = Thread.ofPlatform().daemon().start(server::farewell);
      assertThat(station.await(Frame.Bye.class).code()).isEqualTo(ByeCode.SHUTDOWN);
      stopping.join(PATIENCE);
    }
  }

  @Test
  void stationThatNeverReadsIsCutOffWhileAnotherNoticesNothing() throws Exception {
    start(new DeliveryLimits(8, 100, 10_000, 60_000, 3_000, 60_000), 1);
    TestStation healthy =
        TestStation.connect(URI.create("ws://127.0.0.1:%d/ws".formatted(server.port())))
            .subscribe();
    try (Socket stuck = new Socket()) {
      stuck.setReceiveBufferSize(4_096);
      stuck.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
      byte[] first = HttpStation.bytes(HttpStation.HELLO, Selections.everything(10_000));
      write(
          stuck,
          "POST /session?mode=stream HTTP/1.1\r\nHost: b\r\nContent-Length: %d\r\n\r\n"
              .formatted(first.length)
              .getBytes(US_ASCII));
      write(stuck, first);
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
    healthy.close();
  }

  private static long received(TestStation station) {
    return station.frames().stream()
        .mapToInt(
            frame ->
                switch (frame) {
                  case Frame.Waveform wave -> wave.samples().length;
                  case Frame.WaveformNext wave -> wave.samples().length;
                  default -> 0;
                })
        .sum();
  }

  private Socket raw() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.setSoTimeout((int) PATIENCE.toMillis());
    return socket;
  }

  private String exchange(String request) throws IOException {
    try (Socket socket = raw()) {
      write(socket, request.getBytes(US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  private static void write(Socket socket, byte[] bytes) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(bytes);
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
}

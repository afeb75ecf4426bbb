package org.wardbeat.station.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wardbeat.station.ward.TransportKind;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.frame.FrameStream;

class HttpTransportTest {
  private static final byte[] HELLO = {1, 2, 3};
  private static final byte[] ONE = {11};
  private static final byte[] TWO = {22, 22};
  private static final byte[] THREE = {33, 33, 33};

  private final HttpBridge bridge;
  private final Recorder told = new Recorder();
  private final Transports transports =
      new Transports(NetworkOptions.SYSTEM, Duration.ofSeconds(10));

  HttpTransportTest() throws IOException {
    bridge = new HttpBridge();
  }

  @AfterEach
  void close() {
    transports.close();
    bridge.close();
  }

  private Transport connect(TransportKind kind) {
    Transport transport = transports.factory(kind, bridge.uri()).connect(told);
    told.awaitOpen();
    transport.send(HELLO);
    return transport;
  }

  @Test
  void firstFrameOpensTheSessionAndEachAnswerIsAskedForWithTheFramesThatCame() {
    bridge
        .on("/session", HttpBridge.frames(ONE))
        .on("/session/down", HttpBridge.frames(TWO, THREE))
        .on("/session/down", HttpBridge.frames(ONE));
    Transport transport = connect(TransportKind.LONG_POLL);
    told.awaitFrames(4);
    assertThat(told.frames).containsExactly(ONE, TWO, THREE, ONE);
    await().atMost(Recorder.PATIENCE).until(() -> bridge.requests.size() == 4);
    assertThat(bridge.requests)
        .extracting(HttpBridge.Request::path)
        .containsExactly(
            "/session?mode=poll",
            "/session/down?mode=poll&from=1",
            "/session/down?mode=poll&from=3",
            "/session/down?mode=poll&from=4");
    assertThat(bridge.requests.getFirst().frames()).containsExactly(HELLO);
    assertThat(bridge.requests.subList(1, 4))
        .extracting(HttpBridge.Request::session)
        .containsOnly(HttpBridge.SESSION);
    transport.abort();
    assertThat(told.closed).isEmpty();
  }

  @Test
  void framesOfAStreamAreHandedOnAsTheyComeWhileThoseOfTheStationGoUp() throws Exception {
    CountDownLatch upCame = new CountDownLatch(1);
    bridge
        .on(
            "/session",
            request -> {
              OutputStream body = HttpBridge.begin(request);
              body.write(new byte[2_048]);
              body.write(FrameStream.prefixed(ONE));
              body.flush();
              upCame.await();
              body.write(FrameStream.prefixed(TWO));
            })
        .on(
            "/session/up",
            request -> {
              request.sendResponseHeaders(204, -1);
              upCame.countDown();
            });
    Transport transport = connect(TransportKind.HTTP_STREAM);
    told.awaitFrames(1);
    assertThat(told.frames).containsExactly(ONE);
    transport.send(THREE);
    told.awaitFrames(2);
    assertThat(told.frames).containsExactly(ONE, TWO);
    assertThat(bridge.requests("/session/up").getFirst().frames()).containsExactly(THREE);
  }

  @Test
  void framesThatWaitGoUpTogetherAndAreCounted() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    bridge
        .on("/session", HttpBridge.frames(ONE))
        .on(
            "/session/up",
            request -> {
              release.await();
              request.sendResponseHeaders(204, -1);
            })
        .on("/session/up", HttpBridge.status(204));
    Transport transport = connect(TransportKind.LONG_POLL);
    told.awaitFrames(1);
    transport.send(ONE);
    await().atMost(Recorder.PATIENCE).until(() -> bridge.requests("/session/up").size() == 1);
    transport.send(TWO);
    transport.send(THREE);
    release.countDown();
    await().atMost(Recorder.PATIENCE).until(() -> bridge.requests("/session/up").size() == 2);
    HttpBridge.Request second = bridge.requests("/session/up").get(1);
    assertThat(second.path()).isEqualTo("/session/up?from=2");
    assertThat(second.frames()).containsExactly(TWO, THREE);
  }

  @Test
  void requestWhoseConnectionBreaksIsRepeatedWithTheSameCount() {
    bridge
        .on("/session", HttpBridge.frames(ONE))
        .on("/session/up", HttpBridge.CUT)
        .on("/session/up", HttpBridge.status(204));
    Transport transport = connect(TransportKind.LONG_POLL);
    told.awaitFrames(1);
    transport.send(TWO);
    await().atMost(Recorder.PATIENCE).until(() -> bridge.requests("/session/up").size() == 2);
    assertThat(bridge.requests("/session/up"))
        .allSatisfy(up -> assertThat(up.path()).isEqualTo("/session/up?from=1"));
    assertThat(told.closed).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "409, A request or an answer was lost on the way to the bridge",
    "404, The bridge has ended the session",
    "502, 'The bridge''s address answered with HTTP status 502, not as a bridge'"
  })
  void refusalWithinASessionEndsIt(int status, String words) {
    bridge.on("/session", HttpBridge.frames(ONE)).on("/session/down", HttpBridge.status(status));
    connect(TransportKind.LONG_POLL);
    assertThat(told.awaitClosed()).isEqualTo(words);
  }

  @Test
  void serverThatIsNoBridgeIsNamedWithItsStatus() {
    bridge.on("/session", HttpBridge.status(404));
    connect(TransportKind.HTTP_STREAM);
    assertThat(told.awaitClosed())
        .isEqualTo("The bridge's address answered with HTTP status 404, not as a bridge");
  }

  @Test
  void pageOfAnotherServerIsNotTakenForFrames() {
    bridge.on(
        "/session",
        request -> {
          request.sendResponseHeaders(200, 0);
          request.getResponseBody().write(new byte[] {3, 1, 2, 3});
        });
    connect(TransportKind.HTTP_STREAM);
    assertThat(told.awaitClosed())
        .isEqualTo("The bridge's address answered with HTTP status 200, not as a bridge");
    assertThat(told.frames).isEmpty();
  }

  @Test
  void answerThatEndsWithinAFrameEndsTheSession() {
    bridge.on("/session", request -> HttpBridge.begin(request).write(new byte[] {1, 11, 3, 33}));
    connect(TransportKind.HTTP_STREAM);
    assertThat(told.awaitClosed()).isEqualTo("The bridge's answer was cut short");
    assertThat(told.frames).containsExactly(ONE);
  }

  @Test
  void streamThatBreaksOffIsNotAskedForAgain() {
    bridge
        .on("/session", HttpBridge.frames(ONE))
        .on(
            "/session/down",
            request -> {
              OutputStream body = HttpBridge.begin(request);
              body.write(FrameStream.prefixed(TWO));
              body.flush();
              told.awaitFrames(2);
              throw new IOException("cut");
            })
        .on("/session/down", HttpBridge.frames(THREE));
    connect(TransportKind.HTTP_STREAM);
    assertThat(told.awaitClosed()).isEqualTo("The connection to the bridge broke");
    assertThat(bridge.requests("/session/down")).hasSize(1);
  }

  @Test
  void answerThatBringsNothingEndsTheSessionRatherThanBeingAskedForAgainAndAgain() {
    bridge.on("/session", HttpBridge.frames());
    connect(TransportKind.LONG_POLL);
    assertThat(told.awaitClosed()).isEqualTo("The bridge's answer was cut short");
  }

  @Test
  void lengthThatNoFrameHasEndsTheSession() {
    bridge.on(
        "/session",
        request ->
            HttpBridge.begin(request).write(new byte[] {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF}));
    connect(TransportKind.HTTP_STREAM);
    assertThat(told.awaitClosed()).startsWith("The bridge's answer is damaged");
  }

  @Test
  void nothingMoreIsAskedForUntilTheMessagesAreHandled() {
    byte[][] many = new byte[100][];
    Arrays.fill(many, ONE);
    bridge.on("/session", HttpBridge.frames(many)).on("/session/down", HttpBridge.frames(TWO));
    Transport transport = connect(TransportKind.LONG_POLL);
    told.awaitFrames(100);
    for (int i = 0; i < 68; i++) {
      transport.handled();
    }
    assertThat(bridge.requests("/session/down")).isEmpty();
    transport.handled();
    told.awaitFrames(101);
    assertThat(bridge.requests("/session/down")).hasSizeGreaterThanOrEqualTo(1);
  }

  @Test
  void lastFrameIsSentBeforeTheEnd() {
    bridge.on("/session", HttpBridge.frames(ONE)).on("/session/up", HttpBridge.status(204));
    Transport transport = connect(TransportKind.LONG_POLL);
    told.awaitFrames(1);
    assertThat(transport.close(TWO)).succeedsWithin(Recorder.PATIENCE);
    assertThat(bridge.requests("/session/up").getFirst().frames()).containsExactly(TWO);
    assertThat(told.closed).isEmpty();
  }

  @Test
  void largestFrameGoesUpAlone() {
    byte[] largest = new byte[Frame.MAX_FRAME_BYTES];
    bridge
        .on("/session", HttpBridge.frames(ONE))
        .on("/session/up", HttpBridge.status(204))
        .on("/session/up", HttpBridge.status(204));
    Transport transport = connect(TransportKind.LONG_POLL);
    told.awaitFrames(1);
    transport.send(largest);
    transport.send(TWO);
    await().atMost(Recorder.PATIENCE).until(() -> bridge.requests("/session/up").size() == 2);
    assertThat(bridge.requests("/session/up").getFirst().frames()).hasSize(1);
  }
}

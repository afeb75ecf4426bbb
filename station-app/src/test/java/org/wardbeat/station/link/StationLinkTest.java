package org.wardbeat.station.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wardbeat.render.ring.SampleRing;
import org.wardbeat.station.presentation.LinkPhase;
import org.wardbeat.station.report.StationReport;
import org.wardbeat.station.ward.LinkSnapshot;
import org.wardbeat.station.ward.StationWard;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.LinkState;
import org.wardbeat.wire.ward.SignalKind;
import org.wardbeat.wire.ward.WaveformChannel;

class StationLinkTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final BedId BED = new BedId("4 East", "407");
  private static final WaveformChannel CHANNEL =
      new WaveformChannel("II", SignalKind.ECG, 250, 200, 0, "mV");

  private final StationReport report = new StationReport(System::nanoTime);
  private final StationWard ward =
      new StationWard(
          System::nanoTime, StationWard.DEFAULT_RETENTION, report, StationLink.initial());
  private final List<LinkSnapshot> told = new CopyOnWriteArrayList<>();
  private int understood;
  private StationLink link = start(URI.create("ws://127.0.0.1:9/none"));

  private StationLink start(URI bridge) {
    link = new StationLink(bridge, "test", List.of(), ward, report);
    ward.setListener(() -> told.add(ward.snapshot().link()));
    return link;
  }

  private void connect(ScriptedBridge bridge) {
    start(bridge.uri()).start();
  }

  @AfterEach
  void end() {
    link.close();
  }

  /** States pass faster than a busy machine looks: all that was published is searched in order. */
  private LinkSnapshot awaitLink(Predicate<LinkSnapshot> wanted) {
    AtomicReference<@Nullable LinkSnapshot> found = new AtomicReference<>();
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              while (found.get() == null && understood < told.size()) {
                LinkSnapshot next = told.get(understood++);
                if (wanted.test(next)) {
                  found.set(next);
                }
              }
              return found.get() != null;
            });
    return Objects.requireNonNull(found.get());
  }

  private LinkSnapshot awaitState(LinkState state) {
    return awaitLink(link -> link.state() == state);
  }

  @Test
  void nobodyListeningIsAStateWithAReasonNotAnError() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    start(URI.create("ws://127.0.0.1:" + port + "/ws")).start();
    LinkSnapshot failing = awaitLink(link -> link.attempt() > 2);
    assertThat(failing.state()).isEqualTo(LinkState.CONNECTING);
    assertThat(failing.reason()).isEqualTo("Nothing answers at the bridge's address");
  }

  /** A connection that stays open and brings nothing is not live, is given up, and replaced. */
  @Test
  void halfOpenWebSocket() throws IOException {
    try (ScriptedBridge bridge =
        new ScriptedBridge(
            ScriptedBridge.Client::stream,
            client -> {
              client.stream();
              client.heartbeatForEver();
            })) {
      connect(bridge);
      awaitState(LinkState.STREAMING);
      LinkSnapshot stalled = awaitState(LinkState.STALLED);
      assertThat(LinkPhase.of(stalled).isFlowing()).isFalse();
      awaitLink(link -> LinkPhase.of(link).isFlowing());
      assertThat(bridge.connections()).as("it flows again on another").isGreaterThan(1);
    }
  }

  @Test
  void halfOpenSocketIsStalledThreeSecondsAfterItsLastHeartbeat() throws IOException {
    try (ScriptedBridge bridge = new ScriptedBridge(ScriptedBridge.Client::stream)) {
      connect(bridge);
      awaitState(LinkState.STREAMING);
      LinkSnapshot stalled = awaitState(LinkState.STALLED);
      assertThat(System.nanoTime() - stalled.lastHeartbeatNanos())
          .isGreaterThanOrEqualTo(LinkTimers.DEFAULT.stalled().toNanos());
      await().atMost(PATIENCE).until(() -> bridge.connections() >= 2);
      awaitState(LinkState.OFFLINE);
    }
  }

  @Test
  void muteAfterTheUpgradeIsTriedOverHttpAndThenAgain() throws IOException {
    try (ScriptedBridge bridge =
        new ScriptedBridge(
            ScriptedBridge.Client::upgrade,
            client -> client.refuse("404 Not Found\r\nConnection: close"),
            client -> client.refuse("404 Not Found\r\nConnection: close"),
            client -> {
              client.stream();
              client.heartbeatForEver();
            })) {
      connect(bridge);
      LinkSnapshot failed = awaitLink(link -> link.attempt() == 2);
      assertThat(failed.reason())
          .isEqualTo("Nothing at the bridge's address answered as a bridge in time");
      awaitState(LinkState.STREAMING);
      assertThat(bridge.connections()).isEqualTo(4);
    }
  }

  @Test
  void abruptCloseIsOfflineAtOnceAndResumesWithPositions() throws IOException {
    try (ScriptedBridge bridge =
        new ScriptedBridge(
            client -> {
              client.stream();
              sendWave(client, 1_000, 500);
              client.heartbeat();
              Thread.sleep(300);
              client.reset();
            },
            client -> {
              client.stream();
              client.heartbeatForEver();
            })) {
      connect(bridge);
      awaitState(LinkState.STREAMING);
      awaitState(LinkState.OFFLINE);
      awaitState(LinkState.STREAMING);
      List<Frame.Hello> hellos =
          bridge.received.stream()
              .filter(Frame.Hello.class::isInstance)
              .map(Frame.Hello.class::cast)
              .toList();
      assertThat(hellos).hasSize(2);
      assertThat(hellos.get(0).positions()).isEmpty();
      assertThat(hellos.get(1).positions()).containsExactly(new Frame.Position(BED, 7, 0, 1_500));
    }
  }

  private static void sendWave(ScriptedBridge.Client client, long first, int count)
      throws IOException {
    client.send(new Frame.Bed(0, BED, true, 1, null, "p", 7, true, List.of(CHANNEL)));
    client.send(
        new Frame.Waveform(0, 0, first, ScriptedBridge.EPOCH, IntStream.range(0, count).toArray()));
  }

  @Test
  void slowFragmentsMakeWholeFrames() throws IOException {
    int[] samples = IntStream.range(0, 200).map(i -> i * 37 % 1_000 - 500).toArray();
    try (ScriptedBridge bridge =
        new ScriptedBridge(
            client -> {
              client.stream();
              client.sendInFragments(
                  new Frame.Bed(0, BED, true, 1, null, "p", 7, true, List.of(CHANNEL)));
              client.sendInFragments(new Frame.Waveform(0, 0, 10, ScriptedBridge.EPOCH, samples));
              client.heartbeatForEver();
            })) {
      connect(bridge);
      await().atMost(PATIENCE).until(() -> report.samplesReceived() == samples.length);
      SampleRing ring = Objects.requireNonNull(ward.ring(BED, 0));
      int[] held = new int[samples.length];
      ring.copy(10, 210, held);
      assertThat(held).isEqualTo(samples);
    }
  }

  @Test
  void aMessageBeyondTheLargestFrameEndsTheConnection() throws IOException {
    try (ScriptedBridge bridge =
        new ScriptedBridge(
            client -> {
              client.stream();
              client.sendPart(ScriptedBridge.BINARY, true, new byte[Frame.MAX_FRAME_BYTES + 1]);
              client.heartbeatForEver();
            })) {
      connect(bridge);
      awaitState(LinkState.OFFLINE);
      assertThat(bridge.connections()).isGreaterThanOrEqualTo(1);
    }
  }

  @Test
  void textInsteadOfFramesEndsTheConnection() throws IOException {
    try (ScriptedBridge bridge =
        new ScriptedBridge(
            client -> {
              client.stream();
              client.sendPart(ScriptedBridge.TEXT, true, new byte[] {'h', 'i'});
              client.heartbeatForEver();
            })) {
      connect(bridge);
      awaitState(LinkState.OFFLINE);
    }
  }

  @Test
  void anotherServerIsNamedWithItsStatusAndItsRetryAfterHonoured() throws IOException {
    try (ScriptedBridge bridge =
        new ScriptedBridge(
            client -> client.refuse("503 Service Unavailable\r\nRetry-After: 600"))) {
      connect(bridge);
      LinkSnapshot failed = awaitLink(link -> link.attempt() == 2);
      assertThat(failed.reason())
          .isEqualTo("The bridge's address answered with HTTP status 503, not as a bridge");
      assertThat(failed.nextAttemptNanos() - System.nanoTime())
          .isGreaterThan(Duration.ofSeconds(500).toNanos());
    }
  }

  @Test
  void malformedFrameIsAnsweredWithABye() throws IOException {
    try (ScriptedBridge bridge =
        new ScriptedBridge(
            client -> {
              client.stream();
              client.sendPart(ScriptedBridge.BINARY, true, new byte[] {(byte) 0xEE, 1});
              client.readUntilClosed();
            })) {
      connect(bridge);
      await()
          .atMost(PATIENCE)
          .until(() -> bridge.received.stream().anyMatch(Frame.Bye.class::isInstance));
      assertThat(bridge.received)
          .filteredOn(Frame.Bye.class::isInstance)
          .first()
          .isInstanceOfSatisfying(
              Frame.Bye.class,
              bye -> assertThat(bye.code()).isEqualTo(Frame.ByeCode.PROTOCOL_ERROR));
    }
  }

  @Test
  void closeTellsTheBridge() throws IOException {
    try (ScriptedBridge bridge =
        new ScriptedBridge(
            client -> {
              client.stream();
              client.readUntilClosed();
            })) {
      connect(bridge);
      awaitState(LinkState.STREAMING);
      link.close();
      await()
          .atMost(PATIENCE)
          .until(() -> bridge.received.stream().anyMatch(Frame.Bye.class::isInstance));
    }
  }
}

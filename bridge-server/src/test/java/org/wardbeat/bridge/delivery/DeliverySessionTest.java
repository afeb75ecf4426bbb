package org.wardbeat.bridge.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.frame.Frame.ByeCode;
import org.wardbeat.wire.ward.BrokerState;

class DeliverySessionTest {
  private final SessionHarness harness = new SessionHarness();

  @Test
  void helloIsAnsweredByWelcomeAndAHeartbeatAtOnce() {
    SessionHarness.Client station = harness.connect();
    station.hello(List.of());

    assertThat(station.frames())
        .satisfiesExactly(
            frame -> {
              Frame.Welcome welcome = (Frame.Welcome) frame;
              assertThat(welcome.version()).isEqualTo(1);
              assertThat(welcome.epochMicros()).isEqualTo(harness.codec.epochMicros());
              assertThat(welcome.heartbeatMillis()).isEqualTo(1_000);
            },
            frame -> assertThat(((Frame.Heartbeat) frame).sequence()).isEqualTo(1));
  }

  @Test
  void eachIntervalBringsAHeartbeatThatCountsItselfAndTheFramesBeforeIt() {
    SessionHarness.Client station = harness.station();
    long framesBefore = 3;
    for (int beat = 2; beat < 6; beat++) {
      tickSecond(station);
      assertThat(station.frames())
          .containsExactly(
              new Frame.Heartbeat(
                  beat, harness.time.clock().micros(), true, false, framesBefore + beat - 2, 0, 0));
      station.receive(new Frame.HeartbeatEcho(beat, framesBefore + beat - 1));
    }
    assertThat(station.session.figures().framesUnanswered()).isLessThanOrEqualTo(1);
  }

  @Test
  void brokerChangeIsToldWithoutWaitingForTheNextInterval() {
    SessionHarness.Client station = harness.station();
    BrokerState down = new BrokerState(false, FakeBed.START_MICROS + 5);
    harness.ward.broker(down);
    station.session.brokerChanged();
    station.session.brokerChanged();
    assertThat(station.frames()).containsExactly(new Frame.Broker(down));
    tickSecond(station);
    assertThat(station.frames())
        .singleElement()
        .satisfies(frame -> assertThat(((Frame.Heartbeat) frame).brokerUp()).isFalse());
  }

  @Test
  void stationThatSaysNoHelloIsSentAway() {
    SessionHarness.Client station = harness.connect();
    harness.time.advance(Duration.ofMillis(9_999));
    station.session.tick();
    assertThat(station.outlet.closed()).isFalse();
    harness.time.advance(Duration.ofMillis(1));
    station.session.tick();
    assertThat(bye(station).code()).isEqualTo(ByeCode.PROTOCOL_ERROR);
    assertThat(station.outlet.closed()).isTrue();
  }

  @Test
  void stationThatLeavesHeartbeatsUnansweredIsSentAway() {
    SessionHarness.Client station = harness.station();
    for (int second = 0; second < 14; second++) {
      tickSecond(station);
    }
    assertThat(station.outlet.closed()).isFalse();
    tickSecond(station);
    assertThat(bye(station).code()).isEqualTo(ByeCode.NO_HEARTBEAT);
    assertThat(station.outlet.closed()).isTrue();
  }

  @Test
  void stationThatTakesNothingIsCutOffWithoutAnythingBeingBuffered() {
    SessionHarness.Client station = harness.station();
    FakeBed bed = harness.admit("4 East", "407", 7);
    station.outlet.take(0);
    station.session.writabilityChanged(false);
    for (int second = 0; second < 15; second++) {
      assertThat(station.outlet.closed()).isFalse();
      bed.send(FakeBed.FREQUENCY_HZ);
      station.offer(bed);
      assertThat(station.outlet.bytes()).isEmpty();
      tickSecond(station);
    }
    assertThat(station.outlet.closed()).isTrue();
    assertThat(station.frames(Frame.Heartbeat.class)).isEmpty();
  }

  @Test
  void heartbeatGoesBeforeEverythingThatWaits() {
    SessionHarness.Client station = harness.station();
    FakeBed bed = harness.admit("4 East", "407", 7);
    station.outlet.take(0);
    bed.send(10);
    station.offer(bed);
    tickSecond(station);
    station.outlet.take(1);
    station.session.drain();
    assertThat(station.frames()).hasOnlyElementsOfType(Frame.Heartbeat.class);
  }

  @Test
  void figuresComeEachFiveSecondsForTheBedsWhoseDiagnosticsAreWanted() {
    harness.admit("4 East", "407", 7);
    harness.admit("4 West", "451", 7);
    SessionHarness.Client station = harness.station().answering();
    station.subscribe(
        0,
        List.of(
            Frame.Selection.ofUnit("4 East", EnumSet.of(Frame.Lane.DIAGNOSTICS)),
            Frame.Selection.ofUnit("", EnumSet.of(Frame.Lane.NUMERICS))));
    station.frames();
    for (int second = 0; second < 4; second++) {
      tickSecond(station);
      assertThat(station.frames()).hasOnlyElementsOfType(Frame.Heartbeat.class);
    }
    tickSecond(station);
    assertThat(station.frames())
        .contains(new Frame.BridgeFigures("tcp://broker:1883", 3, 3, 42, List.of()))
        .contains(new Frame.SourceFigures(0, 1_500, 2, 30, 4))
        .hasSize(3);
  }

  static Stream<Arguments> violations() {
    return Stream.of(
        violation("second Hello", station -> station.hello(List.of())),
        violation(
            "answer to heartbeat 99", station -> station.receive(new Frame.HeartbeatEcho(99, 1))),
        violation("must not send BedRemoved", station -> station.receive(new Frame.BedRemoved(1))),
        violation(
            "binary", station -> station.session.violated("expected a binary message, got text")),
        violation("", station -> station.session.receive(ByteBuffer.allocate(0))),
        violation("", station -> station.session.receive(ByteBuffer.wrap(new byte[] {127, 1, 2}))));
  }

  private static Arguments violation(String named, Consumer<SessionHarness.Client> what) {
    return Arguments.of(named, what);
  }

  @ParameterizedTest
  @MethodSource("violations")
  void violationIsNamedAndEndsOnlyItsOwnSession(
      String named, Consumer<SessionHarness.Client> what) {
    SessionHarness.Client other = harness.station();
    SessionHarness.Client station = harness.station();
    what.accept(station);

    Frame.Bye bye = bye(station);
    assertThat(bye.code()).isEqualTo(ByeCode.PROTOCOL_ERROR);
    assertThat(bye.reason()).isNotBlank().contains(named);
    assertThat(station.outlet.closed()).isTrue();
    station.hello(List.of());
    tickSecond(station);
    assertThat(station.frames()).isEmpty();
    tickSecond(other);
    assertThat(other.frames()).hasOnlyElementsOfType(Frame.Heartbeat.class);
  }

  @Test
  void subscribingBeforeHelloIsAViolation() {
    SessionHarness.Client station = harness.connect();
    station.subscribe(0);
    assertThat(bye(station).reason()).contains("expected Hello first");
  }

  @Test
  void stationThatSaysGoodbyeIsFollowed() {
    SessionHarness.Client station = harness.station();
    station.receive(new Frame.Bye(ByeCode.NORMAL, "done", 0));
    assertThat(station.frames()).isEmpty();
    assertThat(station.outlet.closed()).isTrue();
  }

  @Test
  void shutdownIsToldWithATimeToComeBack() {
    SessionHarness.Client station = harness.station();
    station.session.shutdown();
    Frame.Bye bye = bye(station);
    assertThat(bye.code()).isEqualTo(ByeCode.SHUTDOWN);
    assertThat(bye.retryAfterMillis()).isPositive();
  }

  private static Frame.Bye bye(SessionHarness.Client station) {
    return (Frame.Bye) station.frames().getLast();
  }

  private void tickSecond(SessionHarness.Client station) {
    harness.time.advance(Duration.ofSeconds(1));
    station.session.tick();
  }
}

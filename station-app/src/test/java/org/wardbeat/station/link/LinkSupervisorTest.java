package org.wardbeat.station.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.LinkState;
import org.wardbeat.wire.ward.SignalKind;
import org.wardbeat.wire.ward.WaveformChannel;

class LinkSupervisorTest {
  private final FakeBridge bridge = new FakeBridge();

  LinkSupervisorTest() {
    bridge.supervisor.start();
  }

  @Test
  void startsConnectingAndStreamsOnlyAfterSnapshotAndHeartbeat() {
    assertThat(bridge.state()).isEqualTo(LinkState.CONNECTING);
    assertThat(bridge.link().everConnected()).isFalse();
    bridge.open();
    assertThat(bridge.state()).isEqualTo(LinkState.CONNECTING);
    bridge.welcome();
    assertThat(bridge.state()).isEqualTo(LinkState.RESUMING);
    assertThat(bridge.link().everConnected()).isTrue();
    bridge.endOfSnapshot();
    assertThat(bridge.state()).isEqualTo(LinkState.RESUMING);
    bridge.heartbeat();
    assertThat(bridge.state()).isEqualTo(LinkState.STREAMING);
    assertThat(bridge.link().reason()).isEmpty();
    assertThat(bridge.link().attempt()).isZero();
    assertThat(bridge.link().broker()).isEqualTo(FakeBridge.UP);
  }

  @Test
  void helloComesFirstThenTheSubscriptionThenAnEchoOfEachHeartbeat() {
    bridge.stream();
    bridge.heartbeat();
    List<Frame> sent = bridge.last().sent;
    assertThat(sent.get(0)).isEqualTo(new Frame.Hello(1, "test", "test 1", null, List.of()));
    assertThat(sent.get(1)).isInstanceOf(Frame.Subscribe.class);
    assertThat(sent.get(2)).isEqualTo(new Frame.HeartbeatEcho(1, 2));
    assertThat(sent.get(3)).isEqualTo(new Frame.HeartbeatEcho(2, 4));
  }

  @Test
  void silenceStallsWithinThreeSecondsReconnectsAtFiveAndIsOfflineAtTen() {
    bridge.stream();
    bridge.pass(2_750);
    assertThat(bridge.state()).isEqualTo(LinkState.STREAMING);
    bridge.pass(50);
    assertThat(bridge.state()).isEqualTo(LinkState.STALLED);
    bridge.pass(2_150);
    assertThat(bridge.transports).hasSize(1);
    bridge.pass(50);
    assertThat(bridge.alive()).isZero();
    assertThat(bridge.state()).isEqualTo(LinkState.STALLED);
    bridge.passUntilAttempt();
    bridge.pass(5_000);
    assertThat(bridge.state()).isEqualTo(LinkState.OFFLINE);
  }

  @Test
  void heartbeatWithinFiveSecondsEndsTheStall() {
    bridge.stream();
    bridge.pass(4_000);
    assertThat(bridge.state()).isEqualTo(LinkState.STALLED);
    bridge.heartbeat();
    assertThat(bridge.state()).isEqualTo(LinkState.STREAMING);
    assertThat(bridge.transports).hasSize(1);
  }

  @Test
  void closedConnectionIsOfflineAtOnceAndTriedAgain() {
    bridge.stream();
    bridge.breaks("The connection to the bridge broke", 0);
    assertThat(bridge.state()).isEqualTo(LinkState.OFFLINE);
    assertThat(bridge.link().reason()).isEqualTo("The connection to the bridge broke");
    assertThat(bridge.link().nextAttemptNanos()).isGreaterThan(bridge.nanos());
    bridge.passUntilAttempt();
    bridge.stream();
    assertThat(bridge.state()).isEqualTo(LinkState.STREAMING);
  }

  @Test
  void failedReconnectAfterSilenceIsOfflineAtOnce() {
    bridge.stream();
    bridge.passUntilAttempt();
    assertThat(bridge.state()).isEqualTo(LinkState.STALLED);
    bridge.breaks("Nothing answers at the bridge's address", 0);
    assertThat(bridge.state()).isEqualTo(LinkState.OFFLINE);
  }

  @Test
  void muteBridgeIsGivenUpAfterFourSecondsAndAttemptsGrow() {
    bridge.open();
    bridge.pass(3_950);
    assertThat(bridge.alive()).isOne();
    bridge.pass(50);
    assertThat(bridge.alive()).isZero();
    assertThat(bridge.link().attempt()).isEqualTo(2);
    assertThat(bridge.state()).isEqualTo(LinkState.CONNECTING);
    bridge.passUntilAttempt();
    bridge.open();
    bridge.welcome();
    bridge.pass(4_000);
    assertThat(bridge.link().attempt()).isEqualTo(3);
    assertThat(bridge.link().reason()).isEqualTo("The bridge answered but sent no heartbeat");
  }

  @Test
  void flappingLinkDoesNotStartCountingFromOneAgain() {
    bridge.stream();
    bridge.breaks("x", 0);
    assertThat(bridge.link().attempt()).isEqualTo(2);
    bridge.passUntilAttempt();
    bridge.stream();
    bridge.passWithHeartbeats(10);
    bridge.breaks("x", 0);
    assertThat(bridge.link().attempt()).isEqualTo(1);
  }

  @Test
  void retryAfterIsHonouredAndRetryNowOverridesIt() {
    bridge.stream();
    bridge.says(new Frame.Bye(Frame.ByeCode.OVERLOADED, "full", 60_000));
    assertThat(bridge.state()).isEqualTo(LinkState.OFFLINE);
    assertThat(bridge.link().reason()).isEqualTo("The bridge has as many stations as it takes");
    bridge.pass(59_900);
    assertThat(bridge.transports).hasSize(1);
    bridge.supervisor.retryNow();
    assertThat(bridge.transports).hasSize(2);
    assertThat(bridge.alive()).isOne();
  }

  @Test
  void retryNowKeepsTheFloorAndDoesNothingWhileConnecting() {
    bridge.breaks("x", 0);
    bridge.supervisor.retryNow();
    assertThat(bridge.transports).hasSize(1);
    bridge.pass(250);
    assertThat(bridge.transports).hasSize(2);
    bridge.supervisor.retryNow();
    bridge.pass(1_000);
    assertThat(bridge.transports).hasSize(2);
  }

  @Test
  void malformedFrameEndsTheSessionWithAByeThatNamesIt() {
    bridge.stream();
    bridge.saysBytes(new byte[] {(byte) 0xEE, 1, 2, 3});
    assertThat(bridge.alive()).isZero();
    assertThat(bridge.last().sent.getLast())
        .isInstanceOfSatisfying(
            Frame.Bye.class,
            bye -> {
              assertThat(bye.code()).isEqualTo(Frame.ByeCode.PROTOCOL_ERROR);
              assertThat(bye.reason()).isNotEmpty();
            });
    assertThat(bridge.state()).isEqualTo(LinkState.OFFLINE);
    bridge.passUntilAttempt();
    assertThat(bridge.alive()).isOne();
  }

  @Test
  void framesBeforeTheWelcomeAndForUnknownHandlesAreProtocolErrors() {
    bridge.open();
    bridge.heartbeat();
    assertThat(bridge.last().sent.getLast()).isInstanceOf(Frame.Bye.class);
    bridge.passUntilAttempt();
    bridge.stream();
    bridge.says(new Frame.BedRemoved(9));
    assertThat(bridge.last().sent.getLast())
        .isInstanceOfSatisfying(
            Frame.Bye.class, bye -> assertThat(bye.reason()).contains("handle 9"));
  }

  @Test
  void otherProtocolVersionIsRefused() {
    bridge.open();
    bridge.says(
        new Frame.Welcome(
            2, "b", "b", 1, FakeBridge.EPOCH, FakeBridge.EPOCH, 1_000, FakeBridge.UP));
    assertThat(bridge.last().sent.getLast())
        .isInstanceOfSatisfying(
            Frame.Bye.class,
            bye -> assertThat(bye.code()).isEqualTo(Frame.ByeCode.VERSION_UNSUPPORTED));
    assertThat(bridge.link().everConnected()).isFalse();
  }

  @Test
  void slowHeartbeatsDegradeTheLinkUntilTheirMedianIsShortAgain() {
    bridge.stream();
    bridge.passWithHeartbeats(2);
    for (int i = 0; i < 6; i++) {
      bridge.pass(1_000);
      bridge.heartbeatDelayed(400);
    }
    assertThat(bridge.state()).isEqualTo(LinkState.DEGRADED);
    assertThat(bridge.link().reason()).isEqualTo("The network to the bridge is slow");
    assertThat(bridge.link().latencyMillis()).isCloseTo(400, within(1.0));
    bridge.passWithHeartbeats(8);
    assertThat(bridge.state()).isEqualTo(LinkState.STREAMING);
  }

  @Test
  void slowWelcomeAloneDoesNotMakeAQuickLinkSlow() {
    welcomeAfter(1_000);
    bridge.heartbeat();
    bridge.endOfSnapshot();
    for (int i = 0; i < 10; i++) {
      bridge.passWithHeartbeats(1);
      assertThat(bridge.state()).isEqualTo(LinkState.STREAMING);
    }
    assertThat(bridge.last().sent(Frame.Subscribe.class)).hasSize(1);
  }

  @Test
  void linkThatWasSlowOnlyAsItBeganIsMeasuredAnew() {
    welcomeAfter(1_000);
    bridge.heartbeat();
    bridge.pass(900);
    bridge.endOfSnapshot();
    bridge.passWithHeartbeats(2);
    assertThat(bridge.state()).isEqualTo(LinkState.DEGRADED);
    assertThat(bridge.last().sent(Frame.Subscribe.class)).hasSize(1);
    bridge.pass(100);
    assertThat(bridge.last().sent(Frame.Subscribe.class)).hasSize(2);
    bridge.endOfSnapshot();
    bridge.passWithHeartbeats(6);
    assertThat(bridge.state()).isEqualTo(LinkState.STREAMING);
    bridge.passWithHeartbeats(120);
    assertThat(bridge.last().sent(Frame.Subscribe.class)).hasSize(2);
  }

  @Test
  void linkThatIsSlowIsMeasuredAtTimesAndStaysSlow() {
    welcomeAfter(1_000);
    bridge.heartbeat();
    int answered = 0;
    for (int i = 0; i < 150; i++) {
      boolean unanswered = bridge.last().sent(Frame.Subscribe.class).size() > answered;
      bridge.passWithHeartbeats(1);
      if (unanswered) {
        answered++;
        bridge.endOfSnapshot();
      }
    }
    assertThat(bridge.state()).isEqualTo(LinkState.DEGRADED);
    assertThat(bridge.link().latencyMillis()).isCloseTo(500, within(1.0));
    assertThat(bridge.last().sent(Frame.Subscribe.class)).hasSize(4);
  }

  private void welcomeAfter(long millis) {
    bridge.open();
    bridge.pass(millis);
    bridge.welcome();
  }

  @Test
  void whatAnEarlierSessionStillTellsIsIgnored() {
    bridge.stream();
    FakeBridge.FakeTransport first = bridge.last();
    bridge.breaks("x", 0);
    bridge.passUntilAttempt();
    bridge.stream();
    bridge.fails(first, TransportFailure.of("late"));
    assertThat(bridge.state()).isEqualTo(LinkState.STREAMING);
    assertThat(bridge.alive()).isOne();
  }

  @Test
  void nextHelloSaysUpToWhereEachWaveformIsHeld() {
    BedId bed = new BedId("4 East", "407");
    WaveformChannel channel = new WaveformChannel("II", SignalKind.ECG, 250, 200, 0, "mV");
    bridge.open();
    bridge.welcome();
    bridge.says(new Frame.Bed(3, bed, true, 1, null, "p", 7, true, List.of(channel)));
    bridge.says(new Frame.Waveform(3, 0, 1_000, bridge.bridgeMicros(), new int[] {1, 2, 3}));
    bridge.breaks("x", 0);
    bridge.passUntilAttempt();
    bridge.open();
    assertThat(bridge.last().sent.getFirst())
        .isInstanceOfSatisfying(
            Frame.Hello.class,
            hello ->
                assertThat(hello.positions())
                    .containsExactly(new Frame.Position(bed, 7, 0, 1_003)));
  }

  @Test
  void readingsThatDoNotFitAskForAnotherSnapshotOnceAndNotTooOften() {
    BedId bed = new BedId("4 East", "407");
    bridge.stream();
    bridge.pass(1_000);
    bridge.heartbeat();
    bridge.says(new Frame.Bed(3, bed, true, 1, null, "p", 7, true, List.of()));
    bridge.says(new Frame.NumericsDelta(3, 4, 1, 1_000, List.of()));
    bridge.says(new Frame.NumericsDelta(3, 5, 1, 1_000, List.of()));
    assertThat(subscriptions()).isEqualTo(2);
    bridge.endOfSnapshot();
    bridge.says(new Frame.NumericsDelta(3, 6, 1, 1_000, List.of()));
    assertThat(subscriptions()).isEqualTo(2);
    bridge.pass(1_000);
    assertThat(subscriptions()).isEqualTo(3);
    assertThat(bridge.state()).isEqualTo(LinkState.STREAMING);
  }

  private long subscriptions() {
    return bridge.last().sent.stream().filter(Frame.Subscribe.class::isInstance).count();
  }

  @Test
  void stopSaysGoodbye() {
    bridge.stream();
    assertThat(bridge.supervisor.stop()).isNotDone();
    assertThat(bridge.last().sent.getLast())
        .isInstanceOfSatisfying(
            Frame.Bye.class, bye -> assertThat(bye.code()).isEqualTo(Frame.ByeCode.NORMAL));
    bridge.pass(60_000);
    assertThat(bridge.transports).hasSize(1);
  }
}

package org.wardbeat.station.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wardbeat.station.link.FakeBridge.FakeTransport;
import org.wardbeat.station.link.TransportFailure.Answer;
import org.wardbeat.station.ward.LinkEvent;
import org.wardbeat.station.ward.Rung;
import org.wardbeat.station.ward.TransportKind;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.BrokerState;
import org.wardbeat.wire.ward.LinkState;

/** What networks do to a link, hours in milliseconds. */
class LinkTransportTest {
  private FakeBridge bridge = started(new FakeBridge());

  private static FakeBridge started(FakeBridge made) {
    made.supervisor.start();
    return made;
  }

  private void useTwoBridges() {
    bridge = started(new FakeBridge(new Random(1), List.of(FakeBridge.FIRST, FakeBridge.SECOND)));
  }

  private Rung rung(TransportKind kind) {
    return bridge.link().details().ladder().stream()
        .filter(rung -> rung.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  /** The upgrade is refused, and a session over HTTP begins. */
  private void fallBackToHttp() {
    bridge.breaks("WebSocket does not get through", 0);
    bridge.passUntilAttempt();
    bridge.stream();
    assertThat(bridge.last().kind).isEqualTo(TransportKind.HTTP_STREAM);
  }

  @Test
  void strippedUpgradeHeaderFallsBackAtOnceAndSaysWhy() {
    fallBackToHttp();
    assertThat(bridge.nanos() / FakeBridge.MILLI).isLessThan(1_000);
    assertThat(bridge.state()).isEqualTo(LinkState.DEGRADED);
    assertThat(bridge.link().reason())
        .isEqualTo("Running over HTTP because WebSocket does not get through");
    assertThat(bridge.link().transport()).isEqualTo(TransportKind.HTTP_STREAM);
    assertThat(rung(TransportKind.WEB_SOCKET).status()).isEqualTo(Rung.Status.BLOCKED);
    assertThat(rung(TransportKind.WEB_SOCKET).words()).isEqualTo("WebSocket does not get through");
    assertThat(rung(TransportKind.HTTP_STREAM).status()).isEqualTo(Rung.Status.IN_USE);
    assertThat(rung(TransportKind.LONG_POLL).status()).isEqualTo(Rung.Status.READY);
  }

  @Test
  void silenceAfterTheUpgradeFallsBackAfterFourSeconds() {
    bridge.open();
    bridge.pass(3_950);
    assertThat(bridge.last().isAlive()).isTrue();
    bridge.passUntilAttempt();
    assertThat(bridge.last().kind).isEqualTo(TransportKind.HTTP_STREAM);
    assertThat(bridge.last().startedNanos / FakeBridge.MILLI).isLessThan(4_700);
  }

  @Test
  void bufferedHttpFallsBackToPollingWithoutWaves() {
    bridge.breaks("no WebSocket", 0);
    bridge.passUntilAttempt();
    bridge.open();
    bridge.pass(4_000);
    bridge.passUntilAttempt();
    bridge.stream();
    assertThat(bridge.last().kind).isEqualTo(TransportKind.LONG_POLL);
    assertThat(bridge.last().sent(Frame.Subscribe.class).getFirst().selections())
        .allSatisfy(
            selection ->
                assertThat(selection.lanes())
                    .contains(Frame.Lane.ALARMS)
                    .doesNotContain(Frame.Lane.WAVEFORMS));
    assertThat(bridge.link().reason()).isEqualTo("Only polling works on this network");
  }

  @Test
  void transportThatPassesTheFirstDataAndThenStallsCountsAsBlockedTheSecondTime() {
    for (int i = 0; i < 2; i++) {
      assertThat(bridge.last().kind).isEqualTo(TransportKind.WEB_SOCKET);
      bridge.stream();
      bridge.passWithHeartbeats(3);
      bridge.passUntilAttempt();
    }
    assertThat(bridge.last().kind).isEqualTo(TransportKind.HTTP_STREAM);
    assertThat(rung(TransportKind.WEB_SOCKET).status()).isEqualTo(Rung.Status.BLOCKED);
  }

  @Test
  void transportWhoseSessionsBreakEarlyIsTriedAgainSoonAndIfTheyStillDoLater() {
    breakTwiceSoonAfterTheBeginning();
    bridge.stream();
    assertThat(bridge.last().kind).isEqualTo(TransportKind.HTTP_STREAM);
    assertThat(bridge.link().details().nextClimbNanos() - bridge.nanos())
        .isCloseTo(5_000 * FakeBridge.MILLI, within(FakeBridge.MILLI));
    bridge.passWithHeartbeats(5);
    bridge.pass(50);

    bridge.stream();
    assertThat(bridge.link().transport()).isEqualTo(TransportKind.WEB_SOCKET);
    bridge.breaks("The connection to the bridge broke", 0);
    bridge.passUntilAttempt();
    breakTwiceSoonAfterTheBeginning();
    bridge.stream();
    assertThat(bridge.last().kind).isEqualTo(TransportKind.HTTP_STREAM);
    assertThat(bridge.link().details().nextClimbNanos() - bridge.nanos())
        .isCloseTo(60_000 * FakeBridge.MILLI, within(FakeBridge.MILLI));
  }

  /** Until another transport is tried. */
  private void breakTwiceSoonAfterTheBeginning() {
    while (bridge.last().kind == TransportKind.WEB_SOCKET) {
      bridge.stream();
      bridge.breaks("The connection to the bridge broke", 0);
      bridge.passUntilAttempt();
    }
  }

  @Test
  void dropOfALinkThatLastedKeepsItsTransport() {
    for (int i = 0; i < 5; i++) {
      bridge.stream();
      bridge.passWithHeartbeats(60);
      bridge.passUntilAttempt();
      assertThat(bridge.last().kind).isEqualTo(TransportKind.WEB_SOCKET);
    }
  }

  @Test
  void bridgeThatIsAwayIsNoReasonForAnotherTransport() {
    for (int i = 0; i < 30; i++) {
      bridge.isUnreachable();
      bridge.passUntilAttempt();
      assertThat(bridge.last().kind).isEqualTo(TransportKind.WEB_SOCKET);
    }
    bridge.stream();
    assertThat(bridge.state()).isEqualTo(LinkState.STREAMING);
    assertThat(bridge.link().details().nextClimbNanos()).isZero();
  }

  @Test
  void proberTakesOverWithItsFirstHeartbeatAndNotBefore() {
    fallBackToHttp();
    FakeTransport http = bridge.last();
    assertThat(bridge.link().details().nextClimbNanos() - bridge.nanos())
        .isCloseTo(60_000 * FakeBridge.MILLI, within(FakeBridge.MILLI));
    bridge.passWithHeartbeats(60);
    bridge.pass(50);
    FakeTransport probe = bridge.last();
    assertThat(probe.kind).isEqualTo(TransportKind.WEB_SOCKET);
    bridge.open(probe);
    bridge.welcome(probe, FakeBridge.UP);
    bridge.heartbeat(http, 0, false);
    assertThat(probe.sent(Frame.Subscribe.class)).isEmpty();
    assertThat(bridge.state()).isEqualTo(LinkState.DEGRADED);
    assertThat(bridge.link().transport()).isEqualTo(TransportKind.HTTP_STREAM);

    bridge.heartbeat(probe, 0, false);
    assertThat(http.isAlive()).isFalse();
    assertThat(http.sent(Frame.Bye.class)).hasSize(1);
    assertThat(bridge.state()).isEqualTo(LinkState.RESUMING);
    bridge.endOfSnapshot();
    assertThat(bridge.state()).isEqualTo(LinkState.STREAMING);
    assertThat(bridge.link().transport()).isEqualTo(TransportKind.WEB_SOCKET);
    assertThat(bridge.link().details().nextClimbNanos()).isZero();
    assertThat(bridge.alive()).isOne();
  }

  @Test
  void vainProbeDisturbsNothingAndIsRepeatedAMinuteLater() {
    fallBackToHttp();
    FakeTransport http = bridge.last();
    bridge.passWithHeartbeats(60);
    bridge.pass(50);
    FakeTransport probe = bridge.last();
    bridge.open(probe);
    for (int i = 0; i < 5; i++) {
      bridge.pass(1_000);
      bridge.heartbeat(http, 0, false);
      assertThat(bridge.state()).isEqualTo(LinkState.DEGRADED);
    }
    assertThat(probe.isAlive()).isFalse();
    assertThat(http.isAlive()).isTrue();
    assertThat(rung(TransportKind.WEB_SOCKET).words())
        .isEqualTo("Nothing at the bridge's address answered as a bridge in time");
    int before = bridge.transports.size();
    for (int i = 0; i < 54; i++) {
      bridge.pass(1_000);
      bridge.heartbeat(http, 0, false);
    }
    assertThat(bridge.transports).hasSize(before);
    for (int i = 0; i < 3; i++) {
      bridge.pass(1_000);
      bridge.heartbeat(http, 0, false);
    }
    assertThat(bridge.transports).hasSize(before + 1);
  }

  @Test
  void probeUnderWayIsTheNextAttemptWhenTheLinkBreaks() {
    fallBackToHttp();
    FakeTransport http = bridge.last();
    bridge.passWithHeartbeats(60);
    bridge.pass(50);
    FakeTransport probe = bridge.last();
    bridge.open(probe);
    bridge.welcome(probe, FakeBridge.UP);
    bridge.fails(http, TransportFailure.of("broke"));
    assertThat(bridge.alive()).isOne();
    assertThat(bridge.state()).isEqualTo(LinkState.RESUMING);
    bridge.pass(2_000);
    assertThat(bridge.last()).isSameAs(probe);
    bridge.heartbeat(probe, 0, false);
    bridge.endOfSnapshot();
    assertThat(bridge.state()).isEqualTo(LinkState.STREAMING);
  }

  @Test
  void fallbackChosenDuringAnOutageIsLeftSoon() {
    for (int i = 0; i < 4; i++) {
      bridge.pass(4_000);
      bridge.passUntilAttempt();
    }
    assertThat(bridge.last().kind).isEqualTo(TransportKind.HTTP_STREAM);
    bridge.stream();
    assertThat(bridge.link().details().nextClimbNanos() - bridge.nanos())
        .isLessThanOrEqualTo(5_000 * FakeBridge.MILLI);
  }

  @Test
  void whatWorkedIsRememberedOnceItLastsAndTriedFirst() {
    fallBackToHttp();
    bridge.passWithHeartbeats(5);
    assertThat(bridge.remembered).isEmpty();
    bridge.passWithHeartbeats(6);
    assertThat(bridge.remembered).isEqualTo(Map.of(FakeBridge.FIRST, TransportKind.HTTP_STREAM));
    FakeBridge later =
        started(new FakeBridge(new Random(1), List.of(FakeBridge.FIRST), bridge.remembered));
    assertThat(later.last().kind).isEqualTo(TransportKind.HTTP_STREAM);
  }

  @Test
  void silentDropIsSaidWithinThreeSecondsAndPingsChangeNothing() {
    bridge.stream();
    bridge.passWithHeartbeats(5);
    long lastHeartbeat = bridge.nanos();
    while (bridge.state() == LinkState.STREAMING) {
      bridge.pass(50);
    }
    assertThat(bridge.state()).isEqualTo(LinkState.STALLED);
    assertThat((bridge.nanos() - lastHeartbeat) / FakeBridge.MILLI).isBetween(2_800L, 2_850L);
  }

  @Test
  void dataWithoutHeartbeatsIsNoLife() {
    bridge.stream();
    for (int i = 0; i < 30; i++) {
      bridge.pass(100);
      bridge.says(new Frame.Broker(FakeBridge.UP));
    }
    assertThat(bridge.state()).isEqualTo(LinkState.STALLED);
  }

  @Test
  void sleepOfTenSecondsEndsTheLinkAtOnceAndNoOldHeartbeatCounts() {
    bridge.stream();
    bridge.passWithHeartbeats(20);
    FakeTransport old = bridge.last();
    bridge.arrives(old, bridge.nextHeartbeat(old, 0, true, false, 0));
    bridge.sleep(10_000);
    bridge.run();
    assertThat(old.isAlive()).isFalse();
    assertThat(bridge.state()).isEqualTo(LinkState.OFFLINE);
    assertThat(bridge.link().reason()).isEqualTo("This computer stood still");
    bridge.pass(50);
    assertThat(bridge.transports).hasSize(2);
    bridge.stream();
    assertThat(bridge.state()).isEqualTo(LinkState.STREAMING);
  }

  @Test
  void sleepOfTenMinutesAgesWhatIsHeldBeforeAnythingIsHeard() {
    bridge.stream();
    bridge.passWithHeartbeats(20);
    long before = bridge.ward.bridgeNowMicros();
    bridge.sleep(600_000);
    bridge.supervisor.tick();
    assertThat(bridge.state()).isEqualTo(LinkState.OFFLINE);
    assertThat(bridge.ward.bridgeNowMicros() - before).isGreaterThanOrEqualTo(600_000_000L);
  }

  @Test
  void programThatStoodStillForLongTrustsNoConnection() {
    bridge.stream();
    FakeTransport old = bridge.last();
    bridge.standStill(6_000);
    bridge.arrives(old, bridge.nextHeartbeat(old, 0, true, false, 0));
    bridge.run();
    assertThat(old.isAlive()).isFalse();
    assertThat(bridge.state()).isNotIn(LinkState.STREAMING, LinkState.DEGRADED);
  }

  @Test
  void clockSetBackChangesNothing() {
    bridge.stream();
    bridge.passWithHeartbeats(3);
    bridge.sleep(-3_600_000);
    bridge.supervisor.tick();
    assertThat(bridge.last().isAlive()).isTrue();
    assertThat(bridge.transports).hasSize(1);
  }

  @Test
  void closeHandshakeThatHangsHoldsNothingUp() {
    bridge.stream();
    bridge.saysBytes(new byte[] {(byte) 0xEE, 1});
    assertThat(bridge.last().sent(Frame.Bye.class)).hasSize(1);
    bridge.passUntilAttempt();
    bridge.stream();
    assertThat(bridge.state()).isEqualTo(LinkState.STREAMING);
  }

  @Test
  void evenlySlowLinkIsKnownByTheRoundTripOfItsBeginning() {
    bridge.open();
    bridge.pass(800);
    FakeTransport slow = bridge.last();
    bridge.says(
        new Frame.Welcome(
            1,
            "fake",
            "fake 1",
            1,
            FakeBridge.EPOCH,
            bridge.bridgeMicros() - 400_000,
            1_000,
            FakeBridge.UP));
    bridge.heartbeat(slow, 400, false);
    bridge.pass(800);
    bridge.endOfSnapshot();
    for (int i = 0; i < 5; i++) {
      bridge.pass(1_000);
      bridge.heartbeat(slow, 400, false);
    }
    assertThat(bridge.link().latencyMillis()).isCloseTo(400, within(10.0));
    assertThat(bridge.state()).isEqualTo(LinkState.DEGRADED);
    assertThat(bridge.link().reason()).isEqualTo("The network to the bridge is slow");
  }

  @Test
  void conflationDegradesAndSaysSo() {
    bridge.stream();
    bridge.heartbeat(bridge.last(), 0, true);
    assertThat(bridge.state()).isEqualTo(LinkState.DEGRADED);
    assertThat(bridge.link().conflating()).isTrue();
    bridge.breaks("x", 0);
    bridge.passUntilAttempt();
    bridge.stream();
    assertThat(bridge.state()).isEqualTo(LinkState.STREAMING);
    assertThat(bridge.link().conflating()).isFalse();
  }

  @Test
  void twoDropsInARowBeforeTheFirstDataResumeLikeOne() {
    bridge.open();
    bridge.breaks("x", 0);
    bridge.passUntilAttempt();
    bridge.open();
    bridge.welcome();
    bridge.breaks("x", 0);
    bridge.passUntilAttempt();
    bridge.stream();
    assertThat(bridge.link().attempt()).isZero();
    assertThat(bridge.state()).isIn(LinkState.STREAMING, LinkState.DEGRADED);
    assertThat(bridge.alive()).isOne();
  }

  @Test
  void afterADayWithoutABridgeItIsStillTriedAndReached() {
    bridge.stream();
    bridge.passWithHeartbeats(20);
    bridge.breaks("x", 0);
    long end = bridge.nanos() + 24 * 3_600_000L * FakeBridge.MILLI;
    int attempts = 0;
    while (bridge.nanos() < end) {
      bridge.leap(1_000);
      if (bridge.last().isAlive()) {
        bridge.isUnreachable();
        attempts++;
      }
    }
    assertThat(bridge.state()).isEqualTo(LinkState.OFFLINE);
    assertThat(attempts).isBetween(24 * 3_600 / 6, 24 * 3_600);
    bridge.passUntilAttempt();
    bridge.stream();
    assertThat(bridge.state()).isEqualTo(LinkState.STREAMING);
  }

  @Test
  void unreachableBridgeGivesWayToTheNextAtOnce() {
    useTwoBridges();
    assertThat(bridge.last().bridge).isEqualTo(FakeBridge.FIRST);
    bridge.isUnreachable();
    bridge.passUntilAttempt();
    assertThat(bridge.last().bridge).isEqualTo(FakeBridge.SECOND);
    assertThat(bridge.nanos() / FakeBridge.MILLI).isLessThan(1_000);
    bridge.stream();
    assertThat(bridge.link().bridge()).isEqualTo(FakeBridge.SECOND);
    assertThat(bridge.state()).isEqualTo(LinkState.STREAMING);
  }

  @Test
  void hangingBridgeGivesWayToTheNextOverTheSameTransport() {
    useTwoBridges();
    bridge.open();
    bridge.passUntilAttempt();
    assertThat(bridge.last().bridge).isEqualTo(FakeBridge.SECOND);
    assertThat(bridge.last().kind).isEqualTo(TransportKind.WEB_SOCKET);
  }

  @Test
  void bridgeThatSendsStationsAwayIsLeftAloneForAsLongAsItAsked() {
    useTwoBridges();
    bridge.stream();
    bridge.says(new Frame.Bye(Frame.ByeCode.OVERLOADED, "full", 30_000));
    bridge.passUntilAttempt();
    assertThat(bridge.last().bridge).isEqualTo(FakeBridge.SECOND);
    assertThat(bridge.nanos() / FakeBridge.MILLI).isLessThan(1_000);
    bridge.isUnreachable();
    while (bridge.nanos() / FakeBridge.MILLI < 29_000) {
      bridge.passUntilAttempt();
      assertThat(bridge.last().bridge).isEqualTo(FakeBridge.SECOND);
      bridge.isUnreachable();
    }
  }

  @Test
  void preferredBridgeIsReturnedToOnceItKnowsItsBeds() {
    useTwoBridges();
    bridge.isUnreachable();
    bridge.passUntilAttempt();
    bridge.stream();
    FakeTransport second = bridge.last();
    BrokerState justUp = new BrokerState(true, bridge.bridgeMicros() + 60_000_000);
    FakeTransport probe = probeOfFirst(second);
    bridge.welcome(probe, justUp);
    bridge.heartbeat(probe, 0, false);
    assertThat(second.isAlive()).isTrue();
    bridge.heartbeat(second, 0, false);
    bridge.fails(probe, new TransportFailure("x", 0, Answer.OTHER));

    probe = probeOfFirst(second);
    bridge.welcome(probe, FakeBridge.UP);
    bridge.heartbeat(probe, 0, false);
    assertThat(second.isAlive()).isFalse();
    assertThat(bridge.link().bridge()).isEqualTo(FakeBridge.FIRST);
  }

  private FakeTransport probeOfFirst(FakeTransport current) {
    int before = bridge.transports.size();
    while (bridge.transports.size() == before) {
      bridge.pass(1_000);
      bridge.heartbeat(current, 0, false);
    }
    FakeTransport probe = bridge.last();
    assertThat(probe.bridge).isEqualTo(FakeBridge.FIRST);
    bridge.open(probe);
    return probe;
  }

  @Test
  void anotherBridgeIsTriedWhileThisOneHasNoBroker() {
    useTwoBridges();
    bridge.stream();
    FakeTransport first = bridge.last();
    bridge.says(first, new Frame.Broker(new BrokerState(false, bridge.bridgeMicros())));
    for (int i = 0; i < 6; i++) {
      bridge.pass(1_000);
      bridge.says(first, bridge.nextHeartbeat(first, 0, false, false, 0));
    }
    FakeTransport probe = bridge.last();
    assertThat(probe.bridge).isEqualTo(FakeBridge.SECOND);
    bridge.open(probe);
    bridge.welcome(probe, FakeBridge.UP);
    bridge.heartbeat(probe, 0, false);
    assertThat(bridge.link().bridge()).isEqualTo(FakeBridge.SECOND);
  }

  @Test
  void eventsAreToldNewestFirstWithoutEnd() {
    for (int i = 0; i < 300; i++) {
      bridge.isUnreachable();
      bridge.passUntilAttempt();
    }
    List<LinkEvent> events = bridge.link().details().events();
    assertThat(events).hasSize(LinkLog.CAPACITY);
    assertThat(events.getFirst().time()).isAfter(events.getLast().time());
    assertThat(events.getFirst().words()).isEqualTo("No link: Nothing answers");
  }

  @Test
  void historyHoldsHalfAnHourOfHalfMinutes() {
    bridge.stream();
    bridge.passWithHeartbeats(40 * 60);
    assertThat(bridge.link().details().history()).hasSize(60);
    assertThat(bridge.link().details().hops()).isNotEmpty();
  }
}

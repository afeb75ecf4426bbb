package org.wardbeat.station.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.wardbeat.station.link.FakeBridge.FakeTransport;
import org.wardbeat.station.link.TransportFailure.Answer;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.BrokerState;
import org.wardbeat.wire.ward.LinkState;

/** Two bridges, three transports, and a world that does what it likes with them. */
class LinkSupervisorProperties {
  private static final long FLOOR_NANOS = LinkTimers.DEFAULT.retryFloor().toNanos();
  private static final long CAP_NANOS = LinkTimers.DEFAULT.retryCap().toNanos();
  private static final long ASKED_MILLIS = 2_000;

  /** What the world may do between two looks at the clock. */
  enum Deed {
    NOTHING,
    HALF_SECOND,
    LONG_SILENCE,
    MINUTE_OF_HEARTBEATS,
    OPEN,
    WELCOME,
    STREAM,
    HEARTBEAT,
    STRAY_HEARTBEAT,
    SLOW_HEARTBEAT,
    CONFLATING_HEARTBEAT,
    END_OF_SNAPSHOT,
    BROKER_LOST,
    GARBAGE,
    BREAK,
    UNREACHABLE,
    BYE_RETRY_AFTER,
    LATE_WORD,
    RESTART,
    SLEEP,
    STAND_STILL,
    RETRY_NOW,
    DIAGNOSTICS
  }

  @Provide
  Arbitrary<List<Deed>> hours() {
    return Arbitraries.frequency(
            Tuple.of(6, Deed.HALF_SECOND),
            Tuple.of(1, Deed.LONG_SILENCE),
            Tuple.of(2, Deed.MINUTE_OF_HEARTBEATS),
            Tuple.of(6, Deed.STREAM),
            Tuple.of(1, Deed.OPEN),
            Tuple.of(1, Deed.WELCOME),
            Tuple.of(10, Deed.HEARTBEAT),
            Tuple.of(1, Deed.STRAY_HEARTBEAT),
            Tuple.of(2, Deed.SLOW_HEARTBEAT),
            Tuple.of(1, Deed.CONFLATING_HEARTBEAT),
            Tuple.of(1, Deed.END_OF_SNAPSHOT),
            Tuple.of(1, Deed.BROKER_LOST),
            Tuple.of(1, Deed.GARBAGE),
            Tuple.of(2, Deed.BREAK),
            Tuple.of(1, Deed.UNREACHABLE),
            Tuple.of(1, Deed.BYE_RETRY_AFTER),
            Tuple.of(2, Deed.LATE_WORD),
            Tuple.of(1, Deed.RESTART),
            Tuple.of(1, Deed.SLEEP),
            Tuple.of(1, Deed.STAND_STILL),
            Tuple.of(1, Deed.RETRY_NOW),
            Tuple.of(1, Deed.DIAGNOSTICS),
            Tuple.of(1, Deed.NOTHING))
        .list()
        .ofMinSize(50)
        .ofMaxSize(300);
  }

  @Property(tries = 150)
  void neverClaimsWhatNoHeartbeatProvesAndNeverGivesUp(
      @ForAll("hours") List<Deed> deeds, @ForAll long seed) {
    Random random = new Random(seed);
    FakeBridge bridge = new FakeBridge(random, List.of(FakeBridge.FIRST, FakeBridge.SECOND));
    bridge.supervisor.start();
    for (Deed deed : deeds) {
      act(bridge, deed, random);
      check(bridge);
    }
    checkAttempts(bridge);
  }

  /** One of the living transports: the session's or the probe's. */
  private static FakeTransport any(FakeBridge bridge, Random random) {
    List<FakeTransport> living = bridge.transports.stream().filter(FakeTransport::isAlive).toList();
    return living.isEmpty() ? bridge.last() : living.get(random.nextInt(living.size()));
  }

  private static void act(FakeBridge bridge, Deed deed, Random random) {
    FakeTransport on = any(bridge, random);
    switch (deed) {
      case NOTHING -> bridge.pass(50);
      case HALF_SECOND -> bridge.pass(500);
      case LONG_SILENCE -> bridge.pass(15_000);
      case MINUTE_OF_HEARTBEATS -> minute(bridge, on);
      case OPEN -> bridge.open(on);
      case WELCOME -> bridge.welcome(on, FakeBridge.UP);
      case STREAM -> stream(bridge, on);
      case HEARTBEAT -> heartbeat(bridge, on, 0, false);
      case STRAY_HEARTBEAT -> bridge.heartbeat(on, 0, false);
      case SLOW_HEARTBEAT -> heartbeat(bridge, on, 900, false);
      case CONFLATING_HEARTBEAT -> heartbeat(bridge, on, 0, true);
      case END_OF_SNAPSHOT -> end(bridge, on);
      case BROKER_LOST -> bridge.says(on, new Frame.Broker(new BrokerState(false, 0)));
      case GARBAGE -> bridge.saysBytes(new byte[] {(byte) 0xFF, 0});
      case BREAK -> bridge.fails(on, TransportFailure.of("broke"));
      case UNREACHABLE -> bridge.fails(on, new TransportFailure("gone", 0, Answer.NOBODY));
      case BYE_RETRY_AFTER ->
          bridge.says(
              on, new Frame.Bye(Frame.ByeCode.SHUTDOWN, "stop", Math.toIntExact(ASKED_MILLIS)));
      case LATE_WORD -> lateWord(bridge, random);
      case RESTART -> bridge.restart();
      case SLEEP -> bridge.sleep(10_000);
      case STAND_STILL -> bridge.standStill(7_000);
      case RETRY_NOW -> bridge.supervisor.retryNow();
      case DIAGNOSTICS -> bridge.supervisor.diagnostics(random.nextBoolean());
    }
    bridge.run();
  }

  private static boolean isWelcomed(FakeTransport on) {
    return on.isAlive() && on.saidWelcome();
  }

  private static void minute(FakeBridge bridge, FakeTransport on) {
    for (int i = 0; i < 60 && isWelcomed(on); i++) {
      bridge.pass(1_000);
      heartbeat(bridge, on, 0, false);
    }
  }

  private static void heartbeat(
      FakeBridge bridge, FakeTransport on, long delayMillis, boolean conflating) {
    if (isWelcomed(on)) {
      bridge.heartbeat(on, delayMillis, conflating);
    }
  }

  private static void stream(FakeBridge bridge, FakeTransport on) {
    if (on.isAlive() && on.sent.isEmpty()) {
      bridge.open(on);
      bridge.welcome(on, FakeBridge.UP);
      bridge.heartbeat(on, 0, false);
      end(bridge, on);
    }
  }

  private static void end(FakeBridge bridge, FakeTransport on) {
    int subscriptions = on.sent(Frame.Subscribe.class).size();
    if (subscriptions > 0) {
      bridge.says(on, new Frame.EndOfSnapshot(subscriptions, 0));
    }
  }

  /** A transport that was given up still tells something. */
  private static void lateWord(FakeBridge bridge, Random random) {
    FakeTransport late = bridge.transports.get(random.nextInt(bridge.transports.size()));
    if (!late.isAlive()) {
      bridge.heartbeat(late, 0, false);
    }
  }

  private static void check(FakeBridge bridge) {
    var link = bridge.link();
    assertThat(bridge.alive()).isLessThanOrEqualTo(2);
    assertThat(bridge.writing()).isLessThanOrEqualTo(1);
    if (link.state() == LinkState.STREAMING || link.state() == LinkState.DEGRADED) {
      assertThat(bridge.writing()).isOne();
      assertThat(bridge.nanos() - link.lastHeartbeatNanos())
          .isLessThan(LinkTimers.DEFAULT.stalled().toNanos());
    }
    if (link.state() == LinkState.CONNECTING) {
      assertThat(link.everConnected()).isFalse();
    }
    if (bridge.alive() == 0) {
      assertThat(link.nextAttemptNanos() - bridge.nanos())
          .isLessThanOrEqualTo(CAP_NANOS + ASKED_MILLIS * FakeBridge.MILLI);
    }
  }

  private static void checkAttempts(FakeBridge bridge) {
    for (int i = 1; i < bridge.transports.size(); i++) {
      long apart =
          bridge.transports.get(i).startedNanos - bridge.transports.get(i - 1).startedNanos;
      assertThat(apart).isGreaterThanOrEqualTo(FLOOR_NANOS);
    }
    int before = bridge.transports.size();
    for (int i = 0; i < 400 && bridge.transports.size() == before; i++) {
      bridge.pass(50);
    }
    assertThat(bridge.transports).as("attempts go on").hasSizeGreaterThan(before);
  }

  @Property
  void delaysStayBetweenFloorAndCapBeyondWhatTheBridgeAsked(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 10_000) int attempt,
      @ForAll @LongRange(min = 0, max = 600_000) long retryAfterMillis) {
    long asked = retryAfterMillis * FakeBridge.MILLI;
    long delay = new Backoff(LinkTimers.DEFAULT, new Random(seed)).delayNanos(attempt, asked);
    assertThat(delay).isBetween(Math.max(FLOOR_NANOS, asked), asked + CAP_NANOS);
  }
}

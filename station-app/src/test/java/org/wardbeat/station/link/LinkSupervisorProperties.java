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
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.LinkState;

class LinkSupervisorProperties {
  private static final long FLOOR_NANOS = LinkTimers.DEFAULT.retryFloor().toNanos();
  private static final long CAP_NANOS = LinkTimers.DEFAULT.retryCap().toNanos();

  /** What the world may do between two looks at the clock. */
  enum Deed {
    NOTHING,
    HALF_SECOND,
    LONG_SILENCE,
    OPEN,
    WELCOME,
    STREAM,
    HEARTBEAT,
    STRAY_HEARTBEAT,
    SLOW_HEARTBEAT,
    END_OF_SNAPSHOT,
    GARBAGE,
    BREAK,
    BYE_RETRY_AFTER,
    RETRY_NOW
  }

  @Provide
  Arbitrary<List<Deed>> hours() {
    return Arbitraries.frequency(
            Tuple.of(6, Deed.HALF_SECOND),
            Tuple.of(1, Deed.LONG_SILENCE),
            Tuple.of(6, Deed.STREAM),
            Tuple.of(1, Deed.OPEN),
            Tuple.of(1, Deed.WELCOME),
            Tuple.of(12, Deed.HEARTBEAT),
            Tuple.of(1, Deed.STRAY_HEARTBEAT),
            Tuple.of(2, Deed.SLOW_HEARTBEAT),
            Tuple.of(1, Deed.END_OF_SNAPSHOT),
            Tuple.of(1, Deed.GARBAGE),
            Tuple.of(1, Deed.BREAK),
            Tuple.of(1, Deed.BYE_RETRY_AFTER),
            Tuple.of(1, Deed.RETRY_NOW),
            Tuple.of(1, Deed.NOTHING))
        .list()
        .ofMinSize(50)
        .ofMaxSize(400);
  }

  @Property(tries = 200)
  void neverStreamsWithoutARecentHeartbeatAndNeverHasTwoTransports(
      @ForAll("hours") List<Deed> deeds, @ForAll long seed) {
    FakeBridge bridge = new FakeBridge(new Random(seed), List.of(FakeBridge.FIRST));
    bridge.supervisor.start();
    for (Deed deed : deeds) {
      act(bridge, deed);
      check(bridge);
    }
    checkAttempts(bridge);
  }

  private static void act(FakeBridge bridge, Deed deed) {
    switch (deed) {
      case NOTHING -> bridge.pass(50);
      case HALF_SECOND -> bridge.pass(500);
      case LONG_SILENCE -> bridge.pass(15_000);
      case OPEN -> bridge.open();
      case WELCOME -> bridge.welcome();
      case STREAM -> {
        if (bridge.alive() == 1 && bridge.last().sent.isEmpty()) {
          bridge.stream();
        }
      }
      case HEARTBEAT -> {
        if (bridge.isWelcomed()) {
          bridge.heartbeat();
        }
      }
      case STRAY_HEARTBEAT -> bridge.heartbeat();
      case SLOW_HEARTBEAT -> {
        if (bridge.isWelcomed()) {
          bridge.heartbeatDelayed(900);
        }
      }
      case END_OF_SNAPSHOT -> bridge.endOfSnapshot();
      case GARBAGE -> bridge.saysBytes(new byte[] {(byte) 0xFF, 0});
      case BREAK -> bridge.breaks("broke", 0);
      case BYE_RETRY_AFTER -> bridge.says(new Frame.Bye(Frame.ByeCode.SHUTDOWN, "stop", 2_000));
      case RETRY_NOW -> bridge.supervisor.retryNow();
    }
  }

  private static void check(FakeBridge bridge) {
    var link = bridge.link();
    assertThat(bridge.alive()).isLessThanOrEqualTo(1);
    if (link.state() == LinkState.STREAMING || link.state() == LinkState.DEGRADED) {
      assertThat(bridge.alive()).isOne();
      assertThat(bridge.nanos() - link.lastHeartbeatNanos())
          .isLessThan(LinkTimers.DEFAULT.stalled().toNanos());
    }
    if (link.state() == LinkState.CONNECTING) {
      assertThat(link.everConnected()).isFalse();
    }
    if (bridge.alive() == 0) {
      assertThat(link.nextAttemptNanos() - bridge.nanos())
          .isLessThanOrEqualTo(CAP_NANOS + 2_000 * FakeBridge.MILLI);
    }
  }

  private static void checkAttempts(FakeBridge bridge) {
    for (int i = 1; i < bridge.transports.size(); i++) {
      long apart =
          bridge.transports.get(i).startedNanos - bridge.transports.get(i - 1).startedNanos;
      assertThat(apart).isGreaterThanOrEqualTo(FLOOR_NANOS);
    }
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

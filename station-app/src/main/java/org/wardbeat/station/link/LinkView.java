package org.wardbeat.station.link;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardbeat.station.ward.BridgeClock;
import org.wardbeat.station.ward.LinkDetails;
import org.wardbeat.station.ward.LinkSnapshot;
import org.wardbeat.station.ward.TransportKind;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.BrokerState;
import org.wardbeat.wire.ward.LinkState;

/** What is said of the link. Confined to the link's thread. */
final class LinkView {
  /** A link whose median delay reaches this is degraded. */
  static final double DEGRADED_MILLIS = 300;

  static final String SILENT = "The bridge has gone silent";

  private static final Logger LOG = LoggerFactory.getLogger(LinkView.class);
  private static final String FIRST_TIME = "Connecting for the first time";
  private static final BrokerState UNKNOWN_BROKER = new BrokerState(false, 0);
  private static final long DETAILS_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** Confirmations come with the next heartbeat, so that an alarm waits for one as a rule. */
  private static final long CONFIRMATION_NANOS = TimeUnit.SECONDS.toNanos(3);

  private final LinkSupervisor.Settings settings;
  private final Connector connector;
  private final Itinerary itinerary;
  private final AlarmLane alarms;
  private final LinkStatistics statistics;
  private final LinkLog log;
  private final BridgeClock clock;
  private final LinkTime time;

  private boolean everConnected;
  private boolean lostBySilence;
  private int attempt;
  private long nextAttemptNanos;
  private long nextClimbNanos;
  private long lastHeartbeatNanos;
  private String lossWords = FIRST_TIME;
  private String bridgeName = "";
  private String bridgeSoftware = "";
  private int heartbeatMillis;
  private BrokerState broker = UNKNOWN_BROKER;
  private LinkState lastState = LinkState.CONNECTING;
  private LinkDetails details = LinkDetails.NONE;
  private long detailsNanos;
  private long eventsTold = -1;
  private boolean changed;

  LinkView(
      LinkSupervisor.Settings settings,
      Connector connector,
      Itinerary itinerary,
      AlarmLane alarms,
      LinkStatistics statistics,
      LinkLog log,
      BridgeClock clock,
      LinkTime time) {
    this.settings = settings;
    this.connector = connector;
    this.itinerary = itinerary;
    this.alarms = alarms;
    this.statistics = statistics;
    this.log = log;
    this.clock = clock;
    this.time = time;
  }

  /** What a ward knows of its link before that was started. */
  static LinkSnapshot initial() {
    return new LinkSnapshot(
        LinkState.CONNECTING,
        false,
        TransportKind.WEB_SOCKET,
        null,
        UNKNOWN_BROKER,
        1,
        0,
        0,
        0,
        Double.NaN,
        false,
        0,
        FIRST_TIME,
        LinkDetails.NONE);
  }

  /** Another attempt is under way. */
  void tries() {
    attempt++;
  }

  /** A bridge answered. */
  void connected(Frame.Welcome welcome) {
    everConnected = true;
    lostBySilence = false;
    bridgeName = welcome.bridge();
    bridgeSoftware = welcome.software();
    heartbeatMillis = welcome.heartbeatMillis();
  }

  /** A heartbeat came. */
  void heard(long nowNanos) {
    lastHeartbeatNanos = nowNanos;
  }

  /** The session ended, for a reason. */
  void lost(Session ended, String words, boolean hadLasted) {
    if (ended.isWelcomed()) {
      broker = ended.broker();
    }
    lossWords = words;
    lostBySilence = false;
    if (hadLasted) {
      attempt = 0;
    }
  }

  /** The session that just ended was given up because nothing came. */
  void lostBySilence() {
    lostBySilence = true;
  }

  /** When the next attempt starts, and when a better way is tried; 0 if none is to be. */
  void waiting(long forAttemptNanos, long forClimbNanos) {
    nextAttemptNanos = forAttemptNanos;
    changed |= forClimbNanos != nextClimbNanos;
    nextClimbNanos = forClimbNanos;
  }

  /** The link as it is now. */
  LinkSnapshot snapshot(@Nullable Session session, long newestMicros, long now) {
    LinkState state = state(session, now);
    if (state != lastState) {
      LOG.info("The link is {}", state);
      lastState = state;
    }
    refreshDetails(session, now);
    boolean connected = session != null && session.isWelcomed();
    if (session != null && connected) {
      broker = session.broker();
    }
    Itinerary.Way way = session == null ? itinerary.way() : session.way();
    return new LinkSnapshot(
        state,
        everConnected,
        way.kind(),
        way.bridge(),
        broker,
        connected ? 0 : attempt + (session == null ? 1 : 0),
        connected ? 0 : nextAttemptNanos,
        lastHeartbeatNanos,
        newestMicros,
        statistics.medianMillis(now),
        session != null && session.isConflating(),
        alarms.unconfirmedSinceNanos(now, CONFIRMATION_NANOS),
        reason(state, session, now),
        details);
  }

  private LinkState state(@Nullable Session session, long now) {
    if (session == null || !session.isWelcomed()) {
      return stateUnconnected(now);
    }
    if (session.silentNanos(now) >= settings.timers().stalled().toNanos()) {
      return LinkState.STALLED;
    }
    if (!session.isComplete() || !session.isHeartbeatSeen()) {
      return LinkState.RESUMING;
    }
    return degradation(session, now).isEmpty() ? LinkState.STREAMING : LinkState.DEGRADED;
  }

  private LinkState stateUnconnected(long now) {
    if (!everConnected) {
      return LinkState.CONNECTING;
    }
    boolean silenceIsShort = now - lastHeartbeatNanos < settings.timers().offline().toNanos();
    return lostBySilence && silenceIsShort ? LinkState.STALLED : LinkState.OFFLINE;
  }

  private String degradation(Session session, long now) {
    return switch (session.way().kind()) {
      case HTTP_STREAM -> "Running over HTTP because WebSocket does not get through";
      case LONG_POLL -> "Only polling works on this network";
      case WEB_SOCKET -> {
        if (session.isConflating()) {
          yield "The bridge sends less than there is, because this station cannot take more";
        }
        yield statistics.medianMillis(now) >= DEGRADED_MILLIS
            ? "The network to the bridge is slow"
            : "";
      }
    };
  }

  private String reason(LinkState state, @Nullable Session session, long now) {
    return switch (state) {
      case STREAMING -> "";
      case DEGRADED -> session == null ? "" : degradation(session, now);
      case STALLED -> SILENT;
      case RESUMING -> "The ward is being brought up to date";
      case CONNECTING, OFFLINE -> lossWords;
    };
  }

  private void refreshDetails(@Nullable Session session, long now) {
    if (!changed && eventsTold == log.written() && now - detailsNanos < DETAILS_NANOS) {
      return;
    }
    changed = false;
    eventsTold = log.written();
    detailsNanos = now;
    Itinerary.Way way = session == null ? itinerary.way() : session.way();
    details =
        new LinkDetails(
            settings.bridges(),
            bridgeName,
            bridgeSoftware,
            heartbeatMillis,
            clockOffsetMillis(now),
            itinerary.rungs(),
            nextClimbNanos,
            statistics.counters(),
            statistics.bridgeFigures(),
            statistics.sourceFigures(),
            statistics.hops(now),
            statistics.history(),
            log.events(),
            connector.certificateExpiry(way.bridge()).orElse(null));
  }

  private double clockOffsetMillis(long now) {
    long bridgeMicros = clock.microsAt(now);
    if (bridgeMicros == 0) {
      return Double.NaN;
    }
    Duration ownTime = Duration.between(Instant.EPOCH, time.wall().instant());
    return (bridgeMicros - ownTime.toNanos() / 1_000) / 1e3;
  }
}

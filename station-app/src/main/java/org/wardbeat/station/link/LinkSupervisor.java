package org.wardbeat.station.link;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardbeat.station.report.LatencyWindow;
import org.wardbeat.station.report.StationReport;
import org.wardbeat.station.ward.BridgeClock;
import org.wardbeat.station.ward.LinkDetails;
import org.wardbeat.station.ward.LinkSnapshot;
import org.wardbeat.station.ward.SessionStart;
import org.wardbeat.station.ward.StationWard;
import org.wardbeat.station.ward.TransportKind;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.frame.FrameDecodeException;
import org.wardbeat.wire.ward.BrokerState;
import org.wardbeat.wire.ward.LinkState;

/**
 * Keeps one session with a bridge up, and says how far it can be trusted.
 *
 * <p>All methods are called by one thread, the one that {@code mailbox} runs tasks on; transports
 * report to it through that mailbox. Time passes only by {@link #tick()}.
 */
final class LinkSupervisor {
  /** A link whose median delay reaches this is degraded. */
  static final double DEGRADED_MILLIS = 300;

  private static final Logger LOG = LoggerFactory.getLogger(LinkSupervisor.class);
  private static final int PROTOCOL_VERSION = 1;
  private static final long LATENCY_WINDOW_NANOS = TimeUnit.SECONDS.toNanos(10);

  /** Heartbeats of 10 s at their shortest interval, 100 ms, and some to spare. */
  private static final int LATENCY_CAPACITY = 128;

  private static final long RESUBSCRIBE_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final BrokerState UNKNOWN_BROKER = new BrokerState(false, 0);
  private static final String FIRST_TIME = "Connecting for the first time";
  private static final String SILENT = "The bridge has gone silent";

  /** What stays the same for all sessions. */
  record Identity(String station, String software, Subscription subscription) {}

  private final Transport.Factory transports;
  private final Identity identity;
  private final StationWard ward;
  private final StationReport report;
  private final LinkTimers timers;
  private final Backoff backoff;
  private final LongSupplier nanoTime;
  private final Executor mailbox;
  private final BridgeClock clock;
  private final LatencyWindow latency = new LatencyWindow(LATENCY_WINDOW_NANOS, LATENCY_CAPACITY);

  private @Nullable Session session;
  private long instance;
  private long sessions;
  private boolean running;
  private boolean everConnected;
  private boolean lostBySilence;
  private boolean snapshotWanted;
  private boolean diagnostics;
  private int attempt = 1;
  private long nextAttemptNanos;
  private long lastAttemptNanos;
  private long lastHeartbeatNanos;
  private double latencyMillis = Double.NaN;
  private BrokerState broker = UNKNOWN_BROKER;
  private String lossReason = FIRST_TIME;
  private LinkState lastState = LinkState.CONNECTING;

  LinkSupervisor(
      Transport.Factory transports,
      Identity identity,
      StationWard ward,
      StationReport report,
      LinkTimers timers,
      LongSupplier nanoTime,
      RandomGenerator random,
      Executor mailbox) {
    this.transports = transports;
    this.identity = identity;
    this.ward = ward;
    this.report = report;
    this.timers = timers;
    this.backoff = new Backoff(timers, random);
    this.nanoTime = nanoTime;
    this.mailbox = mailbox;
    this.clock = new BridgeClock(nanoTime);
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

  /** Begins to connect. */
  void start() {
    running = true;
    connect(nanoTime.getAsLong());
    tick();
  }

  /** Does what is due by now and publishes the state. To be called often, and after each batch. */
  void tick() {
    long now = nanoTime.getAsLong();
    Session current = session;
    if (current != null) {
      watch(current, now);
    } else if (running && now - nextAttemptNanos >= 0) {
      connect(now);
    }
    publish(now);
  }

  /** Subscribes with the bridge's figures, or without them. */
  void diagnostics(boolean wanted) {
    if (wanted != diagnostics) {
      diagnostics = wanted;
      Session current = session;
      if (current != null && current.isWelcomed()) {
        current.subscribe(subscription(), nanoTime.getAsLong());
      }
    }
  }

  private Subscription subscription() {
    return diagnostics
        ? identity.subscription().with(Frame.Lane.DIAGNOSTICS)
        : identity.subscription();
  }

  /** Connects at once if an attempt is being waited for, but not in a tight loop. */
  void retryNow() {
    if (running && session == null) {
      long now = nanoTime.getAsLong();
      long earliest = lastAttemptNanos + backoff.floorNanos();
      nextAttemptNanos = earliest - now > 0 ? earliest : now;
      tick();
    }
  }

  /**
   * Says goodbye and ends; nothing is connected any more.
   *
   * @return completes once the bridge was told, or could not be
   */
  CompletableFuture<?> stop() {
    running = false;
    Session current = session;
    session = null;
    report.live(false, nanoTime.getAsLong());
    return current == null
        ? CompletableFuture.completedFuture(null)
        : current.end(new Frame.Bye(Frame.ByeCode.NORMAL, "The station is closed.", 0));
  }

  private void connect(long now) {
    lastAttemptNanos = now;
    nextAttemptNanos = now;
    long number = ++sessions;
    session = new Session(number, transports.connect(new Events(number)), now);
  }

  private void watch(Session current, long now) {
    if (snapshotWanted && current.sinceSubscribedNanos(now) >= RESUBSCRIBE_NANOS) {
      snapshotWanted = false;
      current.subscribe(subscription(), now);
    }
    if (!current.isHeartbeatSeen()) {
      if (current.ageNanos(now) >= timers.firstHeartbeat().toNanos()) {
        lose(current, muteReason(current), 0);
      }
    } else if (current.silentNanos(now) >= timers.reconnect().toNanos()) {
      lose(current, SILENT, 0);
      lostBySilence = true;
    }
  }

  private static String muteReason(Session current) {
    return current.isWelcomed()
        ? "The bridge answered but sent no heartbeat"
        : "Nothing at the bridge's address answered as a bridge in time";
  }

  // What happens on the session.

  /** Tells the one thread what happens on one session; what happens on an older one is too late. */
  private final class Events implements Transport.Listener {
    private final long number;

    Events(long number) {
      this.number = number;
    }

    @Override
    public void opened() {
      post(
          current ->
              current.opened(
                  new Frame.Hello(
                      PROTOCOL_VERSION,
                      identity.station(),
                      identity.software(),
                      null,
                      ward.positions()),
                  nanoTime.getAsLong()));
    }

    @Override
    public void message(ByteBuffer frame) {
      post(current -> received(current, frame));
    }

    @Override
    public void closed(String reason, long retryAfterMillis) {
      post(current -> lose(current, reason, TimeUnit.MILLISECONDS.toNanos(retryAfterMillis)));
    }

    private void post(Consumer<Session> event) {
      mailbox.execute(
          () -> {
            Session current = session;
            if (current != null && current.number() == number) {
              event.accept(current);
            }
          });
    }
  }

  private void received(Session current, ByteBuffer message) {
    report.received(message.remaining());
    try {
      receive(current, current.decode(message));
    } catch (FrameDecodeException | ProtocolViolation e) {
      refuse(current, Frame.ByeCode.PROTOCOL_ERROR, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      LOG.error("A frame of the bridge could not be taken in", e);
      lose(current, "This station failed to take in what the bridge sent", 0);
    }
  }

  private void receive(Session current, Frame frame) throws ProtocolViolation {
    long now = nanoTime.getAsLong();
    switch (frame) {
      case Frame.Bye bye -> left(current, bye);
      case Frame.Welcome welcome when !current.isWelcomed() -> {
        Frame.FromBridge _ = current.resolve(welcome);
        welcome(current, welcome, now);
      }
      case Frame.Welcome _ -> throw new ProtocolViolation("A second welcome came in one session.");
      case Frame.FromBridge known when current.isWelcomed() -> apply(current, known, now);
      default ->
          throw new ProtocolViolation(
              "The frame %s came where it must not.".formatted(frame.getClass().getSimpleName()));
    }
  }

  private void welcome(Session current, Frame.Welcome welcome, long now) {
    if (welcome.version() != PROTOCOL_VERSION) {
      refuse(
          current,
          Frame.ByeCode.VERSION_UNSUPPORTED,
          "Protocol version %d was offered, %d is spoken here."
              .formatted(welcome.version(), PROTOCOL_VERSION));
      return;
    }
    current.welcomed(welcome, now);
    everConnected = true;
    lostBySilence = false;
    snapshotWanted = false;
    broker = welcome.broker();
    latency.clear();
    latencyMillis = Double.NaN;
    report.connected();
    if (welcome.instance() != instance) {
      clock.begin();
      instance = welcome.instance();
    }
    clock.answered(welcome.nowMicros(), current.helloNanos(), now);
    ward.begin(new SessionStart(welcome, current.helloNanos(), now, true));
    current.subscribe(subscription(), now);
  }

  private void apply(Session current, Frame.FromBridge frame, long now) throws ProtocolViolation {
    Frame.FromBridge resolved = current.resolve(frame);
    if (resolved == null) {
      snapshotWanted = true;
      return;
    }
    if (resolved instanceof Frame.EndOfSnapshot end && !current.isNewest(end)) {
      return;
    }
    ward.apply(resolved, now);
    switch (resolved) {
      case Frame.Heartbeat heartbeat -> heartbeat(current, heartbeat, now);
      case Frame.Broker told -> broker = told.state();
      case Frame.AlarmEvent _ -> current.confirmAlarms();
      case Frame.EndOfSnapshot _ -> {
        current.complete(now);
        report.live(true, now);
      }
      default -> {}
    }
  }

  private void heartbeat(Session current, Frame.Heartbeat heartbeat, long now) {
    lastHeartbeatNanos = now;
    clock.heard(heartbeat.nowMicros(), now);
    latency.add((clock.microsAt(now) - heartbeat.nowMicros()) / 1e3, now);
    latencyMillis = latency.medianMillis(now);
    current.heartbeat(heartbeat, now);
  }

  private void left(Session current, Frame.Bye bye) {
    LOG.info("The bridge said {}: {}", bye.code(), bye.reason());
    lose(current, inWords(bye.code()), TimeUnit.MILLISECONDS.toNanos(bye.retryAfterMillis()));
  }

  private static String inWords(Frame.ByeCode code) {
    return switch (code) {
      case NORMAL -> "The bridge ended the session";
      case SHUTDOWN -> "The bridge is being stopped or restarted";
      case PROTOCOL_ERROR -> "The bridge could not read what this station sent";
      case VERSION_UNSUPPORTED -> "Bridge and station are of versions that do not fit";
      case SLOW_CONSUMER -> "This station could not keep up with the bridge";
      case OVERLOADED -> "The bridge has as many stations as it takes";
      case NO_HEARTBEAT -> "The bridge did not hear this station for too long";
      case ALARM_OVERFLOW -> "This station could not be told all alarms in time";
    };
  }

  /** The bridge sent what cannot be trusted: it is told so, and another session is tried. */
  private void refuse(Session current, Frame.ByeCode code, String sentence) {
    LOG.warn("The session with the bridge is ended: {}", sentence);
    CompletableFuture<?> _ = current.end(new Frame.Bye(code, limited(sentence), 0));
    forget(current, "The bridge sent what this station could not read", 0);
  }

  private static String limited(String sentence) {
    return sentence.substring(0, Math.min(sentence.length(), Frame.MAX_TEXT));
  }

  /** Gives a session up at once. */
  private void lose(Session lost, String reason, long retryAfterNanos) {
    lost.abort();
    forget(lost, reason, retryAfterNanos);
  }

  /** Plans the next attempt. Only a link that was steady starts from one. */
  private void forget(Session lost, String reason, long retryAfterNanos) {
    long now = nanoTime.getAsLong();
    attempt = lost.steadyNanos(now) >= timers.offline().toNanos() ? 1 : attempt + 1;
    nextAttemptNanos = now + backoff.delayNanos(attempt, retryAfterNanos);
    lossReason = reason;
    lostBySilence = false;
    session = null;
    report.live(false, now);
  }

  // What is said of it.

  private void publish(long now) {
    LinkState state = state(now);
    if (state != lastState) {
      LOG.info("The link is {}{}", state, describe(state));
      lastState = state;
    }
    Session current = session;
    boolean connected = current != null && current.isWelcomed();
    ward.publish(
        new LinkSnapshot(
            state,
            everConnected,
            TransportKind.WEB_SOCKET,
            null,
            broker,
            connected ? 0 : attempt,
            connected ? 0 : nextAttemptNanos,
            lastHeartbeatNanos,
            ward.newestMicros(),
            latencyMillis,
            false,
            0,
            reason(state),
            LinkDetails.NONE));
  }

  private String describe(LinkState state) {
    String reason = reason(state);
    return reason.isEmpty() ? "" : ": " + reason;
  }

  private LinkState state(long now) {
    Session current = session;
    if (current == null || !current.isWelcomed()) {
      return stateUnconnected(now);
    }
    if (current.silentNanos(now) >= timers.stalled().toNanos()) {
      return LinkState.STALLED;
    }
    if (!current.isComplete() || !current.isHeartbeatSeen()) {
      return LinkState.RESUMING;
    }
    return latencyMillis >= DEGRADED_MILLIS ? LinkState.DEGRADED : LinkState.STREAMING;
  }

  private LinkState stateUnconnected(long now) {
    if (!everConnected) {
      return LinkState.CONNECTING;
    }
    boolean silenceIsShort = now - lastHeartbeatNanos < timers.offline().toNanos();
    return lostBySilence && silenceIsShort ? LinkState.STALLED : LinkState.OFFLINE;
  }

  private String reason(LinkState state) {
    return switch (state) {
      case STREAMING -> "";
      case DEGRADED -> "The network to the bridge is slow";
      case STALLED -> SILENT;
      case RESUMING -> "The ward is being brought up to date";
      case CONNECTING, OFFLINE -> lossReason;
    };
  }
}

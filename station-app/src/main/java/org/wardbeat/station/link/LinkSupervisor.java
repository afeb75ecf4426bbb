package org.wardbeat.station.link;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardbeat.station.link.TransportFailure.Answer;
import org.wardbeat.station.report.StationReport;
import org.wardbeat.station.ward.ActResult;
import org.wardbeat.station.ward.AlarmHistory;
import org.wardbeat.station.ward.BridgeClock;
import org.wardbeat.station.ward.HistoryQuery;
import org.wardbeat.station.ward.LinkSink;
import org.wardbeat.station.ward.Rung;
import org.wardbeat.station.ward.SessionStart;
import org.wardbeat.station.ward.TransportKind;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.frame.FrameDecodeException;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Operator;

/**
 * Keeps one session with one of the bridges up, over the best transport that works, and says how
 * far it can be trusted.
 *
 * <p>At most one session, the <em>current</em> one, writes to the sink. While it lives on less than
 * the best way, a better one is tried beside it from time to time: the <em>probe</em>, which
 * subscribes to nothing and takes over once it has brought its first heartbeat.
 *
 * <p>All methods are called by one thread, the one that {@code mailbox} runs tasks on; transports
 * report to it through that mailbox. Time passes only by {@link #tick()}.
 */
final class LinkSupervisor {
  private static final Logger LOG = LoggerFactory.getLogger(LinkSupervisor.class);
  private static final int PROTOCOL_VERSION = 1;
  private static final long RESUBSCRIBE_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long SETTLED_MICROS = 5_000_000;

  /**
   * When a link that seems slow is measured anew: once soon, then at times, as it costs a snapshot.
   */
  private static final long FIRST_MEASURE_NANOS = TimeUnit.SECONDS.toNanos(3);

  private static final long MEASURE_NANOS = TimeUnit.SECONDS.toNanos(60);

  /**
   * What stays the same for all sessions.
   *
   * @param bridges the preferred first
   * @param kinds the transports that may be used, the best first
   */
  record Settings(
      String station,
      String software,
      List<URI> bridges,
      List<TransportKind> kinds,
      LinkTimers timers) {}

  /** Why a session ends. */
  private record End(String words, Answer answer, long retryAfterNanos, boolean isFarewell) {
    static End of(String words, Answer answer) {
      return new End(words, answer, 0, false);
    }

    static End of(TransportFailure failure) {
      return new End(
          failure.reason(),
          failure.answer(),
          TimeUnit.MILLISECONDS.toNanos(failure.retryAfterMillis()),
          false);
    }
  }

  private final Connector connector;
  private final Settings settings;
  private final LinkTimers timers;
  private final LinkSink sink;
  private final StationReport report;
  private final TransportMemory memory;
  private final LinkTime time;
  private final Executor mailbox;
  private final Backoff backoff;
  private final Itinerary itinerary;
  private final AlarmLane alarms = new AlarmLane();
  private final BridgeClock clock;
  private final SleepWatch sleepWatch;
  private final LinkLog log;
  private final LinkStatistics statistics;
  private final LinkView view;
  private final PendingRequests requests = new PendingRequests();

  private Subscription wanted;
  private boolean diagnostics;
  private @Nullable Session session;
  private @Nullable Session probe;
  private long sessions;
  private long instance;
  private boolean running;
  private boolean hasLasted;
  private long nextAttemptNanos;
  private long lastAttemptNanos;
  private long nextClimbNanos;
  private boolean climbs;

  LinkSupervisor(
      Connector connector,
      Settings settings,
      Subscription wanted,
      LinkSink sink,
      StationReport report,
      TransportMemory memory,
      LinkTime time,
      RandomGenerator random,
      Executor mailbox) {
    Instant now = time.wall().instant();
    this.connector = connector;
    this.settings = settings;
    this.timers = settings.timers();
    this.wanted = wanted;
    this.sink = sink;
    this.report = report;
    this.memory = memory;
    this.time = time;
    this.mailbox = mailbox;
    this.backoff = new Backoff(timers, random);
    this.itinerary = new Itinerary(settings.bridges(), settings.kinds(), memory, now);
    this.clock = new BridgeClock(time.nanoTime());
    this.sleepWatch = new SleepWatch(time, timers.asleep());
    this.log = new LinkLog(time.wall());
    this.statistics = new LinkStatistics(report, now, time.nanos());
    this.view = new LinkView(settings, connector, itinerary, alarms, statistics, log, clock, time);
  }

  // What is asked of the link.

  /** Begins to connect. */
  void start() {
    running = true;
    connect(time.nanos());
    tick();
  }

  /** Does what is due by now and publishes the state. To be called often, and after each batch. */
  void tick() {
    noticeSleep();
    long now = time.nanos();
    Session current = session;
    if (current != null) {
      current.confirmAlarms();
      watch(current, now);
    } else if (running && now - nextAttemptNanos >= 0) {
      connect(now);
    }
    Session trial = probe;
    if (trial != null && trial.ageNanos(now) >= timers.firstHeartbeat().toNanos()) {
      lose(trial, End.of(muteWords(trial), Answer.NOTHING));
    }
    requests.expire(now);
    statistics.tick(now, time.wall().instant());
    view.waiting(nextAttemptNanos, climbs && session != null ? nextClimbNanos : 0);
    sink.publish(view.snapshot(session, sink.newestMicros(), now));
  }

  /** Connects at once if an attempt is being waited for, but not in a tight loop. */
  void retryNow() {
    if (running && session == null) {
      itinerary.forgetWaits();
      connectSoon(time.nanos());
      tick();
    }
  }

  /** Wants something else from now on, without connecting anew. */
  void subscribe(Subscription other) {
    wanted = other;
    subscribe();
  }

  /** Wants the bridge's figures too, or no longer. */
  void diagnostics(boolean asked) {
    if (asked != diagnostics) {
      diagnostics = asked;
      statistics.forgetFigures();
      subscribe();
    }
  }

  /**
   * Has something done by the bridge.
   *
   * @param answer completed with what became of it
   */
  void act(Operator operator, Operation operation, CompletableFuture<ActResult> answer) {
    Session current = session;
    if (current == null || !current.isHeartbeatSeen()) {
      answer.complete(
          new ActResult(ActResult.Status.NOT_SENT, "There is no link to the bridge now"));
      return;
    }
    long number = requests.act(current.number(), answer, time.nanos());
    current.request(new Frame.Act(number, operator, operation));
  }

  /**
   * Asks the bridge for alarms of the past.
   *
   * @param answer completed with what came
   */
  void history(HistoryQuery query, CompletableFuture<AlarmHistory> answer) {
    Session current = session;
    if (current == null || !current.isHeartbeatSeen()) {
      answer.complete(AlarmHistory.withoutLink());
      return;
    }
    long number = requests.query(current.number(), answer, time.nanos());
    current.request(
        new Frame.AlarmQuery(
            number, query.unit(), query.bed(), query.fromMicros(), query.toMicros(), query.most()));
  }

  private void subscribe() {
    Session current = session;
    if (current != null && current.isWelcomed()) {
      subscribe(current, time.nanos());
    }
  }

  private void subscribe(Session current, long now) {
    Subscription asked = diagnostics ? wanted.with(Frame.Lane.DIAGNOSTICS) : wanted;
    boolean tooSlowForWaves = current.way().kind() == TransportKind.LONG_POLL;
    alarms.subscribed();
    current.subscribe(tooSlowForWaves ? asked.without(Frame.Lane.WAVEFORMS) : asked, now);
  }

  /**
   * Says goodbye and ends; nothing is connected any more.
   *
   * @return completes once the bridge was told, or could not be
   */
  CompletableFuture<?> stop() {
    running = false;
    report.live(false, time.nanos());
    CompletableFuture<?> told = farewell(session);
    CompletableFuture<?> _ = farewell(probe);
    Session current = session;
    if (current != null) {
      requests.ended(current.number());
    }
    session = null;
    probe = null;
    return told;
  }

  private static CompletableFuture<?> farewell(@Nullable Session ended) {
    return ended == null
        ? CompletableFuture.completedFuture(null)
        : ended.end(new Frame.Bye(Frame.ByeCode.NORMAL, "The station needs it no longer.", 0));
  }

  // Attempts.

  private void connect(long now) {
    Itinerary.Way way = itinerary.way();
    itinerary.tries(way);
    view.tries();
    hasLasted = false;
    session = open(way, now);
  }

  private Session open(Itinerary.Way way, long now) {
    lastAttemptNanos = now;
    nextAttemptNanos = now;
    Session opened = new Session(++sessions, way, now);
    opened.over(connector.connect(way.kind(), way.bridge(), new Events(opened.number())));
    return opened;
  }

  private void connectSoon(long now) {
    long earliest = lastAttemptNanos + backoff.floorNanos();
    nextAttemptNanos = earliest - now > 0 ? earliest : now;
  }

  private void watch(Session current, long now) {
    if (current.isSnapshotWanted() && current.sinceSubscribedNanos(now) >= RESUBSCRIBE_NANOS) {
      statistics.snapshotAsked();
      subscribe(current, now);
    } else if (isMeasureDue(current, now)) {
      subscribe(current, now);
    }
    if (!current.isHeartbeatSeen()) {
      if (current.ageNanos(now) >= timers.firstHeartbeat().toNanos()) {
        lose(current, End.of(muteWords(current), Answer.NOTHING));
      }
    } else if (current.silentNanos(now) >= timers.reconnect().toNanos()) {
      lose(current, End.of(LinkView.SILENT, Answer.NOTHING));
      view.lostBySilence();
    } else {
      credit(current, now);
      climb(current, now);
    }
  }

  /**
   * Whether the link counts as slow only because the bridge's answers took long. They may have done
   * so because a program had just started, and without another answer the link would stay slow.
   */
  private boolean isMeasureDue(Session current, long now) {
    long pause = current.subscriptions() > 1 ? MEASURE_NANOS : FIRST_MEASURE_NANOS;
    if (!current.isComplete() || current.sinceSubscribedNanos(now) < pause) {
      return false;
    }
    double median = statistics.medianMillis(now);
    return median >= LinkView.DEGRADED_MILLIS
        && median - clock.oneWayMicros() / 1e3 < LinkView.DEGRADED_MILLIS;
  }

  private static String muteWords(Session mute) {
    if (mute.isHeartbeatSeen()) {
      return "The bridge there cannot reach its broker";
    }
    return mute.isWelcomed()
        ? "The bridge answered but sent no heartbeat"
        : "Nothing at the bridge's address answered as a bridge in time";
  }

  private void credit(Session current, long now) {
    if (!hasLasted && current.steadyNanos(now) >= timers.steady().toNanos()) {
      hasLasted = true;
      itinerary.lasts();
      memory.worked(current.way().bridge(), current.way().kind());
    }
  }

  private void climb(Session current, long now) {
    boolean due = climbs && current.isComplete() && now - nextClimbNanos >= 0;
    boolean floor = now - lastAttemptNanos >= backoff.floorNanos();
    if (!due || !floor || probe != null) {
      return;
    }
    Itinerary.Way better = itinerary.climb(!current.broker().up(), now);
    if (better == null) {
      climbs = false;
    } else {
      planClimb(now, current.broker().up());
      probe = open(better, now);
    }
  }

  private void planClimb(long now, boolean inPeace) {
    climbs = !itinerary.isBest() || (!inPeace && settings.bridges().size() > 1);
    nextClimbNanos = now + (inPeace ? timers.climb() : timers.earlyClimb()).toNanos();
  }

  /**
   * The computer slept, or this program stood still: whatever was connected is not to be trusted.
   */
  private void noticeSleep() {
    SleepWatch.Sleep sleep = sleepWatch.look();
    if (sleep.nanos() == 0 || !running) {
      return;
    }
    long micros = sleep.stoodStillNanos() / 1_000;
    if (micros > 0) {
      clock.skip(micros);
      sink.slept(micros);
    }
    log.warn(
        "This computer stood still for %d s"
            .formatted(TimeUnit.NANOSECONDS.toSeconds(sleep.nanos())));
    long now = time.nanos();
    Session trial = probe;
    probe = null;
    if (trial != null) {
      trial.abort();
    }
    Session current = session;
    if (current != null) {
      lose(current, End.of("This computer stood still", Answer.NOTHING), false);
    }
    connectSoon(now);
  }

  // What happens on a session.

  /** Tells the one thread what happens on one session; what happens on an older one is too late. */
  private final class Events implements Transport.Listener {
    private final long number;

    Events(long number) {
      this.number = number;
    }

    @Override
    public void opened() {
      post(LinkSupervisor.this::hello);
    }

    @Override
    public void message(ByteBuffer frame) {
      post(of -> received(of, frame));
    }

    @Override
    public void closed(TransportFailure why) {
      post(of -> lose(of, End.of(why)));
    }

    private void post(Consumer<Session> event) {
      mailbox.execute(
          () -> {
            noticeSleep();
            Session of = numbered(number);
            if (of != null) {
              event.accept(of);
            }
          });
    }
  }

  private @Nullable Session numbered(long number) {
    Session current = session;
    if (current != null && current.number() == number) {
      return current;
    }
    Session trial = probe;
    return trial != null && trial.number() == number ? trial : null;
  }

  private void hello(Session opened) {
    opened.opened(
        new Frame.Hello(
            PROTOCOL_VERSION,
            settings.station(),
            settings.software(),
            alarms.position(),
            sink.positions()),
        time.nanos());
  }

  private void received(Session from, ByteBuffer message) {
    report.received(message.remaining());
    try {
      receive(from, from.decode(message), time.nanos());
    } catch (FrameDecodeException | ProtocolViolation e) {
      refuse(from, Frame.ByeCode.PROTOCOL_ERROR, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      LOG.error("A frame of the bridge could not be taken in", e);
      lose(from, End.of("This station failed to take in what the bridge sent", Answer.OTHER));
    }
  }

  private void receive(Session from, Frame frame, long now) throws ProtocolViolation {
    switch (frame) {
      case Frame.Bye bye -> left(from, bye);
      case Frame.Welcome welcome when !from.isWelcomed() -> welcome(from, welcome, now);
      case Frame.Welcome _ -> throw new ProtocolViolation("A second welcome came in one session.");
      case Frame.FromBridge known when from == session && from.isWelcomed() ->
          apply(from, known, now);
      case Frame.FromBridge known when from.isWelcomed() -> probed(from, known, now);
      default ->
          throw new ProtocolViolation(
              "The frame %s came where it must not.".formatted(frame.getClass().getSimpleName()));
    }
  }

  private void welcome(Session from, Frame.Welcome welcome, long now) throws ProtocolViolation {
    Frame.FromBridge _ = from.resolve(welcome);
    if (welcome.version() != PROTOCOL_VERSION) {
      refuse(
          from,
          Frame.ByeCode.VERSION_UNSUPPORTED,
          "Protocol version %d was offered, %d is spoken here."
              .formatted(welcome.version(), PROTOCOL_VERSION));
      return;
    }
    from.welcomed(welcome, now);
    if (from == session) {
      begin(from, welcome, now);
    }
  }

  /** The current session has been welcomed: what it brings is written from now on. */
  private void begin(Session current, Frame.Welcome welcome, long now) {
    if (welcome.instance() != instance) {
      clock.begin();
      instance = welcome.instance();
    }
    clock.answered(welcome.nowMicros(), current.helloNanos(), current.welcomeNanos());
    report.connected();
    statistics.begin();
    alarms.begin(welcome);
    view.connected(welcome);
    sink.begin(new SessionStart(welcome, current.helloNanos(), current.welcomeNanos()));
    subscribe(current, now);
  }

  private void apply(Session current, Frame.FromBridge frame, long now) throws ProtocolViolation {
    Frame.FromBridge resolved = current.resolve(frame);
    if (resolved == null) {
      current.wantSnapshot();
      return;
    }
    switch (resolved) {
      case Frame.EndOfSnapshot end when !current.isNewest(end) -> {
        return;
      }
      case Frame.AlarmEvent event -> {
        alarm(current, event, now);
        return;
      }
      case Frame.ActAnswer answer -> {
        requests.answered(answer);
        return;
      }
      case Frame.AlarmRecords part -> {
        requests.answered(part, now);
        return;
      }
      case Frame.Heartbeat heartbeat -> heartbeat(current, heartbeat, now);
      default -> count(current, frame, resolved, now);
    }
    if (resolved instanceof Frame.BedRemoved removed) {
      alarms.removed(removed.handle());
    }
    sink.apply(resolved, now);
    if (resolved instanceof Frame.EndOfSnapshot end) {
      completed(current, end, now);
    }
  }

  private void alarm(Session current, Frame.AlarmEvent event, long now) {
    AlarmLane.News news = alarms.take(current.bedOf(event.handle()), event, now);
    statistics.alarm(news == AlarmLane.News.NEW);
    switch (news) {
      case NEW -> sink.apply(event, now);
      case REPEATED -> sink.repeated(event, now);
      case DOUBTFUL -> LOG.debug("An alarm that has ended was told again as lasting");
    }
  }

  private void count(Session current, Frame frame, Frame.FromBridge resolved, long now) {
    switch (resolved) {
      case Frame.Numerics _ ->
          statistics.numerics(frame instanceof Frame.NumericsDelta delta ? delta.steps() : 1);
      case Frame.Waveform wave ->
          statistics.wave(clock.microsAt(now) - wave.endMicros(), current.isComplete());
      case Frame.Gap _ -> statistics.gap();
      case Frame.Bed bed -> statistics.bed(bed);
      case Frame.BridgeFigures figures -> statistics.figures(figures, now);
      case Frame.SourceFigures figures ->
          statistics.figures(current.bedOf(figures.handle()), figures);
      case Frame.Broker told when !told.state().up() -> {
        log.warn("The bridge has lost its broker");
        planClimb(now, false);
      }
      default -> {}
    }
  }

  private void heartbeat(Session current, Frame.Heartbeat heartbeat, long now) {
    if (!current.isHeartbeatSeen()) {
      arrived(current, now);
    }
    clock.heard(heartbeat.nowMicros(), now);
    statistics.delayed(clock.delayMicros(heartbeat.nowMicros(), now) / 1e3, now);
    alarms.heartbeat(heartbeat);
    view.heard(now);
    current.heartbeat(heartbeat, now);
  }

  private void arrived(Session current, long now) {
    Itinerary.Way way = current.way();
    String words =
        "First heartbeat after %d ms, limit %d s"
            .formatted(
                TimeUnit.NANOSECONDS.toMillis(current.ageNanos(now)),
                timers.firstHeartbeat().toSeconds());
    itinerary.arrived(way, time.wall().instant(), words);
    log.info("Connected to %s over %s".formatted(way.bridge(), way.kind().label()));
  }

  private void completed(Session current, Frame.EndOfSnapshot end, long now) {
    for (Frame.AlarmEvent lasting : alarms.endOfSnapshot(end)) {
      statistics.alarm(true);
      sink.apply(lasting, now);
    }
    clock.roundTrip(current.subscribedNanos(), now);
    sink.answered(current.subscribedNanos(), now);
    if (!current.isComplete()) {
      planClimb(now, !itinerary.wasOutage() && current.broker().up());
    }
    current.complete(now);
    report.live(true, now);
  }

  private void probed(Session trial, Frame.FromBridge frame, long now) throws ProtocolViolation {
    if (trial.resolve(frame) instanceof Frame.Heartbeat heartbeat) {
      trial.heartbeat(heartbeat, now);
      if (isWorthwhile(trial, heartbeat)) {
        takeOver(trial, now);
      }
    }
  }

  /** Another bridge has to know its beds, or at least not less than the one in use. */
  private boolean isWorthwhile(Session trial, Frame.Heartbeat heartbeat) {
    Session current = session;
    if (current == null || trial.way().bridge().equals(current.way().bridge())) {
      return true;
    }
    boolean settled = heartbeat.nowMicros() - trial.broker().sinceMicros() >= SETTLED_MICROS;
    return heartbeat.brokerUp() && (settled || !current.broker().up());
  }

  /** The better way works: the session on it becomes the current one. */
  private void takeOver(Session trial, long now) {
    Session replaced = session;
    CompletableFuture<?> _ = farewell(replaced);
    if (replaced != null) {
      requests.ended(replaced.number());
    }
    probe = null;
    session = trial;
    hasLasted = false;
    arrived(trial, now);
    begin(trial, Objects.requireNonNull(trial.welcome()), now);
    view.heard(now);
  }

  // How a session ends.

  private void left(Session from, Frame.Bye bye) {
    log.info("The bridge said %s: %s".formatted(bye.code(), bye.reason()));
    boolean tryAnother =
        switch (bye.code()) {
          case SHUTDOWN, OVERLOADED, VERSION_UNSUPPORTED -> true;
          default -> bye.retryAfterMillis() > 0;
        };
    long retryAfter = TimeUnit.MILLISECONDS.toNanos(bye.retryAfterMillis());
    lose(from, new End(inWords(bye.code()), Answer.OTHER, retryAfter, tryAnother));
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
  private void refuse(Session from, Frame.ByeCode code, String sentence) {
    log.warn("The session with the bridge is ended: " + withoutFullStop(sentence));
    CompletableFuture<?> _ = from.end(new Frame.Bye(code, limited(sentence), 0));
    forget(
        from,
        End.of("The bridge sent what this station could not read", Answer.OTHER),
        code == Frame.ByeCode.VERSION_UNSUPPORTED);
  }

  private static String withoutFullStop(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }

  private static String limited(String sentence) {
    return sentence.substring(0, Math.min(sentence.length(), Frame.MAX_TEXT));
  }

  /** Gives a session up at once. */
  private void lose(Session lost, End end) {
    lose(lost, end, end.isFarewell() || end.retryAfterNanos() > 0);
  }

  private void lose(Session lost, End end, boolean sentAway) {
    lost.abort();
    forget(lost, end, sentAway);
  }

  private void forget(Session lost, End end, boolean sentAway) {
    long now = time.nanos();
    if (lost != session) {
      probe = null;
      Rung.Status status = end.answer() == Answer.NOBODY ? Rung.Status.FAILED : Rung.Status.BLOCKED;
      itinerary.climbFailed(lost.way(), status, time.wall().instant(), end.words());
      log.info("%s was tried in vain: %s".formatted(lost.way().kind().label(), end.words()));
      return;
    }
    replan(lost, end, sentAway, now);
    requests.ended(lost.number());
    session = null;
    climbs = false;
    report.live(false, now);
    log.warn("No link: " + end.words());
    view.lost(lost, end.words(), hasLasted);
    nextAttemptNanos = now + backoff.delayNanos(itinerary.rounds() + 1, itinerary.waitNanos(now));
    promote(now);
  }

  private void replan(Session lost, End end, boolean sentAway, long now) {
    Itinerary.Way way = lost.way();
    Instant wall = time.wall().instant();
    if (sentAway) {
      itinerary.sentAway(way, wall, now + end.retryAfterNanos(), end.words());
    } else if (lost.isHeartbeatSeen()) {
      boolean early = lost.ageNanos(now) < timers.shortLife().toNanos();
      itinerary.lost(way, early && end.answer() != Answer.NOBODY, wall, end.words());
    } else {
      switch (end.answer()) {
        case NOBODY -> itinerary.unreachable(way, wall, end.words());
        case NOTHING -> itinerary.mute(way, wall, end.words());
        case OTHER -> itinerary.refused(way, wall, end.words());
      }
    }
  }

  /** A probe that is under way as the current session ends is the attempt to replace it. */
  private void promote(long now) {
    Session trial = probe;
    if (trial == null) {
      return;
    }
    probe = null;
    session = trial;
    hasLasted = false;
    view.tries();
    Frame.Welcome welcome = trial.welcome();
    if (welcome != null) {
      begin(trial, welcome, now);
    }
  }
}

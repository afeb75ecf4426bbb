package org.wardbeat.bridge.delivery;

import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.frame.FrameDecodeException;
import org.wardbeat.wire.ward.BrokerState;

/**
 * One station's session: the conversation, the heartbeats and the deadlines. What is sent of the
 * beds is the {@link WardPull}'s business.
 *
 * <p>Confined to its connection's event loop; only {@link #figures()} may be read elsewhere.
 */
final class DeliverySession {
  private static final Logger LOG = LoggerFactory.getLogger(DeliverySession.class);
  private static final int VERSION = 1;
  private static final int RETRY_AFTER_OVERLOAD_MILLIS = 5_000;
  private static final int RETRY_AFTER_SHUTDOWN_MILLIS = 1_000;
  private static final int RETRY_AFTER_FAILURE_MILLIS = 5_000;

  /** So long a station is said to get less than there is after it did. */
  private static final long CONFLATING_NANOS = TimeUnit.SECONDS.toNanos(3);

  /** How often figures are sent to who asked for them. */
  private static final long FIGURES_NANOS = TimeUnit.SECONDS.toNanos(5);

  private enum Phase {
    HELLO,
    SUBSCRIBE,
    STREAMING,
    ENDED
  }

  private final long id;
  private final String remote;
  private final DeliveryContext context;
  private final DeliveryLimits limits;
  private final IntSupplier stations;
  private final Seats.Seat seat;
  private final Pacer pacer = new Pacer();
  private final CountingOutlet outlet;
  private final HeartbeatLog heartbeats = new HeartbeatLog();
  private final WardPull pull;
  private final HistoryPull history;
  private final SessionActs acts;

  private Phase phase = Phase.HELLO;
  private String station = "";
  private @Nullable BrokerState brokerTold;
  private long lastHeardNanos;
  private long stalledSinceNanos;
  private boolean stalled;
  private boolean heartbeatDue;
  private boolean alarmsFailed;
  private long droppedBefore;
  private long conflatingUntilNanos;
  private boolean conflatingEver;
  private long figuresSentNanos;
  private volatile SessionFigures figures;

  /**
   * @param eventLoop its connection's
   * @param stations how many sessions there are
   * @param seat its place among its loop's sessions
   */
  DeliverySession(
      long id,
      String remote,
      DeliveryContext context,
      Outlet outlet,
      Executor eventLoop,
      IntSupplier stations,
      Seats.Seat seat) {
    this.stations = stations;
    this.seat = seat;
    this.id = id;
    this.remote = remote;
    this.context = context;
    this.limits = context.limits();
    this.outlet = new CountingOutlet(outlet, context.clock(), pacer);
    Executor here = task -> eventLoop.execute(() -> attempt(task));
    this.history = new HistoryPull(context, this.outlet, here, this::drain);
    this.pull = new WardPull(context, this.outlet, history, seat);
    this.acts = new SessionActs(context.desk(), here, this::answer);
    this.lastHeardNanos = context.clock().nanos();
    this.figuresSentNanos = lastHeardNanos;
    this.figures = currentFigures();
  }

  /** Takes one message from the station. */
  void receive(ByteBuffer message) {
    if (phase == Phase.ENDED) {
      return;
    }
    Frame frame;
    try {
      frame = context.codec().decode(message);
    } catch (FrameDecodeException e) {
      violated(e.error() + ": " + e.getMessage());
      return;
    }
    switch (frame) {
      case Frame.Hello hello -> hello(hello);
      case Frame.Subscribe subscribe -> subscribe(subscribe);
      case Frame.HeartbeatEcho echo -> echoed(echo);
      case Frame.AlarmReceipt receipt -> confirmed(receipt);
      case Frame.Act act -> act(act);
      case Frame.AlarmQuery query -> query(query);
      case Frame.Bye bye -> left(bye);
      case Frame.FromBridge other ->
          violated("a station must not send " + other.getClass().getSimpleName());
    }
  }

  private void hello(Frame.Hello hello) {
    if (phase != Phase.HELLO) {
      violated("a second Hello");
      return;
    }
    station = printable(hello.station());
    String failure = context.desk().failure();
    if (!failure.isEmpty()) {
      end(Frame.ByeCode.SHUTDOWN, failure, RETRY_AFTER_FAILURE_MILLIS);
      return;
    }
    phase = Phase.SUBSCRIBE;
    lastHeardNanos = context.clock().nanos();
    pull.resumeFrom(hello);
    BrokerState broker = context.ward().broker();
    brokerTold = broker;
    outlet.send(
        context
            .codec()
            .encode(
                new Frame.Welcome(
                    Math.min(hello.version(), VERSION),
                    context.name(),
                    context.software(),
                    context.instance(),
                    context.codec().epochMicros(),
                    context.clock().micros(),
                    limits.heartbeatMillis(),
                    broker)));
    heartbeatDue = true;
    drain();
    LOG.info(
        "session {} with '{}' ({}) from {} opened, resuming {} waveforms",
        id,
        station,
        printable(hello.software()),
        remote,
        hello.positions().size());
  }

  private void subscribe(Frame.Subscribe subscribe) {
    if (phase == Phase.HELLO) {
      violated("expected Hello first, got Subscribe");
      return;
    }
    phase = Phase.STREAMING;
    Subscription wanted = Subscription.of(subscribe);
    pacer.limit(
        smaller(wanted.maxBytesPerSecond(), limits.maxBytesPerSecond()),
        smaller(wanted.maxUpdatesPerSecond(), limits.maxUpdatesPerSecond()),
        context.clock().nanos());
    acts.subscribe(wanted);
    pull.subscribe(wanted);
    drain();
  }

  /** The smaller of two limits of which 0 is none. */
  private static long smaller(long one, long other) {
    return one == 0 || other == 0 ? Math.max(one, other) : Math.min(one, other);
  }

  private void echoed(Frame.HeartbeatEcho echo) {
    long now = context.clock().nanos();
    if (phase == Phase.HELLO || !heartbeats.answered(echo, now)) {
      violated("an answer to heartbeat " + echo.sequence() + ", which was not sent");
      return;
    }
    lastHeardNanos = now;
    pacer.answered(echo.sequence(), now);
    if (pacer.holds()) {
      drain();
    }
  }

  private void confirmed(Frame.AlarmReceipt receipt) {
    if (phase != Phase.STREAMING || !pull.alarms().confirmed(receipt.number())) {
      violated("a receipt for alarm " + receipt.number() + ", which was not sent");
      return;
    }
    drain(); // what the snapshot repeats may have waited for it
  }

  private void act(Frame.Act act) {
    if (phase == Phase.HELLO) {
      violated("expected Hello first, got Act");
      return;
    }
    acts.act(act);
  }

  /** Does what came back from another thread. */
  private void attempt(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      failed(e);
    }
  }

  private void answer(Frame.ActAnswer answer) {
    if (phase != Phase.ENDED) {
      outlet.send(context.codec().encode(answer));
      outlet.flush();
    }
  }

  private void query(Frame.AlarmQuery query) {
    if (phase == Phase.HELLO) {
      violated("expected Hello first, got AlarmQuery");
    } else if (!history.ask(query)) {
      violated("more than %d unanswered AlarmQuery".formatted(HistoryPull.MAX_WAITING));
    }
  }

  private void left(Frame.Bye bye) {
    LOG.info("session {} with '{}' ended by the station: {}", id, station, bye.code());
    gone();
    outlet.closeGracefully("");
  }

  /**
   * Takes note of beds that changed and writes what the connection takes; {@link #flush} follows.
   */
  void offer(BitSet changed) {
    if (phase == Phase.STREAMING && (pull.offer(changed) || pacer.holds())) {
      write();
    }
  }

  /** Sends what was written. */
  void flush() {
    outlet.flush();
  }

  /** Takes note of beds whose alarms are judged or held back otherwise than before. */
  void offerAlarming(BitSet changed) {
    if (phase == Phase.STREAMING) {
      pull.offerAlarming(changed);
      drain();
    }
  }

  /** Sends new alarms at once, before all else that is due. */
  void alarmed() {
    if (phase == Phase.STREAMING) {
      drainAlarms();
    }
  }

  private void drainAlarms() {
    String overflow = pull.alarms().drain();
    outlet.flush();
    if (overflow != null) {
      end(Frame.ByeCode.ALARM_OVERFLOW, overflow, 0);
    }
  }

  /** Tells the broker's new state, if it is one. */
  void brokerChanged() {
    if (phase == Phase.SUBSCRIBE || phase == Phase.STREAMING) {
      drain();
    }
  }

  /** Sends what is due, as far as the connection takes it, in one flush. */
  void drain() {
    write();
    outlet.flush();
  }

  private void write() {
    if (phase == Phase.STREAMING) {
      drainAlarms();
    }
    if (phase == Phase.ENDED) {
      return;
    }
    if (phase != Phase.HELLO && outlet.isWritable()) {
      sendBroker();
    }
    if (heartbeatDue && outlet.isWritable()) {
      heartbeatDue = false;
      sendHeartbeat();
    }
    if (phase == Phase.STREAMING) {
      pacer.retry();
      pull.drain();
      seat.hold(pacer.holds());
    } else {
      history.drain();
    }
    if (pacer.asksForHeartbeat() && outlet.isWritable()) {
      sendHeartbeat();
    }
  }

  private void sendBroker() {
    BrokerState broker = context.ward().broker();
    if (!broker.equals(brokerTold)) {
      brokerTold = broker;
      outlet.send(context.codec().encode(new Frame.Broker(broker)));
    }
  }

  private void sendHeartbeat() {
    long now = context.clock().nanos();
    long sequence = heartbeats.sent(now);
    outlet.send(
        context
            .codec()
            .encode(
                new Frame.Heartbeat(
                    sequence,
                    context.clock().micros(),
                    context.ward().broker().up(),
                    conflating(now),
                    outlet.frames(),
                    pull.alarms().sent(),
                    pull.alarms().confirmed())));
    pacer.heartbeat(sequence, now);
  }

  /** Whether the station gets less than there is, or did a moment ago. */
  private boolean conflating(long now) {
    boolean slow = stalled && now - stalledSinceNanos >= CONFLATING_NANOS;
    long dropped = pull.samplesDropped();
    if (pacer.takeHeld() || slow || dropped != droppedBefore) {
      conflatingUntilNanos = now + CONFLATING_NANOS;
      conflatingEver = true;
    }
    droppedBefore = dropped;
    return conflatingEver && now - conflatingUntilNanos < 0;
  }

  /** Runs once a heartbeat interval. */
  void tick() {
    long now = context.clock().nanos();
    switch (phase) {
      case HELLO -> {
        if (now - lastHeardNanos >= millis(limits.helloMillis())) {
          violated("no Hello within %d ms".formatted(limits.helloMillis()));
        }
      }
      case SUBSCRIBE, STREAMING -> tickLive(now);
      case ENDED -> {
        return;
      }
    }
    figures = currentFigures();
  }

  private void tickLive(long now) {
    long stalledNanos = Math.max(stalled ? now - stalledSinceNanos : 0, pacer.unansweredNanos(now));
    if (endedAsAlarmsFail()) {
      return;
    }
    if (stalledNanos >= millis(limits.stalledMillis())) {
      end(
          Frame.ByeCode.SLOW_CONSUMER,
          "nothing was taken for %d ms".formatted(TimeUnit.NANOSECONDS.toMillis(stalledNanos)),
          0);
    } else if (now - lastHeardNanos >= millis(limits.silenceMillis())) {
      end(
          stalled ? Frame.ByeCode.SLOW_CONSUMER : Frame.ByeCode.NO_HEARTBEAT,
          "no heartbeat was answered for %d ms".formatted(limits.silenceMillis()),
          0);
    } else {
      heartbeatDue = true;
      if (phase == Phase.STREAMING
          && pull.wantsFigures()
          && now - figuresSentNanos >= FIGURES_NANOS
          && outlet.takesStates()) {
        figuresSentNanos = now;
        pull.sendFigures(stations.getAsInt());
      }
      drain();
    }
  }

  /**
   * Without alarms the bridge is none: the station is told to look for another one, and alarms by
   * itself meanwhile. A thread that was only late, after all was frozen, has caught up by the next
   * tick.
   */
  private boolean endedAsAlarmsFail() {
    String failure = context.desk().failure();
    if (!failure.isEmpty() && alarmsFailed) {
      end(Frame.ByeCode.SHUTDOWN, failure, RETRY_AFTER_FAILURE_MILLIS);
      return true;
    }
    alarmsFailed = !failure.isEmpty();
    return false;
  }

  /** Whether the connection takes more changed. */
  void writabilityChanged(boolean writable) {
    if (!writable && !stalled) {
      stalledSinceNanos = context.clock().nanos();
    }
    stalled = !writable;
  }

  /** Ends the session because of what the station sent. */
  void violated(String what) {
    if (phase != Phase.ENDED) {
      end(Frame.ByeCode.PROTOCOL_ERROR, what, 0);
    }
  }

  /** Ends the session because it failed here; others go on. */
  void failed(RuntimeException cause) {
    LOG.error("session {} with '{}' from {} failed and is closed", id, station, remote, cause);
    gone();
    outlet.closeNow();
  }

  /** Sends the station away because there are as many sessions as the bridge takes. */
  void refuse() {
    end(
        Frame.ByeCode.OVERLOADED,
        "the bridge already serves %d stations".formatted(limits.maxSessions()),
        RETRY_AFTER_OVERLOAD_MILLIS);
  }

  /** Tells the station that the bridge stops. */
  void shutdown() {
    if (phase != Phase.ENDED) {
      end(Frame.ByeCode.SHUTDOWN, "the bridge stops", RETRY_AFTER_SHUTDOWN_MILLIS);
    }
  }

  private void end(Frame.ByeCode code, String reason, int retryAfterMillis) {
    LOG.info("session {} with '{}' from {} closed, {}: {}", id, station, remote, code, reason);
    gone();
    String fitting = reason.substring(0, Math.min(reason.length(), Frame.MAX_TEXT));
    outlet.send(context.codec().encode(new Frame.Bye(code, fitting, retryAfterMillis)));
    outlet.closeGracefully(code.name());
  }

  /** Its connection is gone, or will be: nothing is answered any more. */
  void gone() {
    phase = Phase.ENDED;
    seat.leave();
    history.close();
  }

  /** How it does, as of the last tick. Any thread. */
  SessionFigures figures() {
    return figures;
  }

  private SessionFigures currentFigures() {
    return new SessionFigures(
        id,
        station,
        remote,
        outlet.frames(),
        outlet.bytes(),
        heartbeats.framesUnanswered(outlet.frames()),
        heartbeats.roundTripMicros(),
        pull.bedsPending(),
        pull.samplesDropped(),
        pull.alarms().unconfirmed(),
        conflatingEver && context.clock().nanos() - conflatingUntilNanos < 0,
        !stalled);
  }

  /** A peer's text, fit for one line of a log. */
  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }

  private static long millis(long millis) {
    return TimeUnit.MILLISECONDS.toNanos(millis);
  }
}

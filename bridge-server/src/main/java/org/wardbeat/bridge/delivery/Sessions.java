package org.wardbeat.bridge.delivery;

import io.netty.channel.EventLoop;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardbeat.bridge.ward.PublishedBed;
import org.wardbeat.bridge.ward.WardListener;
import org.wardbeat.wire.ward.BrokerState;

/** All sessions, each with its event loop, and what wakes them when the ward changes. */
final class Sessions implements WardListener {
  private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

  private final DeliveryContext context;
  private final Map<EventLoop, SessionLoop> loops;
  private final Map<DeliverySession, EventLoop> open = new ConcurrentHashMap<>();
  private final AtomicLong opened = new AtomicLong();

  /**
   * @param eventLoops all that a connection may be given
   */
  Sessions(DeliveryContext context, Collection<EventLoop> eventLoops) {
    this.context = context;
    this.loops =
        eventLoops.stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Function.identity(), loop -> new SessionLoop(loop, context.beds())));
  }

  /** Lets time pass for the sessions from now on. */
  void start() {
    loops.values().forEach(loop -> loop.start(context.limits().heartbeatMillis()));
  }

  /** Opens a session on its event loop, or sends the station away if there are too many. */
  DeliverySession open(EventLoop eventLoop, Outlet outlet, String remote) {
    Seats.Seat seat = loop(eventLoop).reserve();
    DeliverySession session =
        new DeliverySession(
            opened.incrementAndGet(),
            remote,
            context,
            outlet,
            task -> execute(eventLoop, task),
            open::size,
            seat);
    seat.take(session);
    open.put(session, eventLoop);
    if (open.size() > context.limits().maxSessions()) {
      open.remove(session);
      session.refuse();
    }
    return session;
  }

  /** Forgets a session whose connection is gone. On its event loop. */
  void closed(DeliverySession session) {
    open.remove(session);
    session.gone();
  }

  /** How each session does, oldest first. Any thread. */
  List<SessionFigures> figures() {
    return open.keySet().stream()
        .map(DeliverySession::figures)
        .sorted(Comparator.comparingLong(SessionFigures::id))
        .toList();
  }

  /** Says goodbye to all stations. Any thread. */
  void shutdown() {
    open.forEach((session, eventLoop) -> eventLoop.execute(session::shutdown));
  }

  @Override
  public void onBurst(List<PublishedBed> changed) {
    changed.forEach(context.beds()::put);
    for (SessionLoop loop : loops.values()) {
      for (PublishedBed bed : changed) {
        loop.mark(bed.index());
      }
      loop.wake();
    }
  }

  @Override
  public void onAlarm() {
    loops.values().forEach(SessionLoop::markAlarm);
  }

  @Override
  public void onAlarming(PublishedBed bed) {
    context.beds().put(bed);
    loops.values().forEach(loop -> loop.markAlarming(bed.index()));
  }

  @Override
  public void onBroker(BrokerState state) {
    loops.values().forEach(SessionLoop::markBroker);
  }

  /** Runs what concerns a session on its event loop; once that ends, it concerns nobody. */
  private static void execute(EventLoop eventLoop, Runnable task) {
    try {
      eventLoop.execute(task);
    } catch (RejectedExecutionException e) {
      LOG.debug("An event loop that has ended is not told", e);
    }
  }

  private SessionLoop loop(EventLoop eventLoop) {
    SessionLoop loop = loops.get(eventLoop);
    if (loop == null) {
      throw new IllegalStateException("a connection runs on an event loop of another group");
    }
    return loop;
  }
}

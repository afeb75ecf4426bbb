package org.wardbeat.bridge.delivery;

import io.netty.channel.EventLoop;
import java.util.BitSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * The sessions of one event loop. Ward loops mark beds here, once for all its sessions, and wake it
 * at most once until it has looked: so batches grow with the load, and nothing waits when idle.
 */
final class SessionLoop {
  /** Sessions written to before they are flushed: more would wait noticeably. */
  private static final int GROUP = 64;

  /**
   * Ticks of a session's heartbeat interval: its heartbeats go out together with others', as waking
   * for each alone costs more than to send it, but not with all, which would hold up what is live.
   */
  private static final int BEATS = 8;

  private final EventLoop eventLoop;
  private final BedTable beds;
  private final DirtyBeds dirty = new DirtyBeds();
  private final AtomicBoolean woken = new AtomicBoolean();
  private final DirtyBeds alarming = new DirtyBeds();
  private volatile boolean alarmed;
  private volatile boolean alarmingChanged;
  private volatile boolean brokerChanged;

  // Confined to the event loop.
  private final Seats seats = new Seats();
  private final BitSet taken = new BitSet();
  private int beat;

  SessionLoop(EventLoop eventLoop, BedTable beds) {
    this.eventLoop = eventLoop;
    this.beds = beds;
  }

  /**
   * Lets time pass for the sessions.
   *
   * @param heartbeatMillis how often each of them ticks
   */
  @SuppressWarnings("FutureReturnValueIgnored") // a session's failure is its own
  void start(int heartbeatMillis) {
    long nanos = TimeUnit.MILLISECONDS.toNanos(heartbeatMillis) / BEATS;
    eventLoop.scheduleAtFixedRate(this::tick, nanos, nanos, TimeUnit.NANOSECONDS);
  }

  /** Marks a bed; {@link #wake()} follows. Any thread. */
  void mark(int index) {
    dirty.mark(index);
  }

  /** Has the sessions tell new alarms, before all else. Any thread. */
  void markAlarm() {
    alarmed = true;
    wake();
  }

  /** Has the sessions tell by what a bed's alarms are judged. Any thread. */
  void markAlarming(int index) {
    alarming.mark(index);
    alarmingChanged = true;
    wake();
  }

  /** Has the sessions tell the broker's state at once. Any thread. */
  void markBroker() {
    brokerChanged = true;
    wake();
  }

  /** Has the sessions look at what is marked. Any thread. */
  void wake() {
    if (!woken.get() && woken.compareAndSet(false, true) && !eventLoop.isShuttingDown()) {
      eventLoop.execute(this::deliver);
    }
  }

  /** A place for one more session. */
  Seats.Seat reserve() {
    return seats.reserve();
  }

  private void tick() {
    for (int i = beat; i < seats.size(); i += BEATS) {
      attempt(i, DeliverySession::tick);
    }
    beat = (beat + 1) % BEATS;
  }

  private void deliver() {
    woken.set(false);
    boolean tellBroker = brokerChanged;
    brokerChanged = false;
    if (alarmed) {
      alarmed = false;
      attemptAll(DeliverySession::alarmed);
    }
    if (alarmingChanged) {
      alarmingChanged = false;
      alarming.takeInto(taken, beds.size());
      attemptAll(session -> session.offerAlarming(taken));
    }
    if (tellBroker) {
      attemptAll(DeliverySession::brokerChanged);
    }
    dirty.takeInto(taken, beds.size());
    BitSet concerned = seats.concernedBy(taken);
    int seat = concerned.nextSetBit(0);
    while (seat >= 0) {
      seat = deliverToGroup(concerned, seat);
    }
  }

  /**
   * Writes to all of a group before it flushes any: code and data of either then stay in the
   * caches.
   *
   * @return the first seat of the next group, -1 if there is none
   */
  private int deliverToGroup(BitSet concerned, int first) {
    int written = 0;
    int seat = first;
    while (seat >= 0 && written < GROUP) {
      attempt(seat, session -> session.offer(taken));
      written++;
      seat = concerned.nextSetBit(seat + 1);
    }
    int end = seat < 0 ? Integer.MAX_VALUE : seat;
    for (int i = first; i >= 0 && i < end; i = concerned.nextSetBit(i + 1)) {
      attempt(i, DeliverySession::flush);
    }
    return seat;
  }

  private void attemptAll(Consumer<DeliverySession> step) {
    for (int i = 0; i < seats.size(); i++) {
      attempt(i, step);
    }
  }

  /** Does something with the session in a seat, if there is one; what fails costs it alone. */
  private void attempt(int seat, Consumer<DeliverySession> step) {
    DeliverySession session = seats.get(seat);
    if (session != null) {
      try {
        step.accept(session);
      } catch (RuntimeException e) {
        session.failed(e);
      }
    }
  }
}

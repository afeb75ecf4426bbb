package org.wardbeat.bridge.delivery;

import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

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
  private final List<DeliverySession> sessions = new ArrayList<>();
  private final List<List<DeliverySession>> beats =
      Stream.generate(() -> (List<DeliverySession>) new ArrayList<DeliverySession>())
          .limit(BEATS)
          .toList();
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

  void add(DeliverySession session) {
    sessions.add(session);
    Collections.min(beats, Comparator.comparingInt(List::size)).add(session);
  }

  void remove(DeliverySession session) {
    sessions.remove(session);
    beats.forEach(ticking -> ticking.remove(session));
  }

  private void tick() {
    List<DeliverySession> ticking = beats.get(beat);
    beat = (beat + 1) % BEATS;
    for (int i = ticking.size() - 1; i >= 0; i--) {
      tick(ticking.get(i));
    }
  }

  private static void tick(DeliverySession session) {
    try {
      session.tick();
    } catch (RuntimeException e) {
      session.failed(e);
    }
  }

  private void deliver() {
    woken.set(false);
    boolean tellBroker = brokerChanged;
    brokerChanged = false;
    if (alarmed) {
      alarmed = false;
      for (int i = sessions.size() - 1; i >= 0; i--) {
        deliverAlarms(sessions.get(i));
      }
    }
    if (alarmingChanged) {
      alarmingChanged = false;
      alarming.takeInto(taken, beds.size());
      for (int i = sessions.size() - 1; i >= 0; i--) {
        deliverAlarming(sessions.get(i), taken);
      }
    }
    dirty.takeInto(taken, beds.size());
    for (int end = sessions.size(); end > 0; end -= GROUP) {
      deliver(Math.max(0, end - GROUP), end, tellBroker);
    }
  }

  /** Writes to all before it flushes any: code and data of either then stay in the caches. */
  private void deliver(int from, int end, boolean tellBroker) {
    for (int i = Math.min(end, sessions.size()) - 1; i >= from; i--) {
      deliver(sessions.get(i), taken, tellBroker);
    }
    for (int i = Math.min(end, sessions.size()) - 1; i >= from; i--) {
      flush(sessions.get(i));
    }
  }

  private static void deliverAlarms(DeliverySession session) {
    try {
      session.alarmed();
    } catch (RuntimeException e) {
      session.failed(e);
    }
  }

  private static void deliverAlarming(DeliverySession session, BitSet changed) {
    try {
      session.offerAlarming(changed);
    } catch (RuntimeException e) {
      session.failed(e);
    }
  }

  private static void deliver(DeliverySession session, BitSet taken, boolean tellBroker) {
    try {
      if (tellBroker) {
        session.brokerChanged();
      }
      session.offer(taken);
    } catch (RuntimeException e) {
      session.failed(e);
    }
  }

  private static void flush(DeliverySession session) {
    try {
      session.flush();
    } catch (RuntimeException e) {
      session.failed(e);
    }
  }
}

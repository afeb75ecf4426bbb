package org.wardbeat.bridge.ward;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardbeat.bridge.clock.BridgeClock;
import org.wardbeat.bridge.intake.Inbox;
import org.wardbeat.bridge.intake.IntakeLimits;
import org.wardbeat.bridge.intake.Observation;
import org.wardbeat.bridge.intake.Quarantine;
import org.wardbeat.bridge.intake.Reason;
import org.wardbeat.bridge.intake.Refusal;
import org.wardbeat.bridge.mqtt.InboundMessage;
import org.wardbeat.wire.ward.BedId;

/** Beds and the one thread that writes them. */
final class WardLoop implements Inbox.Sink {
  private static final long TICK_MILLIS = 250;
  private static final long BUSY_MILLIS = 10;

  private static final Logger LOG = LoggerFactory.getLogger(WardLoop.class);

  private final String name;
  private final ScheduledExecutorService thread;
  private final Inbox inbox;
  private final BedRegistry registry;
  private final Quarantine quarantine;
  private final WardCounters counters;
  private final WardAlarms alarms;
  private final Consumer<List<PublishedBed>> bursts;
  private final BridgeClock clock;
  private final EarlyObservations early;
  private final BridgeSteps steps = new BridgeSteps();
  private final Map<BedId, BedWriter> beds = new HashMap<>();
  private final Set<PublishedBed> changed = new LinkedHashSet<>();
  private boolean closed;
  private volatile boolean died;

  /**
   * @param thread runs one task at a time, and none of them for long
   */
  WardLoop(
      String name,
      ScheduledExecutorService thread,
      IntakeLimits limits,
      BedRegistry registry,
      Quarantine quarantine,
      WardCounters counters,
      WardAlarms alarms,
      Consumer<List<PublishedBed>> bursts,
      Runnable birthMissing,
      BridgeClock clock) {
    this.name = name;
    this.thread = thread;
    this.inbox = new Inbox(limits, quarantine, () -> thread.execute(this::drain));
    this.registry = registry;
    this.quarantine = quarantine;
    this.counters = counters;
    this.alarms = alarms;
    this.bursts = bursts;
    this.clock = clock;
    early = new EarlyObservations(quarantine, birthMissing);
  }

  /** Where messages of its beds go. */
  Inbox inbox() {
    return inbox;
  }

  /** Lets time pass from now on. */
  void start() {
    thread.execute(() -> tick());
  }

  /** Writes nothing from then on; returns once it is so, or the patience is over. */
  void close(Duration patience) throws InterruptedException {
    CountDownLatch over = new CountDownLatch(1);
    thread.execute(
        () -> {
          closed = true;
          over.countDown();
        });
    if (!over.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.warn("{} did not end within {} ms and is left behind", name, patience.toMillis());
    }
  }

  /** Whether it ended though nobody closed it. Any thread. */
  boolean hasDied() {
    return died;
  }

  /** One sentence that says that it died. */
  String epitaph() {
    return "Loop %s died: its beds stand still until the bridge is started anew.".formatted(name);
  }

  /**
   * What comes faster than alarms are stored waits in the inbox, which knows what to drop first.
   */
  @SuppressWarnings("FutureReturnValueIgnored") // the task sees to its own failures
  private void drain() {
    if (!closed && alarms.system().isBusy()) {
      thread.schedule(() -> drain(), BUSY_MILLIS, TimeUnit.MILLISECONDS);
    } else {
      attempt(() -> inbox.drain(this));
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the task sees to its own failures
  private void tick() {
    if (!alarms.system().isBusy()) { // what waits in the inbox must not be taken for silence
      attempt(() -> tick(clock.nanos(), clock.micros()));
    }
    if (!closed && !died) {
      thread.schedule(() -> tick(), TICK_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void attempt(Runnable task) {
    if (closed || died) {
      return;
    }
    try {
      task.run();
      flush();
    } catch (RuntimeException | Error e) {
      died = true;
      LOG.error("{} died: its beds stand still until the bridge is started anew", name, e);
    }
  }

  /** Tells all beds that time goes on. */
  void tick(long nanos, long micros) {
    followClock(nanos, micros);
    for (BedWriter bed : beds.values()) {
      try {
        tick(bed, nanos, micros);
      } catch (RuntimeException e) {
        LOG.error("Bed {} could not be watched", bed.id(), e);
      }
    }
  }

  private void tick(BedWriter bed, long nanos, long micros) {
    if (bed.removed()) {
      return;
    }
    if (bed.lie(nanos, micros)) {
      changed.add(bed);
    }
    if (bed.tick(nanos, micros)) {
      alarms.judgedAnew().accept(bed);
    }
  }

  /**
   * What was heard before the bridge's clock was set back is as old as it was, and not of the
   * future. Where the clock is set forward it stays: it looks older then, but never younger, also
   * to a station that has not heard of it yet.
   */
  private void followClock(long nanos, long micros) {
    long back = steps.backMicros(nanos, micros);
    if (back == 0) {
      return;
    }
    LOG.warn("The clock was set back by {} ms", TimeUnit.MICROSECONDS.toMillis(back));
    for (BedWriter bed : beds.values()) {
      if (!bed.removed()) {
        bed.clockSetBack(back);
        changed.add(bed);
      }
    }
  }

  private void flush() {
    if (!changed.isEmpty()) {
      List<PublishedBed> burst = List.copyOf(changed);
      changed.clear();
      bursts.accept(burst);
    }
  }

  /** Takes one observation. */
  @Override
  public void observe(Observation observation, @Nullable InboundMessage message) {
    if (message != null) {
      followClock(message.arrivedNanos(), message.arrivedMicros());
    }
    switch (observation) {
      case Observation.Removal removal -> remove(removal.bed(), require(message));
      case Observation.AlarmCleared cleared -> cleared(cleared, require(message));
      case Observation.Birth birth -> birth(birth, require(message));
      case Observation.OfBirth other -> ofBirth(other, message);
    }
    if (message != null) {
      long now = clock.nanos();
      counters.inBridge.record(TimeUnit.NANOSECONDS.toMicros(now - message.arrivedNanos()), now);
    }
  }

  @Override
  public void refused(BedId id, InboundMessage message) {
    BedWriter bed = beds.get(id);
    if (bed != null && !bed.removed()) {
      bed.refused(message);
    }
  }

  private static InboundMessage require(@Nullable InboundMessage message) {
    if (message == null) {
      throw new IllegalArgumentException("only what is lost comes without a message");
    }
    return message;
  }

  private void cleared(Observation.AlarmCleared cleared, InboundMessage message) {
    BedWriter bed = beds.get(cleared.bed());
    if (bed != null && !bed.removed()) {
      bed.cleared(cleared, message);
    }
  }

  private void remove(BedId id, InboundMessage message) {
    BedWriter bed = beds.get(id);
    if (bed != null && !bed.removed()) {
      bed.remove(message);
      registry.remove(bed);
      changed.add(bed);
      LOG.info("Bed {} was taken away", id);
    }
  }

  private void birth(Observation.Birth birth, InboundMessage message) {
    BedWriter bed = beds.get(birth.bed());
    if (bed != null && !bed.removed()) {
      if (birth.birth() < bed.definition().birth()) {
        refuseStale(birth, message, bed);
      } else if (bed.birth(birth, message)) {
        changed.add(bed);
        takeEarly(birth, bed);
      }
    } else {
      admit(birth, message, bed);
    }
  }

  private void admit(Observation.Birth birth, InboundMessage message, @Nullable BedWriter former) {
    OptionalInt index = registry.admit(birth.bed());
    if (index.isEmpty()) {
      quarantine.refuse(
          new Refusal(
              Reason.TOO_MANY_BEDS,
              message.topic(),
              "expected at most %d beds; the bed was refused".formatted(BedRegistry.MAX_BEDS)));
      return;
    }
    BedWriter bed = former;
    boolean fresh = bed == null;
    if (bed == null) {
      bed =
          new BedWriter(
              index.getAsInt(), birth, quarantine, counters, alarms, message.arrivedNanos());
      beds.put(birth.bed(), bed);
    } else {
      bed.birth(birth, message);
    }
    registry.add(bed);
    if (fresh) {
      bed.occupy(birth, true, message);
    }
    changed.add(bed);
    LOG.info("Bed {} is here, with {} waveforms", birth.bed(), birth.channels().size());
    takeEarly(birth, bed);
  }

  private void takeEarly(Observation.Birth birth, BedWriter bed) {
    for (EarlyObservations.Early waited : early.take(birth)) {
      ofBirth(waited.observation(), waited.message(), bed);
    }
  }

  private void ofBirth(Observation.OfBirth observation, @Nullable InboundMessage message) {
    BedWriter bed = beds.get(observation.bed());
    if (bed != null && !bed.removed()) {
      ofBirth(observation, message, bed);
    } else if (message != null) {
      early.keep(observation, message);
    }
  }

  private void ofBirth(
      Observation.OfBirth observation, @Nullable InboundMessage message, BedWriter bed) {
    long newest = bed.definition().birth();
    if (observation.birth() == newest) {
      if (bed.observe(observation, message)) {
        changed.add(bed);
      }
    } else if (message != null && observation.birth() > newest) {
      early.keep(observation, message);
    } else if (message != null) {
      refuseStale(observation, message, bed);
    }
  }

  private void refuseStale(Observation.OfBirth observation, InboundMessage message, BedWriter bed) {
    if (observation instanceof Observation.Numerics || observation instanceof Observation.Samples) {
      bed.overtaken(message); // all else may have been retained, and a last will comes late
    }
    quarantine.refuse(
        new Refusal(
            Reason.STALE_BIRTH,
            message.topic(),
            "expected birth %d or newer, got %d, which is over; the message was refused"
                .formatted(bed.definition().birth(), observation.birth())));
  }
}

package org.wardbeat.bridge.alarm;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardbeat.bridge.clock.BridgeClock;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Operator;

/**
 * Every alarm's life. One thread takes what ward loops report, operators want and other bridges
 * did, as much at a time as has come meanwhile; works out what that changes; stores it in one
 * transaction; and only then tells of it. If it cannot be stored, alarms go on all the same, and
 * that they are not recorded is a fault; what operators want is then not done.
 *
 * <p>Safe for use by any thread. Started and closed once.
 */
public final class AlarmSystem implements AlarmDesk, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AlarmSystem.class);

  /** Many minutes of what beds say: a thread that is so far behind will not catch up. */
  static final int INBOX = 65_536;

  /** From so many on, what operators want is refused, and beds are asked to wait. */
  private static final int BUSY_FROM = 8_192;

  private static final int MAX_BATCH = 1_024;
  private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /** A thread that did nothing for so long hangs; storing takes milliseconds. */
  private static final long HUNG_NANOS = TimeUnit.SECONDS.toNanos(10);

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final String DIED = "The alarms' thread died: start the bridge anew.";
  private static final String BEHIND =
      "The alarms' thread is %d reports behind: see whether its store can be written, and start the bridge anew."
          .formatted(INBOX);
  private static final String BUSY = "The bridge is too busy: try again.";

  private final AlarmStore store;
  private final BridgeClock clock;
  private final AlarmBook book;
  private final AlarmRecorder recorder;
  private final AlarmQueries queries;
  private final BlockingQueue<AlarmInput> inbox = new LinkedBlockingQueue<>(INBOX);
  private final Map<BedId, AlarmOutlet> outlets = new ConcurrentHashMap<>();
  private final Map<BedId, BedAlarming> alarming = new ConcurrentHashMap<>();
  private final List<Runnable> holdListeners = new CopyOnWriteArrayList<>();
  private final List<Consumer<SharedAct>> peers = new CopyOnWriteArrayList<>();
  private final Map<HoldKey, HeldBack.Versioned> holds = new LinkedHashMap<>();
  private long versions;
  private long tickedNanos;
  private volatile HeldBack heldBack = HeldBack.NOTHING;
  private volatile String notice = "";
  private volatile boolean closing;

  /** Why no alarm will come any more; empty while they do. */
  private volatile String death = "";

  private volatile long turnedNanos;
  private volatile @Nullable Thread thread;

  /**
   * @param store opened and closed by the system
   * @param defaults the limits of beds for which nobody set any
   */
  public AlarmSystem(
      AlarmStore store, BridgeClock clock, AlarmSettings settings, DefaultLimits defaults) {
    this.store = store;
    this.clock = clock;
    book = new AlarmBook(settings, defaults, Moment.of(clock));
    recorder = new AlarmRecorder(store, clock);
    queries = new AlarmQueries(store, recorder::recording, clock);
  }

  /**
   * Brings back what was stored and begins. Before it, no bed may say anything.
   *
   * @throws IOException if the store cannot be used, in one sentence; nothing runs then
   */
  public void start() throws IOException {
    restore();
    thread = Thread.ofPlatform().daemon().name("alarms").start(this::run);
  }

  /** Brings back what was stored. */
  void restore() throws IOException {
    AlarmStore.Restored restored = store.open();
    notice = restored.notice();
    Moment now = Moment.of(clock);
    book.restore(restored.facts(), now);
    AlarmDraft draft = book.draft(now);
    draft.tick(); // what ended while the bridge was down has ended
    recorder.record(draft.facts());
    book.adopt(draft);
    tickedNanos = now.nanos();
    turnedNanos = now.nanos();
    book.beds().forEach(bed -> publish(bed.id));
    book.holds().values().forEach(held -> publish(held.hold()));
    if (!notice.isEmpty()) {
      LOG.error("{}", notice);
    }
  }

  /** Ends when all that has come until now is stored and told. Within two seconds. */
  @Override
  public void close() {
    closing = true;
    Thread running = thread;
    try {
      if (running != null && !running.join(PATIENCE)) {
        LOG.error("The alarms' thread did not end within {} s.", PATIENCE.toSeconds());
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    queries.close();
    store.close();
  }

  /**
   * The door for a bed's conditions.
   *
   * @param outlet told of the bed's alarms, once it said that somebody or nobody lies in it
   */
  public BedConditions bed(BedId bed, AlarmOutlet outlet) {
    outlets.put(bed, outlet);
    return new BedConditions(this, bed);
  }

  /** Adds who is told, on the alarms' thread, that {@link #heldBack()} is another. */
  public void onHeldBack(Runnable listener) {
    holdListeners.add(listener);
  }

  /** Adds who tells other bridges what was done here; told on the alarms' thread. */
  public void onShared(Consumer<SharedAct> peer) {
    peers.add(peer);
  }

  /**
   * Has all told anew that other bridges should know, for when they may have forgotten it, or were
   * never told because this one ended too early. Blocks while the system is behind.
   */
  public void shareAll() {
    submit(new AlarmInput.TellAll());
  }

  /** Takes in what another bridge did. Blocks while the system is behind. */
  public void merge(SharedAct act) {
    submit(new AlarmInput.Merge(act));
  }

  @Override
  public void act(Operator operator, Operation operation, Consumer<ActOutcome> answer) {
    boolean refused = closing || !death.isEmpty() || isBusy();
    if (refused || !inbox.offer(new AlarmInput.Wanted(operator, operation, answer))) {
      answer.accept(ActOutcome.failed(BUSY));
    }
  }

  @Override
  public void query(Frame.AlarmQuery query, Consumer<Frame.AlarmRecords> answer) {
    queries.ask(query, answer);
  }

  @Override
  public HeldBack heldBack() {
    return heldBack;
  }

  @Override
  public Recording recording() {
    return recorder.recording();
  }

  @Override
  public String failure() {
    if (!death.isEmpty()) {
      return death;
    }
    long silentNanos = clock.nanos() - turnedNanos;
    return thread == null || silentNanos < HUNG_NANOS
        ? ""
        : "The alarms' thread has hung for %d s: see whether its store can be written, and start the bridge anew."
            .formatted(TimeUnit.NANOSECONDS.toSeconds(silentNanos));
  }

  /** What had to be done to open the store, in one sentence; empty if it was as it should be. */
  public String notice() {
    return notice;
  }

  /** What is broken and should not be, each in one sentence; empty if nothing is. */
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    String failure = failure();
    if (!failure.isEmpty()) {
      faults.add(failure);
    }
    Recording recording = recording();
    if (!recording.on()) {
      faults.add("Alarms are not recorded: " + recording.reason());
    }
    return faults;
  }

  BedAlarming alarming(BedId bed) {
    return alarming.computeIfAbsent(bed, this::unknown);
  }

  private BedAlarming unknown(BedId bed) {
    LimitsInForce defaults = book.defaultsOf(bed, 0);
    return new BedAlarming(0, defaults, defaults.limits(), List.of(), Map.of(), Lying.UNKNOWN);
  }

  /**
   * Whether so much waits that no more should be said before some of it is stored. Any thread; what
   * is said all the same is not refused.
   */
  public boolean isBusy() {
    return death.isEmpty() && inbox.size() >= BUSY_FROM;
  }

  void submit(AlarmInput input) {
    if (death.isEmpty() && !inbox.offer(input)) {
      death = BEHIND; // an alarm less would be worse than none: stations look for another bridge
      LOG.error(BEHIND);
    }
  }

  private void run() {
    try {
      while (death.isEmpty() && (!closing || !inbox.isEmpty())) {
        AlarmInput first = inbox.poll(TICK_NANOS, TimeUnit.NANOSECONDS);
        turn(first);
      }
    } catch (InterruptedException e) {
      LOG.debug("The alarms' thread was interrupted.", e);
    } catch (RuntimeException | Error e) {
      death = DIED;
      LOG.error(DIED, e);
    }
  }

  /** Handles all that has come, on the calling thread: what the alarms' thread does. */
  void turn(@Nullable AlarmInput first) {
    List<AlarmInput> batch = new ArrayList<>();
    if (first != null) {
      batch.add(first);
    }
    inbox.drainTo(batch, MAX_BATCH);
    int next = 0;
    while (next < batch.size()) {
      next =
          batch.get(next) instanceof AlarmInput.Wanted ? perform(batch, next) : happen(batch, next);
    }
    Moment now = Moment.of(clock);
    turnedNanos = now.nanos();
    if (now.nanos() - tickedNanos >= TICK_NANOS) {
      tickedNanos = now.nanos();
      AlarmDraft draft = book.draft(now);
      draft.tick();
      recorder.record(draft.facts());
      adopt(draft);
    }
    if (batch.isEmpty() && inbox.isEmpty()) {
      recorder.idle();
    }
  }

  /** Takes what has happened, up to the next that an operator wants. */
  private int happen(List<AlarmInput> batch, int from) {
    AlarmDraft draft = book.draft(Moment.of(clock));
    int next = from;
    while (next < batch.size() && batch.get(next) instanceof AlarmInput.Happened happened) {
      try {
        take(draft, happened);
      } catch (RuntimeException e) {
        LOG.error("What was said of an alarm of a bed could not be taken in.", e);
      }
      next++;
    }
    recorder.record(draft.facts());
    adopt(draft);
    return next;
  }

  private static void take(AlarmDraft draft, AlarmInput.Happened happened) {
    switch (happened) {
      case AlarmInput.Report of -> draft.report(of.bed(), of.occupancy(), of.source(), of.change());
      case AlarmInput.Occupied of -> draft.occupied(of);
      case AlarmInput.Removed of -> draft.removed(of.bed());
      case AlarmInput.Merge of -> Acts.merge(draft, of.act());
      case AlarmInput.TellAll _ -> draft.book().shared().forEach(draft::share);
    }
  }

  /** Does what operators want, up to the next that has happened anyway: all or nothing. */
  private int perform(List<AlarmInput> batch, int from) {
    AlarmDraft draft = book.draft(Moment.of(clock));
    Map<Consumer<ActOutcome>, ActOutcome> outcomes = new LinkedHashMap<>();
    int next = from;
    while (next < batch.size() && batch.get(next) instanceof AlarmInput.Wanted wanted) {
      outcomes.put(wanted.answer(), perform(draft, wanted));
      next++;
    }
    if (recorder.recordOrRefuse(draft.facts())) {
      adopt(draft);
    } else {
      outcomes.replaceAll(
          (answer, outcome) ->
              outcome.equals(ActOutcome.DONE)
                  ? ActOutcome.failed("The bridge cannot store it: " + recording().reason())
                  : outcome);
    }
    outcomes.forEach(Consumer::accept);
    return next;
  }

  private static ActOutcome perform(AlarmDraft draft, AlarmInput.Wanted wanted) {
    try {
      return Acts.perform(draft, wanted.operator(), wanted.operation());
    } catch (RuntimeException e) {
      LOG.error("What an operator wants could not be done.", e);
      return ActOutcome.failed("The bridge failed to do it.");
    }
  }

  private void adopt(AlarmDraft draft) {
    book.adopt(draft);
    draft.judgedAnew().forEach(this::publish);
    draft.holds().values().forEach(held -> publish(held.hold()));
    for (AlarmDraft.Announcement told : draft.announcements()) {
      AlarmOutlet outlet = outlets.get(told.bed());
      if (outlet != null) {
        outlet.announce(told.occupancy(), told.alarm());
      }
    }
    for (BedId bed : draft.judgedAnew()) {
      AlarmOutlet outlet = outlets.get(bed);
      if (outlet != null) {
        outlet.alarmingChanged();
      }
    }
    if (!draft.holds().isEmpty()) {
      holdListeners.forEach(Runnable::run);
    }
    draft.shared().forEach(act -> peers.forEach(peer -> peer.accept(act)));
  }

  private void publish(BedId bed) {
    alarming.put(bed, book.alarming(bed, ++versions));
  }

  private void publish(Hold hold) {
    HeldBack.Versioned newest = new HeldBack.Versioned(heldBack.version() + 1, hold.state());
    holds.put(HoldKey.of(hold.state()), newest);
    heldBack = new HeldBack(newest.version(), List.copyOf(holds.values()));
  }
}

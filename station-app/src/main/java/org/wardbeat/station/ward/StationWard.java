package org.wardbeat.station.ward;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wardbeat.render.playout.PlayoutClock;
import org.wardbeat.render.ring.SampleRing;
import org.wardbeat.station.report.StationReport;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.BrokerState;
import org.wardbeat.wire.ward.Inactivation;
import org.wardbeat.wire.ward.InactivationState;
import org.wardbeat.wire.ward.LinkState;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Operator;

/**
 * The ward as the bridge's frames tell it.
 *
 * <p>One thread, the link's, applies frames and publishes; what it publishes is immutable, but for
 * the rings, and read by any thread. Beds and their samples outlive the session they came in, so
 * that the next one only has to bring what is missing.
 */
public final class StationWard implements WardFeed, LinkSink {
  /** A bridge keeps the last 60 s; a little more lets a whole minute be on hand at any time. */
  public static final Duration DEFAULT_RETENTION = Duration.ofSeconds(70);

  private static final long PLAYOUT_MICROS = PlayoutClock.DEFAULT_BUFFER.toNanos() / 1_000;
  private static final long NO_CHANGE = 0;

  /**
   * A bridge learns its beds anew from what its broker retains, within moments of reaching it.
   * Until it has had that long, a bed it does not name is not a bed that is gone.
   */
  private static final long SETTLED_MICROS = 5_000_000;

  /** A little over what the link's thread itself takes for silence. */
  private static final long SILENT_NANOS = 3_000_000_000L;

  /** What other threads see. */
  private record Published(
      LinkSnapshot link,
      List<BedSnapshot> beds,
      List<InactivationState> heldBack,
      Map<BedId, List<SampleRing>> rings,
      boolean simulated) {}

  /** What tells apart where alarms are held back. */
  private record HeldBackKey(String unit, String bed, Inactivation kind) {}

  private final LongSupplier nanoTime;
  private final Duration retention;
  private final StationReport report;
  private final BridgeClock clock;
  private final TreeMap<BedId, BedModel> beds = new TreeMap<>(NaturalOrder.OF_BEDS);
  private @Nullable BedModel[] byHandle = new BedModel[64];
  private long instance;
  private long resumedMicros;
  private long newestMicros;
  private boolean heardInSession;
  private boolean alarmsUnsettled;
  private boolean snapshotPending = true;
  private BrokerState broker = new BrokerState(false, 0);
  private final Map<HeldBackKey, InactivationState> heldBack = new LinkedHashMap<>();
  private final Set<HeldBackKey> heldBackTold = new HashSet<>();
  private boolean bedsChanged;
  private boolean ringsChanged;
  private long oldestChangeNanos = NO_CHANGE;

  private final AtomicLong oldestUnseenNanos = new AtomicLong(NO_CHANGE);
  private final AtomicBoolean told = new AtomicBoolean();
  private volatile Published published;
  private volatile Runnable listener = () -> {};
  private volatile @Nullable LinkControl control;

  /**
   * @param nanoTime the monotonic clock, in nanoseconds
   * @param retention how much of each waveform is kept; {@link #DEFAULT_RETENTION} for a station
   * @param link the link's first state
   */
  public StationWard(
      LongSupplier nanoTime, Duration retention, StationReport report, LinkSnapshot link) {
    this.nanoTime = nanoTime;
    this.retention = retention;
    this.report = report;
    this.clock = new BridgeClock(nanoTime);
    this.published = new Published(link, List.of(), List.of(), Map.of(), false);
  }

  // What the screens ask.

  @Override
  public WardSnapshot snapshot() {
    told.set(false);
    long changed = oldestUnseenNanos.getAndSet(NO_CHANGE);
    Published now = published;
    return new WardSnapshot(
        watched(now.link()),
        now.beds(),
        now.heldBack(),
        clock.nowMicros(),
        now.simulated(),
        changed);
  }

  /** Should the link's thread itself hang, what it said last must not stand. */
  private LinkSnapshot watched(LinkSnapshot link) {
    boolean claimsLife = link.state() == LinkState.STREAMING || link.state() == LinkState.DEGRADED;
    boolean silent = nanoTime.getAsLong() - link.lastHeartbeatNanos() >= SILENT_NANOS;
    return claimsLife && silent ? link.in(LinkState.STALLED, "The bridge has gone silent") : link;
  }

  @Override
  public long bridgeNowMicros() {
    return clock.nowMicros();
  }

  @Override
  public @Nullable SampleRing ring(BedId bed, int channel) {
    List<SampleRing> rings = published.rings().getOrDefault(bed, List.of());
    return channel >= 0 && channel < rings.size() ? rings.get(channel) : null;
  }

  @Override
  public void setListener(Runnable changed) {
    listener = changed;
    if (told.get()) {
      changed.run();
    }
  }

  @Override
  public void retryNow() {
    LinkControl link = control;
    if (link != null) {
      link.retryNow();
    }
  }

  @Override
  public void showDiagnostics(boolean wanted) {
    LinkControl link = control;
    if (link != null) {
      link.diagnostics(wanted);
    }
  }

  @Override
  public CompletableFuture<ActResult> act(Operator operator, Operation operation) {
    LinkControl link = control;
    return link == null
        ? CompletableFuture.completedFuture(
            new ActResult(ActResult.Status.NOT_SENT, "This station has no link"))
        : link.act(operator, operation);
  }

  @Override
  public CompletableFuture<AlarmHistory> history(HistoryQuery query) {
    LinkControl link = control;
    return link == null
        ? CompletableFuture.completedFuture(AlarmHistory.withoutLink())
        : link.history(query);
  }

  /** Sets what the screens' wishes are passed on to. */
  public void attach(LinkControl link) {
    control = link;
  }

  // What the link's thread does.

  @Override
  public List<Frame.Position> positions() {
    return beds.values().stream()
        .flatMap(
            bed ->
                IntStream.range(0, bed.rings().size())
                    .filter(channel -> bed.rings().get(channel).samples() > 0)
                    .mapToObj(bed::position))
        .limit(Frame.MAX_POSITIONS)
        .toList();
  }

  @Override
  public void begin(SessionStart start) {
    Frame.Welcome welcome = start.welcome();
    if (welcome.instance() != instance) {
      clock.begin();
    }
    instance = welcome.instance();
    clock.answered(welcome.nowMicros(), start.helloNanos(), start.nowNanos());
    resumedMicros = welcome.nowMicros();
    alarmsUnsettled = true;
    heardInSession = false;
    snapshotPending = true;
    broker = welcome.broker();
    heldBackTold.clear();
    Arrays.fill(byHandle, null);
    beds.values().forEach(BedModel::beginSession);
    changed(start.nowNanos());
  }

  @Override
  public void apply(Frame.FromBridge frame, long nowNanos) {
    switch (frame) {
      case Frame.Bed bed -> define(bed);
      case Frame.BedRemoved removed -> remove(removed.handle());
      case Frame.DeviceState state -> bed(state.handle()).state(state);
      case Frame.Numerics numerics -> numerics(numerics, nowNanos);
      case Frame.Waveform waveform -> waveform(waveform, nowNanos);
      case Frame.AlarmEvent event -> bed(event.handle()).alarm(event.alarm());
      case Frame.BedLimits limits -> bed(limits.handle()).limits(limits);
      case Frame.BedScore score -> bed(score.handle()).score(score.score());
      case Frame.BedStay told -> bed(told.handle()).stay(told.stay());
      case Frame.AlarmsHeldBack told -> heldBack(told.state());
      case Frame.EndOfSnapshot _ -> {
        snapshotPending = false;
        heldBack.keySet().retainAll(heldBackTold);
        boolean _ = forgetAbsent(nowNanos);
      }
      case Frame.Broker told -> broker = told.state();
      case Frame.Heartbeat heartbeat -> {
        boolean setBack = heardClock(heartbeat.nowMicros(), nowNanos);
        if (!forgetAbsent(nowNanos) && !setBack) {
          return;
        }
      }
      case Frame.Gap _, Frame.BridgeFigures _, Frame.SourceFigures _ -> {
        return;
      }
      case Frame.Welcome _,
          Frame.NumericsDelta _,
          Frame.WaveformNext _,
          Frame.ActAnswer _,
          Frame.AlarmRecords _,
          Frame.Bye _ ->
          throw new IllegalArgumentException(
              frame.getClass().getSimpleName() + " is no frame that stands by itself.");
    }
    changed(nowNanos);
  }

  @Override
  public void answered(long askedNanos, long nowNanos) {
    clock.roundTrip(askedNanos, nowNanos);
  }

  @Override
  public void repeated(Frame.AlarmEvent event, long nowNanos) {
    apply(event, nowNanos);
  }

  @Override
  public void slept(long micros) {
    clock.skip(micros);
  }

  @Override
  public long newestMicros() {
    return newestMicros;
  }

  /** Shows other threads what has changed, and tells the listener if anything did. */
  @Override
  public void publish(LinkSnapshot link) {
    Published before = published;
    if (!bedsChanged && link.equals(before.link())) {
      return;
    }
    List<BedSnapshot> snapshots =
        bedsChanged ? beds.values().stream().map(BedModel::snapshot).toList() : before.beds();
    published =
        new Published(
            link,
            snapshots,
            List.copyOf(heldBack.values()),
            ringsChanged ? ringsByBed() : before.rings(),
            snapshots.stream().anyMatch(BedSnapshot::simulated));
    oldestUnseenNanos.compareAndSet(NO_CHANGE, oldestChangeNanos);
    bedsChanged = false;
    ringsChanged = false;
    oldestChangeNanos = NO_CHANGE;
    if (told.compareAndSet(false, true)) {
      listener.run();
    }
  }

  private Map<BedId, List<SampleRing>> ringsByBed() {
    return beds.values().stream()
        .collect(Collectors.toUnmodifiableMap(BedModel::id, BedModel::rings));
  }

  private void changed(long nowNanos) {
    bedsChanged = true;
    if (oldestChangeNanos == NO_CHANGE) {
      oldestChangeNanos = nowNanos;
    }
  }

  private void define(Frame.Bed definition) {
    int handle = definition.handle();
    BedModel known = beds.get(definition.bed());
    dropOther(handle, known);
    if (known == null) {
      known = new BedModel(definition, instance, retention);
      beds.put(definition.bed(), known);
    } else {
      known.define(definition, instance);
    }
    if (handle >= byHandle.length) {
      byHandle = Arrays.copyOf(byHandle, Math.max(handle + 1, byHandle.length * 2));
    }
    byHandle[handle] = known;
    ringsChanged = true;
  }

  /** A handle that stood for another bed says that this one is gone. */
  private void dropOther(int handle, @Nullable BedModel known) {
    BedModel other = handle < byHandle.length ? byHandle[handle] : null;
    if (other != null && other != known) {
      beds.remove(other.id());
    }
  }

  private void remove(int handle) {
    beds.remove(bed(handle).id());
    byHandle[handle] = null;
    ringsChanged = true;
  }

  private void heldBack(InactivationState state) {
    HeldBackKey key = new HeldBackKey(state.unit(), state.bed(), state.kind());
    if (state.active()) {
      heldBack.put(key, state);
      heldBackTold.add(key);
    } else {
      heldBack.remove(key);
      heldBackTold.remove(key);
    }
  }

  private BedModel bed(int handle) {
    BedModel bed = handle < byHandle.length ? byHandle[handle] : null;
    if (bed == null) {
      throw new IllegalArgumentException("Bed handle " + handle + " stands for no bed.");
    }
    return bed;
  }

  private void numerics(Frame.Numerics numerics, long nowNanos) {
    BedModel bed = bed(numerics.handle());
    bed.numerics(numerics);
    heard(bed, numerics.timeMicros(), nowNanos);
  }

  private void waveform(Frame.Waveform chunk, long nowNanos) {
    BedModel bed = bed(chunk.handle());
    SampleRing ring = bed.rings().get(chunk.channel());
    int[] samples = chunk.samples();
    long heldBefore = ring.samples();
    long lostBefore = ring.lostSamples();
    boolean past =
        bed.isBackfill(chunk.channel(), chunk.endMicros(), clock.microsAt(nowNanos))
            || snapshotPending;
    if (past) {
      ring.backfill(chunk.firstSample(), samples, 0, samples.length, chunk.endMicros());
    } else {
      ring.append(chunk.firstSample(), samples, 0, samples.length, chunk.endMicros());
    }
    long lost = ring.lostSamples() - lostBefore;
    if (lost > 0) {
      report.gap(lost);
    }
    report.samples(ring.samples() - heldBefore, past ? 0 : lateSamples(chunk, ring, nowNanos));
    heard(bed, chunk.endMicros(), nowNanos);
  }

  private long lateSamples(Frame.Waveform chunk, SampleRing ring, long nowNanos) {
    long lateMicros = clock.microsAt(nowNanos) - PLAYOUT_MICROS - chunk.endMicros();
    int length = chunk.samples().length;
    double late = length + lateMicros * ring.frequencyHz() / 1e6;
    return Math.clamp((long) late, 0, length);
  }

  /** Nothing can have been measured after it came: a wrong clock must not keep a bed fresh. */
  private void heard(BedModel bed, long atMicros, long nowNanos) {
    long bridgeMicros = clock.microsAt(nowNanos);
    long measuredMicros = Math.min(atMicros, bridgeMicros);
    bed.heard(measuredMicros, resumedMicros);
    newestMicros = heardInSession ? Math.max(newestMicros, measuredMicros) : measuredMicros;
    heardInSession = true;
    if (!snapshotPending) {
      report.decoded(bridgeMicros - atMicros);
    }
  }

  /**
   * Follows the bridge's clock; where that was set back, what was heard by it before is as old as
   * it was, and not of the future. Returns whether it was.
   */
  private boolean heardClock(long bridgeMicros, long nowNanos) {
    long before = clock.microsAt(nowNanos);
    clock.heard(bridgeMicros, nowNanos);
    long backMicros = before - clock.microsAt(nowNanos);
    if (backMicros <= 0) {
      return false;
    }
    resumedMicros -= backMicros;
    newestMicros -= backMicros;
    beds.values().forEach(bed -> bed.clockSetBack(backMicros));
    return true;
  }

  /** Drops what the bridge does not name, once it must know of it. */
  private boolean forgetAbsent(long nowNanos) {
    boolean settled =
        broker.up() && clock.microsAt(nowNanos) - broker.sinceMicros() >= SETTLED_MICROS;
    if (!settled || snapshotPending) {
      return false;
    }
    boolean forgot = beds.values().removeIf(bed -> !bed.introduced());
    ringsChanged |= forgot;
    if (alarmsUnsettled) {
      alarmsUnsettled = false;
      for (BedModel bed : beds.values()) {
        forgot |= bed.forgetUnconfirmedAlarms();
      }
    }
    return forgot;
  }
}

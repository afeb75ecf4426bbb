package org.wardbeat.bridge.delivery;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.wardbeat.bridge.alarm.BedAlarming;
import org.wardbeat.bridge.alarm.LimitsInForce;
import org.wardbeat.bridge.ward.AlarmEntry;
import org.wardbeat.bridge.ward.BedDefinition;
import org.wardbeat.bridge.ward.ChunkRing;
import org.wardbeat.bridge.ward.NumericsState;
import org.wardbeat.bridge.ward.PublishedBed;
import org.wardbeat.bridge.ward.PublishedFigures;
import org.wardbeat.bridge.ward.PublishedStatus;
import org.wardbeat.bridge.ward.WardFigures;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.Score;
import org.wardbeat.wire.ward.Stay;

/**
 * Pulls one session's beds out of the ward: compares what each bed is with what the session was
 * last sent of it, and sends the difference while the connection takes it. Alarms go first, then
 * beds and states, then by what alarms are judged, then vital signs, then alarms of the past and
 * waveforms. There is no queue: a session that falls behind finds newer state when its turn comes,
 * so vital signs are conflated and waveforms get gaps.
 *
 * <p>Confined to the session's event loop.
 */
final class WardPull {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final DeliveryContext context;
  private final BedTable beds;
  private final CountingOutlet outlet;
  private final ResumePositions resume = new ResumePositions();
  private final List<@Nullable BedCursor> cursors = new ArrayList<>();
  private final NumericsSender numericsSender;
  private final WaveSender waveSender;
  private final AlarmPull alarms;
  private final HeldBackPull heldBack;
  private final HistoryPull history;

  // Beds with something newer than the session was sent, by lane.
  private final PendingBeds states = new PendingBeds();
  private final PendingBeds judgements = new PendingBeds();
  private final PendingBeds numerics = new PendingBeds();
  private final PendingBeds waves = new PendingBeds();

  // Kept, as each visit would otherwise make them anew.
  private final IntPredicate serveState = this::sendState;
  private final IntPredicate serveJudgement = this::sendJudgement;
  private final IntPredicate serveNumerics = this::sendNumerics;
  private final IntPredicate serveWaves = this::sendWaves;

  /** Knows the beds that no selection covers. */
  private final Seats.Seat seat;

  private final BitSet snapshot = new BitSet();
  private boolean snapshotOpen;
  private Subscription subscription = Subscription.NOTHING;

  /**
   * @param history sends alarms of the past between vital signs and waveforms
   * @param seat is told which beds are wanted
   */
  WardPull(DeliveryContext context, CountingOutlet outlet, HistoryPull history, Seats.Seat seat) {
    this.history = history;
    this.seat = seat;
    this.context = context;
    this.beds = context.beds();
    this.outlet = outlet;
    this.numericsSender = new NumericsSender(context.codec(), outlet);
    this.waveSender = new WaveSender(context.codec(), outlet);
    this.alarms = new AlarmPull(context, outlet, this);
    this.heldBack = new HeldBackPull(context, outlet);
  }

  /** Takes note of what the station has. */
  void resumeFrom(Frame.Hello hello) {
    resume.replace(hello.positions());
    alarms.resumeFrom(hello.alarms());
  }

  /** The alarm lane. */
  AlarmPull alarms() {
    return alarms;
  }

  /**
   * Begins a snapshot of what is wanted from now on. Waveforms that are wanted still go on where
   * the session has them; what is wanted no longer is not sent from now on, however it waited.
   */
  void subscribe(Subscription wanted) {
    subscription = wanted;
    seat.wantAll();
    for (BedCursor cursor : cursors) {
      if (cursor != null) {
        cursor.want(wanted.wanted(cursor.bed.id()));
      }
    }
    int size = beds.size();
    snapshot.clear();
    snapshot.set(0, size);
    snapshotOpen = true;
    states.addAll(snapshot);
    alarms.subscribe();
    heldBack.subscribe();
  }

  /**
   * Takes note of beds that changed.
   *
   * @return whether anything of them is news to this session
   */
  boolean offer(BitSet changed) {
    boolean news = false;
    for (int bed = changed.nextSetBit(0); bed >= 0; bed = changed.nextSetBit(bed + 1)) {
      BedCursor cursor = cursor(bed);
      if (cursor != null) {
        news |= offer(bed, cursor);
      } else if (!seat.declines(bed)) {
        states.add(bed);
        news = true;
      }
    }
    return news;
  }

  /** Takes note of beds whose alarms are judged or held back otherwise than before. */
  void offerAlarming(BitSet changed) {
    heldBack.offer();
    for (int bed = changed.nextSetBit(0); bed >= 0; bed = changed.nextSetBit(bed + 1)) {
      BedCursor cursor = cursor(bed);
      if (cursor != null && cursor.wanted.alarms()) {
        judgements.add(bed);
      }
    }
  }

  private boolean offer(int bed, BedCursor cursor) {
    boolean news = false;
    if (cursor.stateIsNews()) {
      states.add(bed);
      news = true;
    }
    if (cursor.wanted.numerics() && cursor.isNews(cursor.bed.numerics())) {
      numerics.add(bed);
      news = true;
    }
    if (cursor.wavesAreNews()) {
      awaitWaves(bed, cursor);
      news = true;
    }
    return news;
  }

  private void awaitWaves(int bed, BedCursor cursor) {
    if (!waves.contains(bed)) {
      cursor.wavesWaitSinceNanos = context.clock().nanos();
      waves.add(bed);
    }
  }

  /** Sends what is pending, as far as the connection takes it. Does not flush. */
  void drain() {
    boolean told = states.drain(serveState) && heldBack.drain(subscription);
    if (told && judgements.drain(serveJudgement) && numerics.drain(serveNumerics)) {
      history.drain();
      drainWaves();
    }
    if (snapshotOpen && snapshot.isEmpty() && alarms.snapshotSent() && outlet.isWritable()) {
      snapshotOpen = false;
      send(new Frame.EndOfSnapshot(subscription.number(), alarms.sequence()));
    }
  }

  /** Sends figures of the bridge and of the beds whose diagnostics are wanted. */
  void sendFigures(int stations) {
    WardFigures ward = context.ward().figures();
    send(
        new Frame.BridgeFigures(
            ward.broker(), ward.mqttVersion(), stations, ward.messagesPerSecond(), ward.hops()));
    for (BedCursor cursor : cursors) {
      if (cursor != null && cursor.wanted.diagnostics()) {
        PublishedFigures figures = cursor.bed.figures();
        send(
            new Frame.SourceFigures(
                cursor.bed.index(),
                figures.clockOffsetMicros(),
                figures.gaps(),
                figures.lostSamples(),
                figures.lostNumerics()));
      }
    }
  }

  /** Whether figures are wanted. */
  boolean wantsFigures() {
    return subscription.wantsDiagnostics();
  }

  /** How many beds wait for the connection. */
  int bedsPending() {
    BitSet pending = new BitSet();
    states.copyTo(pending);
    judgements.copyTo(pending);
    numerics.copyTo(pending);
    waves.copyTo(pending);
    return pending.cardinality();
  }

  /** Samples given up because the station could not take them. */
  long samplesDropped() {
    return waveSender.samplesDropped();
  }

  /**
   * Makes sure that the station knows who an alarm belongs to, whether or not the connection takes
   * more.
   *
   * @return whether the alarm is to be sent: the bed is there and its alarms are wanted
   */
  boolean introducesForAlarm(AlarmEntry entry) {
    PublishedBed bed = entry.bed();
    BedCursor cursor = cursor(bed.index());
    Wanted wanted = cursor == null ? subscription.wanted(bed.id()) : cursor.wanted;
    if (!wanted.alarms()) {
      return false;
    }
    if (bed.removed()) {
      return cursor != null;
    }
    BedDefinition told = cursor == null ? null : cursor.definition;
    if (told == null || told.occupancy() < entry.occupancy()) {
      if (beds.get(bed.index()) == null) {
        beds.put(bed);
      }
      introduce(bed);
    }
    return true;
  }

  private boolean sendState(int index) {
    PublishedBed bed = beds.get(index);
    BedCursor cursor = cursor(index);
    if (bed == null || bed.removed() || !wants(index, bed, cursor)) {
      return remove(index, cursor);
    }
    if (!outlet.takesStates()) {
      return false;
    }
    introduce(bed);
    return true;
  }

  private boolean wants(int index, PublishedBed bed, @Nullable BedCursor cursor) {
    Wanted wanted = cursor == null ? subscription.wanted(bed.id()) : cursor.wanted;
    seat.decline(index, !wanted.bed());
    return wanted.bed();
  }

  private boolean remove(int index, @Nullable BedCursor cursor) {
    if (cursor != null) {
      if (!outlet.takesStates()) {
        return false;
      }
      setCursor(index, null);
      send(new Frame.BedRemoved(index));
    }
    snapshot.clear(index);
    return true;
  }

  /** Sends who and what is at a bed, and its state, as far as the session was not sent them. */
  private void introduce(PublishedBed bed) {
    int index = bed.index();
    BedCursor cursor = cursor(index);
    if (cursor == null) {
      cursor = new BedCursor(bed, subscription.wanted(bed.id()));
      setCursor(index, cursor);
    }
    BedDefinition definition = bed.definition();
    BedDefinition last = cursor.definition;
    if (cursor.stateDue || last == null || last.version() != definition.version()) {
      sendDefinition(cursor, definition);
    }
    PublishedStatus status = bed.status();
    if (cursor.stateDue || cursor.statusVersion != status.version()) {
      cursor.statusVersion = status.version();
      send(new Frame.DeviceState(index, status.status(), status.sinceMicros()));
    }
    cursor.stateDue = false;
    if (cursor.wanted.alarms()) {
      judgements.add(index);
    }
    numerics.add(index);
    awaitWaves(index, cursor);
  }

  private void sendDefinition(BedCursor cursor, BedDefinition definition) {
    BedDefinition last = cursor.definition;
    boolean anew = startsAnew(last, definition);
    if (anew) {
      waveSender.send(cursor); // what is left of the old birth, while it has a name
      waveSender.giveUpRest(cursor);
      cursor.numericsWhole = true;
    }
    cursor.definition = definition;
    send(
        new Frame.Bed(
            cursor.bed.index(),
            cursor.bed.id(),
            definition.patient() != null,
            definition.occupancy(),
            cursor.wanted.identity().of(definition.patient()),
            definition.device(),
            definition.birth(),
            definition.simulated(),
            definition.channels(),
            definition.check()));
    cursor.waves = openWaves(cursor, last, definition);
  }

  private static boolean startsAnew(@Nullable BedDefinition last, BedDefinition definition) {
    return last != null
        && (last.birth() != definition.birth() || last.occupancy() != definition.occupancy());
  }

  private List<WaveCursor> openWaves(
      BedCursor cursor, @Nullable BedDefinition last, BedDefinition definition) {
    List<WaveCursor> opened = new ArrayList<>(definition.rings().size());
    for (int channel = 0; channel < definition.rings().size(); channel++) {
      if (cursor.wanted.waveform(channel)) {
        WaveCursor open = cursor.wave(definition.rings().get(channel));
        opened.add(open != null ? open : openWave(cursor, last, definition, channel));
      }
    }
    return List.copyOf(opened);
  }

  private WaveCursor openWave(
      BedCursor cursor, @Nullable BedDefinition last, BedDefinition definition, int channel) {
    ChunkRing ring = definition.rings().get(channel);
    double frequencyHz = definition.channels().get(channel).frequencyHz();
    Frame.Position position = resume.take(cursor.bed.id(), channel, definition.birth());
    if (position != null) {
      return WaveCursor.resuming(channel, ring, frequencyHz, position.nextSample());
    }
    WaveCursor before = startsAnew(last, definition) ? cursor.waveOf(channel) : null;
    if (before == null) {
      return WaveCursor.backfilling(channel, ring, frequencyHz, subscription.backfillMillis());
    }
    return last != null && last.birth() == definition.birth()
        ? before.continuedIn(ring)
        : WaveCursor.whole(channel, ring, frequencyHz);
  }

  /** Sends by what a bed's alarms are judged, as far as that is other than it was told last. */
  private boolean sendJudgement(int index) {
    BedCursor cursor = cursor(index);
    if (cursor == null || !cursor.wanted.alarms()) {
      return true;
    }
    BedAlarming alarming = cursor.bed.alarming();
    LimitsInForce limits = alarming.limits();
    if (!limits.equals(cursor.limits)) {
      if (!outlet.takesUpdates()) {
        return false;
      }
      cursor.limits = limits;
      send(
          new Frame.BedLimits(
              index,
              limits.version(),
              limits.limits(),
              limits.user(),
              limits.setMicros(),
              limits.reason(),
              alarming.unitLimits()));
    }
    Stay stay = alarming.lying().stay();
    if (cursor.wanted.names() && !stay.equals(cursor.stay)) {
      if (!outlet.takesUpdates()) {
        return false;
      }
      cursor.stay = stay;
      send(new Frame.BedStay(index, stay));
    }
    List<Score> scores = cursor.bed.scores();
    for (Score score : scores) {
      if (!cursor.scores.contains(score)) {
        if (!outlet.takesUpdates()) {
          return false; // which were sent is not noted, so that all are again
        }
        send(new Frame.BedScore(index, score));
      }
    }
    cursor.scores = scores;
    return true;
  }

  private boolean sendNumerics(int index) {
    BedCursor cursor = cursor(index);
    if (cursor == null || !cursor.wanted.numerics()) {
      return true;
    }
    NumericsState state = cursor.bed.numerics();
    if (!cursor.isNews(state)) {
      return true;
    }
    if (!outlet.takesUpdates()) {
      return false;
    }
    numericsSender.send(cursor, state);
    return true;
  }

  private void drainWaves() {
    long framesBefore = outlet.frames();
    boolean complete = waves.drain(serveWaves);
    if (!complete && outlet.frames() != framesBefore) {
      waves.passTurn();
    }
  }

  private boolean sendWaves(int index) {
    BedCursor cursor = cursor(index);
    if (cursor == null) {
      snapshot.clear(index);
      return true;
    }
    if (hasWaitedTooLong(cursor)) {
      cursor.waves.forEach(WaveCursor::skipOld);
      cursor.wavesWaitSinceNanos = context.clock().nanos();
    }
    boolean complete = waveSender.send(cursor);
    if (snapshotOpen && cursor.wavesReachedSnapshot()) {
      snapshot.clear(index);
    }
    return complete;
  }

  private boolean hasWaitedTooLong(BedCursor cursor) {
    long waitedNanos = context.clock().nanos() - cursor.wavesWaitSinceNanos;
    return waitedNanos > context.limits().maxLagMillis() * NANOS_PER_MILLI;
  }

  private void send(Frame frame) {
    outlet.send(context.codec().encode(frame));
  }

  private @Nullable BedCursor cursor(int index) {
    return index < cursors.size() ? cursors.get(index) : null;
  }

  private void setCursor(int index, @Nullable BedCursor cursor) {
    while (cursors.size() <= index) {
      cursors.add(null);
    }
    cursors.set(index, cursor);
  }
}

package org.wardbeat.bridge.delivery;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wardbeat.bridge.ward.BedDefinition;
import org.wardbeat.bridge.ward.ChunkRing;
import org.wardbeat.bridge.ward.NumericsState;
import org.wardbeat.bridge.ward.PublishedBed;
import org.wardbeat.bridge.ward.PublishedStatus;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.WaveformChannel;

/**
 * Pulls one session's beds out of the ward: compares what each bed is with what the session was
 * last sent of it, and sends the difference while the connection takes it. Beds and states go
 * before vital signs, and those before waveforms. There is no queue: a session that falls behind
 * finds newer state when its turn comes, so vital signs are conflated and waveforms get gaps.
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
  private final PendingBeds states = new PendingBeds();
  private final PendingBeds numerics = new PendingBeds();
  private final PendingBeds waves = new PendingBeds();
  private final WaveSender waveSender;

  private Subscription subscription = Subscription.NOTHING;
  private final BitSet snapshot = new BitSet();
  private boolean snapshotOpen;

  WardPull(DeliveryContext context, CountingOutlet outlet) {
    this.context = context;
    this.beds = context.beds();
    this.outlet = outlet;
    this.waveSender = new WaveSender(context.codec(), outlet);
  }

  /** Takes note of what the station has. */
  void resumeFrom(List<Frame.Position> positions) {
    resume.replace(positions);
  }

  /**
   * Begins a snapshot of what is wanted from now on. Waveforms go on where the session has them.
   */
  void subscribe(Subscription wanted) {
    subscription = wanted;
    int size = beds.size();
    BitSet all = new BitSet(size);
    all.set(0, size);
    for (BedCursor cursor : cursors) {
      if (cursor != null) {
        cursor.forgetState();
      }
    }
    snapshot.clear();
    snapshot.or(all);
    snapshotOpen = true;
    offer(all);
  }

  /** Takes note of beds that changed. */
  void offer(BitSet changed) {
    long now = context.clock().nanos();
    for (int bed = changed.nextSetBit(0); bed >= 0; bed = changed.nextSetBit(bed + 1)) {
      BedCursor cursor = cursor(bed);
      if (cursor != null && !waves.contains(bed)) {
        cursor.wavesWaitSinceNanos = now;
      }
    }
    states.addAll(changed);
    numerics.addAll(changed);
    waves.addAll(changed);
  }

  /** Sends what is pending, as far as the connection takes it. Does not flush. */
  void drain() {
    if (states.drain(this::sendState) && numerics.drain(this::sendNumerics)) {
      drainWaves();
    }
    if (snapshotOpen && snapshot.isEmpty() && outlet.isWritable()) {
      snapshotOpen = false;
      outlet.send(context.codec().encode(new Frame.EndOfSnapshot()));
    }
  }

  /** How many beds wait for the connection. */
  int bedsPending() {
    BitSet pending = new BitSet();
    states.copyTo(pending);
    numerics.copyTo(pending);
    waves.copyTo(pending);
    return pending.cardinality();
  }

  /** Samples given up because the station could not take them. */
  long samplesDropped() {
    return waveSender.samplesDropped();
  }

  private boolean sendState(int index) {
    PublishedBed bed = beds.get(index);
    if (bed == null || bed.removed() || !subscription.wants(bed.id())) {
      return remove(index);
    }
    if (!outlet.isWritable()) {
      return false;
    }
    BedCursor cursor = cursor(index);
    if (cursor == null) {
      cursor = new BedCursor(bed);
      cursor.wavesWaitSinceNanos = context.clock().nanos();
      setCursor(index, cursor);
    }
    BedDefinition definition = bed.definition();
    if (cursor.definition == null || cursor.definition.version() != definition.version()) {
      sendDefinition(cursor, definition);
    }
    PublishedStatus status = bed.status();
    if (cursor.statusVersion != status.version()) {
      cursor.statusVersion = status.version();
      send(new Frame.DeviceState(index, status.status(), status.sinceMicros()));
    }
    return true;
  }

  private boolean remove(int index) {
    if (cursor(index) == null) {
      return true;
    }
    if (!outlet.isWritable()) {
      return false;
    }
    setCursor(index, null);
    send(new Frame.BedRemoved(index));
    return true;
  }

  private void sendDefinition(BedCursor cursor, BedDefinition definition) {
    BedDefinition last = cursor.definition;
    if (last != null && last.birth() != definition.birth()) {
      waveSender.send(cursor); // what is left of the old birth, while it has a name
    }
    cursor.definition = definition;
    int index = cursor.bed.index();
    send(
        new Frame.Bed(
            index,
            cursor.bed.id(),
            definition.patient(),
            definition.device(),
            definition.birth(),
            definition.simulated(),
            definition.channels()));
    if (subscription.waveforms()) {
      cursor.waves = openWaves(cursor, definition);
    }
  }

  private List<WaveCursor> openWaves(BedCursor cursor, BedDefinition definition) {
    List<WaveCursor> opened = new ArrayList<>(definition.rings().size());
    for (int channel = 0; channel < definition.rings().size(); channel++) {
      ChunkRing ring = definition.rings().get(channel);
      boolean open = channel < cursor.waves.size() && cursor.waves.get(channel).reads(ring);
      opened.add(open ? cursor.waves.get(channel) : openWave(cursor, definition, channel));
    }
    return List.copyOf(opened);
  }

  private WaveCursor openWave(BedCursor cursor, BedDefinition definition, int channel) {
    ChunkRing ring = definition.rings().get(channel);
    WaveformChannel description = definition.channels().get(channel);
    Frame.Position position = resume.take(cursor.bed.id(), channel, definition.birth());
    return position == null
        ? WaveCursor.backfilling(ring, description.frequencyHz(), subscription.backfillMillis())
        : WaveCursor.resuming(ring, description.frequencyHz(), position.nextSample());
  }

  private boolean sendNumerics(int index) {
    BedCursor cursor = cursor(index);
    if (cursor == null || !subscription.numerics()) {
      return true;
    }
    NumericsState state = cursor.bed.numerics();
    boolean first = cursor.numericsVersion == BedCursor.UNSENT;
    if (first ? state.timeMicros() == 0 : isUnchanged(cursor, state)) {
      return true;
    }
    if (!outlet.isWritable()) {
      return false;
    }
    long base = first || cursor.numericsVersion < state.resetVersion() ? 0 : cursor.numericsVersion;
    cursor.numericsVersion = state.version();
    cursor.numericsMicros = state.timeMicros();
    outlet.send(state.encodedSince(base, s -> context.codec().encode(numerics(index, base, s))));
    return true;
  }

  private static boolean isUnchanged(BedCursor cursor, NumericsState state) {
    return cursor.numericsVersion == state.version() && cursor.numericsMicros == state.timeMicros();
  }

  private static Frame numerics(int index, long base, NumericsState state) {
    return new Frame.Numerics(
        index,
        base,
        state.version(),
        state.timeMicros(),
        base == 0 ? state.readings() : state.changedSince(base));
  }

  private void drainWaves() {
    long framesBefore = outlet.frames();
    boolean complete = waves.drain(this::sendWaves);
    if (!complete && outlet.frames() != framesBefore) {
      waves.passTurn();
    }
  }

  private boolean sendWaves(int index) {
    BedCursor cursor = cursor(index);
    if (cursor != null && subscription.waveforms()) {
      if (!snapshotOpen && hasWaitedTooLong(cursor)) {
        cursor.waves.forEach(WaveCursor::skipOld);
        cursor.wavesWaitSinceNanos = context.clock().nanos();
      }
      if (!waveSender.send(cursor)) {
        return false;
      }
    }
    snapshot.clear(index);
    return true;
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

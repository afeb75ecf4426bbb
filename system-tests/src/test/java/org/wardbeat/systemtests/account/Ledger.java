package org.wardbeat.systemtests.account;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.BrokerState;
import org.wardbeat.wire.ward.InactivationState;

/**
 * All that a station was given over its sessions, checked as it comes against the rules of the
 * protocol. Broken rules are written down and come out in {@link #violations()}. One thread writes,
 * any reads.
 */
public final class Ledger implements Given {
  /** A bridge that has had its broker for so long knows what that retains. */
  private static final long SETTLED_MICROS = 5_000_000;

  private final Map<BedId, BedLedger> beds = new HashMap<>();
  private final List<String> violations = new ArrayList<>();
  private final boolean checked;
  private Map<Integer, BedLedger> byHandle = new HashMap<>();
  private Frame.@Nullable AlarmPosition alarmPosition;

  /** Up to where it had the alarms before the session, of whose bridge it may yet know too many. */
  private Frame.@Nullable AlarmPosition positionBefore;

  private int sessions;
  private int snapshots;
  private long instance;
  private long framesInSession;
  private long alarmsInSession;
  private long newestSequence;
  private long heartbeats;
  private final List<InactivationState> heldBack = new ArrayList<>();
  private final Map<BedId, Frame.BedLimits> limits = new HashMap<>();
  private boolean inSnapshot;
  private boolean alarmsAnew;
  private BrokerState broker = new BrokerState(false, 0);
  private Set<Frame.Lane> lanesInSession = EnumSet.noneOf(Frame.Lane.class);

  /**
   * @param checked whether frames come as a station's link hands them on: counted by it, and
   *     without the alarms it was told before
   */
  Ledger(boolean checked) {
    this.checked = checked;
  }

  /** A session begins with its welcome. */
  public synchronized void begin(Frame.Welcome welcome) {
    sessions++;
    positionBefore = heldPosition();
    boolean resumed = positionBefore != null && positionBefore.instance() == welcome.instance();
    if (!resumed) {
      newestSequence = 0;
    }
    alarmsAnew = !resumed;
    broker = welcome.broker();
    instance = welcome.instance();
    byHandle = new HashMap<>();
    beds.values().forEach(BedLedger::beginSession);
    framesInSession = 1;
    alarmsInSession = 0;
    heartbeats = 0;
    lanesInSession = EnumSet.noneOf(Frame.Lane.class);
    heldBack.clear();
    limits.clear();
    inSnapshot = true;
  }

  /** Any other frame of the session. */
  public synchronized void take(Frame.FromBridge frame) {
    if (frame instanceof Frame.Heartbeat heartbeat) {
      checkHeartbeat(heartbeat);
    }
    framesInSession++;
    laneOf(frame).ifPresent(lanesInSession::add);
    switch (frame) {
      case Frame.Bed bed -> takeBed(bed);
      case Frame.BedRemoved removed -> byHandle.remove(removed.handle());
      case Frame.DeviceState state -> bed(state.handle());
      case Frame.Numerics numerics -> bed(numerics.handle()).take(numerics);
      case Frame.NumericsDelta delta -> bed(delta.handle()).take(delta);
      case Frame.Waveform waveform -> bed(waveform.handle()).take(waveform);
      case Frame.WaveformNext next -> bed(next.handle()).take(next);
      case Frame.Gap gap -> bed(gap.handle()).take(gap);
      case Frame.AlarmEvent event -> takeAlarm(event);
      case Frame.EndOfSnapshot end -> endSnapshot(end);
      case Frame.Heartbeat heartbeat -> takeTime(heartbeat);
      case Frame.SourceFigures figures -> bed(figures.handle());
      case Frame.BedLimits told -> limits.put(bed(told.handle()).id(), told);
      case Frame.BedScore score -> bed(score.handle());
      case Frame.BedStay stay -> bed(stay.handle());
      case Frame.Welcome welcome -> violation("a second Welcome: " + welcome);
      case Frame.Broker told -> broker = told.state();
      case Frame.BridgeFigures _, Frame.ActAnswer _, Frame.AlarmRecords _, Frame.Bye _ -> {}
      case Frame.AlarmsHeldBack held -> takeHeldBack(held.state());
    }
  }

  private void takeHeldBack(InactivationState state) {
    heldBack.removeIf(
        other ->
            other.unit().equals(state.unit())
                && other.bed().equals(state.bed())
                && other.kind() == state.kind());
    if (state.active()) {
      heldBack.add(state);
    }
  }

  private static Optional<Frame.Lane> laneOf(Frame.FromBridge frame) {
    return switch (frame) {
      case Frame.Bed bed ->
          bed.patient() == null ? Optional.empty() : Optional.of(Frame.Lane.NAMES);
      case Frame.BedStay _ -> Optional.of(Frame.Lane.NAMES);
      case Frame.Numerics _, Frame.NumericsDelta _ -> Optional.of(Frame.Lane.NUMERICS);
      case Frame.Waveform _, Frame.WaveformNext _, Frame.Gap _ -> Optional.of(Frame.Lane.WAVEFORMS);
      case Frame.AlarmEvent _, Frame.AlarmsHeldBack _, Frame.BedLimits _, Frame.BedScore _ ->
          Optional.of(Frame.Lane.ALARMS);
      case Frame.BridgeFigures _, Frame.SourceFigures _ -> Optional.of(Frame.Lane.DIAGNOSTICS);
      case Frame.Welcome _,
          Frame.BedRemoved _,
          Frame.DeviceState _,
          Frame.EndOfSnapshot _,
          Frame.Broker _,
          Frame.Heartbeat _,
          Frame.ActAnswer _,
          Frame.AlarmRecords _,
          Frame.Bye _ ->
          Optional.empty();
    };
  }

  private void takeBed(Frame.Bed frame) {
    BedLedger bed = beds.computeIfAbsent(frame.bed(), id -> new BedLedger(id, this::violation));
    bed.introduce(frame);
    byHandle.put(frame.handle(), bed);
  }

  private BedLedger bed(int handle) {
    BedLedger bed = byHandle.get(handle);
    if (bed == null) {
      violation("handle %d was never introduced".formatted(handle));
      bed = new BedLedger(new BedId("?", "?"), this::violation);
      byHandle.put(handle, bed);
    }
    return bed;
  }

  private void checkHeartbeat(Frame.Heartbeat heartbeat) {
    heartbeats++;
    if (!checked
        && (heartbeat.sequence() != heartbeats
            || heartbeat.framesSent() != framesInSession
            || heartbeat.alarmsSent() != alarmsInSession)) {
      violation(
          "%s came as number %d after %d frames and %d alarms"
              .formatted(heartbeat, heartbeats, framesInSession, alarmsInSession));
    }
  }

  private void takeTime(Frame.Heartbeat heartbeat) {
    boolean settled = broker.up() && heartbeat.nowMicros() - broker.sinceMicros() >= SETTLED_MICROS;
    if (alarmsAnew && settled && !inSnapshot) {
      alarmsAnew = false;
      beds.values().forEach(BedLedger::endUnconfirmedAlarms);
    }
    if (alarmPosition != null && !inSnapshot) {
      alarmPosition =
          new Frame.AlarmPosition(instance, alarmPosition.sequence(), heartbeat.nowMicros());
    }
  }

  /** An alarm that the station's link knows to have been taken before. */
  synchronized void repeat(Frame.AlarmEvent event) {
    bed(event.handle()).repeat(event.alarm());
  }

  private void takeAlarm(Frame.AlarmEvent event) {
    alarmsInSession++;
    if (!checked && event.number() != alarmsInSession) {
      violation("alarm number %d came as %d".formatted(event.number(), alarmsInSession));
    }
    bed(event.handle()).take(event.alarm(), !checked, alarmsAnew);
    if (!inSnapshot) {
      if (event.sequence() <= newestSequence) {
        violation("alarm %d came after %d".formatted(event.sequence(), newestSequence));
      }
      advance(event.sequence(), event.alarm().changedMicros());
    }
  }

  private void endSnapshot(Frame.EndOfSnapshot end) {
    inSnapshot = false;
    snapshots++;
    advance(
        Math.max(newestSequence, end.alarmSequence()),
        alarmPosition == null ? 0 : alarmPosition.micros());
  }

  private void advance(long sequence, long micros) {
    newestSequence = sequence;
    alarmPosition = new Frame.AlarmPosition(instance, sequence, micros);
  }

  /** A new subscription was sent: what it takes off or adds to the waves begins anew. */
  public synchronized void resubscribe() {
    inSnapshot = true;
    beds.values().forEach(BedLedger::beginSubscription);
  }

  /** For the next hello. */
  public synchronized List<Frame.Position> positions() {
    return beds.values().stream().flatMap(BedLedger::positions).toList();
  }

  /** For the next hello: where it is, or was before a session too short to tell what is over. */
  synchronized Frame.@Nullable AlarmPosition heldPosition() {
    return alarmsAnew && !checked ? positionBefore : alarmPosition;
  }

  /** Up to where it has the alarms; null before the first snapshot has ended. */
  public synchronized Frame.@Nullable AlarmPosition alarmPosition() {
    return alarmPosition;
  }

  /** Makes it another station, or the same after so long that no bridge knows what it was sent. */
  public synchronized void setAlarmPosition(Frame.@Nullable AlarmPosition position) {
    alarmPosition = position;
    positionBefore = position;
  }

  /** Frames of the session so far. */
  public synchronized long framesInSession() {
    return framesInSession;
  }

  public synchronized int sessions() {
    return sessions;
  }

  public synchronized int snapshots() {
    return snapshots;
  }

  /** Whether the snapshot of the session is still coming. */
  public synchronized boolean isInSnapshot() {
    return inSnapshot;
  }

  @Override
  public synchronized List<String> violations() {
    return List.copyOf(violations);
  }

  /** The lanes of which anything came in the session. */
  public synchronized Set<Frame.Lane> lanesInSession() {
    return Set.copyOf(lanesInSession);
  }

  /** The beds the session has introduced. */
  public synchronized List<BedId> introduced() {
    return byHandle.values().stream().map(BedLedger::id).toList();
  }

  @Override
  public synchronized Optional<BedAccount> account(BedId bed) {
    return Optional.ofNullable(beds.get(bed)).map(BedLedger::account);
  }

  /** The alarms that are not over, of all beds, as they were told last. */
  public synchronized Set<Frame.AlarmRecord> shown() {
    return beds.values().stream()
        .flatMap(bed -> bed.shown().map(alarm -> new Frame.AlarmRecord(bed.id(), alarm)))
        .collect(Collectors.toSet());
  }

  /** When a bed's vital signs came last, UTC microseconds; 0 if none ever did. */
  public synchronized long heardMicros(BedId bed) {
    BedLedger ledger = beds.get(bed);
    return ledger == null ? 0 : ledger.heardMicros();
  }

  /** Whether an alarm was ever told of. */
  public synchronized boolean knows(BedId bed, String condition, long onsetDeviceMicros) {
    BedLedger ledger = beds.get(bed);
    return ledger != null && ledger.knows(condition, onsetDeviceMicros);
  }

  /** Where alarms are held back now. */
  public synchronized List<InactivationState> heldBack() {
    return List.copyOf(heldBack);
  }

  /** The limits of a bed, if they were told in this session. */
  public synchronized Optional<Frame.BedLimits> limits(BedId bed) {
    return Optional.ofNullable(limits.get(bed));
  }

  /** All alarms of a bed that were ever told of, as they were told last. */
  public synchronized List<Alarm> told(BedId bed) {
    BedLedger ledger = beds.get(bed);
    return ledger == null ? List.of() : ledger.told().toList();
  }

  private void violation(String what) {
    if (violations.size() < 100) {
      violations.add("session %d: %s".formatted(sessions, what));
    }
  }
}

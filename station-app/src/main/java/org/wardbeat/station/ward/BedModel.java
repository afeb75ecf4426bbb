package org.wardbeat.station.ward;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wardbeat.render.ring.SampleRing;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.DeviceStatus;
import org.wardbeat.wire.ward.Reading;
import org.wardbeat.wire.ward.Score;
import org.wardbeat.wire.ward.Stay;
import org.wardbeat.wire.ward.VitalSign;
import org.wardbeat.wire.ward.WaveformChannel;

/** What the link's thread knows of one bed. Confined to it, but for the rings it hands out. */
final class BedModel {
  private static final long UNHEARD = 0;

  /** Most past alarms kept of a bed. */
  private static final int PAST_ALARMS = 32;

  /** Live samples come within this time after they were measured. */
  private static final long LIVE_WITHIN_MICROS = 1_000_000;

  /** What tells the alarms of a bed apart. */
  private record AlarmKey(String condition, long onsetDeviceMicros) {
    static AlarmKey of(Alarm alarm) {
      return new AlarmKey(alarm.condition(), alarm.onsetDeviceMicros());
    }
  }

  private final Duration retention;
  private Frame.Bed definition;
  private List<SampleRing> rings;
  private Map<VitalSign, Reading> readings = Map.of();
  private DeviceStatus status = DeviceStatus.OFFLINE;
  private long statusSinceMicros;
  private final Map<AlarmKey, Alarm> alarms = new LinkedHashMap<>();
  private final Deque<Alarm> past = new ArrayDeque<>();
  private final Map<Score.Kind, Score> scores = new EnumMap<>(Score.Kind.class);
  private @Nullable LimitSetting limits;
  private Stay stay = Stay.UNSAID;
  private final Set<AlarmKey> confirmed = new HashSet<>();
  private long definedBy;
  private long[] liveFromMicros;
  private long sourceMicros;
  private boolean heardInSession;
  private boolean freshSinceResume;
  private boolean introduced = true;
  private @Nullable BedSnapshot snapshot;

  BedModel(Frame.Bed definition, long bridge, Duration retention) {
    this.retention = retention;
    this.definition = definition;
    this.definedBy = bridge;
    this.rings = ringsOf(definition.channels(), List.of(), List.of());
    this.liveFromMicros = new long[rings.size()];
  }

  BedId id() {
    return definition.bed();
  }

  /**
   * Replaces the definition. Another device, the same started anew or another patient: nothing
   * measured before may look like theirs. Otherwise channels that are as they were keep their
   * rings.
   *
   * @param bridge the instance of the bridge that says so
   */
  void define(Frame.Bed next, long bridge) {
    introduced = true;
    if (isSameSource(next, bridge)) {
      rings = ringsOf(next.channels(), rings, definition.channels());
    } else {
      rings = ringsOf(next.channels(), List.of(), List.of());
      readings = Map.of();
      sourceMicros = 0;
      freshSinceResume = false;
      scores.clear();
      past.clear();
    }
    liveFromMicros = Arrays.copyOf(liveFromMicros, rings.size());
    definition = next;
    definedBy = bridge;
    snapshot = null;
  }

  /**
   * One bridge says by the occupancy whether patient and device are the same; two bridges can only
   * be compared by what they tell of them, and names may not be asked for of both.
   */
  private boolean isSameSource(Frame.Bed next, long bridge) {
    if (next.birth() != definition.birth()) {
      return false;
    }
    if (bridge == definedBy) {
      return next.occupancy() == definition.occupancy();
    }
    boolean named = next.patient() != null && definition.patient() != null;
    return next.device().equals(definition.device())
        && next.occupied() == definition.occupied()
        && (!named || Objects.equals(next.patient(), definition.patient()));
  }

  private List<SampleRing> ringsOf(
      List<WaveformChannel> channels, List<SampleRing> old, List<WaveformChannel> oldChannels) {
    List<SampleRing> result = new ArrayList<>(channels.size());
    for (int i = 0; i < channels.size(); i++) {
      boolean same = i < old.size() && channels.get(i).equals(oldChannels.get(i));
      result.add(same ? old.get(i) : SampleRing.lasting(retention, channels.get(i).frequencyHz()));
    }
    return List.copyOf(result);
  }

  /** A session begins: what it brings counts as fresh only if it was measured after that. */
  void beginSession() {
    introduced = false;
    heardInSession = false;
    freshSinceResume = false;
    stay = Stay.UNSAID; // what nobody has said is not told
    confirmed.clear();
    Arrays.fill(liveFromMicros, UNHEARD);
    snapshot = null;
  }

  boolean introduced() {
    return introduced;
  }

  void state(Frame.DeviceState state) {
    status = state.status();
    statusSinceMicros = state.sinceMicros();
    snapshot = null;
  }

  /** Replaces all readings. */
  void numerics(Frame.Numerics numerics) {
    Map<VitalSign, Reading> all = new EnumMap<>(VitalSign.class);
    numerics.readings().forEach(reading -> all.put(reading.sign(), reading));
    readings = Map.copyOf(all);
    snapshot = null;
  }

  /** An alarm is raised, changes or ends. */
  void alarm(Alarm alarm) {
    AlarmKey key = AlarmKey.of(alarm);
    past.removeIf(each -> AlarmKey.of(each).equals(key));
    if (alarm.over()) {
      alarms.remove(key);
      confirmed.remove(key);
      remember(alarm);
    } else {
      alarms.put(key, alarm);
      confirmed.add(key);
    }
    snapshot = null;
  }

  /** What nobody saw to and is over is of no more interest here. */
  private void remember(Alarm over) {
    if (over.acknowledged()) {
      past.addLast(over);
      if (past.size() > PAST_ALARMS) {
        past.removeFirst();
      }
    }
  }

  void limits(Frame.BedLimits told) {
    limits =
        new LimitSetting(
            told.version(),
            told.limits(),
            told.user(),
            told.setMicros(),
            told.reason(),
            told.unitLimits());
    snapshot = null;
  }

  /** What people have said of who lies there. */
  void stay(Stay said) {
    stay = said;
    snapshot = null;
  }

  void score(Score score) {
    scores.put(score.kind(), score);
    snapshot = null;
  }

  /** Drops the alarms that this session's bridge did not name. Returns whether there were any. */
  boolean forgetUnconfirmedAlarms() {
    boolean forgot = alarms.keySet().retainAll(confirmed);
    if (forgot) {
      snapshot = null;
    }
    return forgot;
  }

  /**
   * Whether samples of a channel are of the time before it was wanted in this session. The first
   * that come say when that was.
   */
  boolean isBackfill(int channel, long endMicros, long bridgeMicros) {
    if (liveFromMicros[channel] == UNHEARD) {
      liveFromMicros[channel] = bridgeMicros - LIVE_WITHIN_MICROS;
    }
    return endMicros < liveFromMicros[channel];
  }

  /**
   * The source spoke at a time. The first of a session replaces what was known, because the session
   * before may have had a bridge with another clock; then the newest counts.
   *
   * @param resumedMicros when this session began
   */
  void heard(long atMicros, long resumedMicros) {
    sourceMicros = heardInSession ? Math.max(sourceMicros, atMicros) : atMicros;
    heardInSession = true;
    freshSinceResume |= atMicros > resumedMicros;
    snapshot = null;
  }

  /** The bridge's clock was set back: what was heard by it before was so much earlier by it now. */
  void clockSetBack(long micros) {
    if (sourceMicros != UNHEARD) {
      sourceMicros -= micros;
    }
    for (int channel = 0; channel < liveFromMicros.length; channel++) {
      if (liveFromMicros[channel] != UNHEARD) {
        liveFromMicros[channel] -= micros;
      }
    }
    snapshot = null;
  }

  List<SampleRing> rings() {
    return rings;
  }

  Frame.Position position(int channel) {
    return new Frame.Position(id(), definition.birth(), channel, rings.get(channel).end());
  }

  /** The bed as it is now; the same object as long as nothing changes. */
  BedSnapshot snapshot() {
    BedSnapshot current = snapshot;
    if (current == null) {
      current = makeSnapshot();
      snapshot = current;
    }
    return current;
  }

  private BedSnapshot makeSnapshot() {
    return new BedSnapshot(
        definition.bed(),
        definition.occupied(),
        definition.occupancy(),
        definition.patient(),
        definition.device(),
        definition.birth(),
        definition.simulated(),
        definition.channels(),
        status,
        statusSinceMicros,
        readings,
        sourceMicros,
        freshSinceResume,
        List.copyOf(alarms.values()),
        new BedWatch(limits, List.copyOf(scores.values()), List.copyOf(past)),
        definition.check(),
        stay);
  }
}

package org.wardbeat.station.ward;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wardbeat.render.ring.SampleRing;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.DeviceStatus;
import org.wardbeat.wire.ward.Reading;
import org.wardbeat.wire.ward.VitalSign;
import org.wardbeat.wire.ward.WaveformChannel;

/** What the link's thread knows of one bed. Confined to it, but for the rings it hands out. */
final class BedModel {
  /** No version a bridge gives: only readings that replace all others are applied. */
  private static final long NO_VERSION = -1;

  private final Duration retention;
  private Frame.Bed definition;
  private List<SampleRing> rings;
  private Map<VitalSign, Reading> readings = Map.of();
  private DeviceStatus status = DeviceStatus.OFFLINE;
  private long statusSinceMicros;
  private long version = NO_VERSION;
  private long sourceMicros;
  private boolean heardInSession;
  private boolean freshSinceResume;
  private boolean introduced = true;
  private @Nullable BedSnapshot snapshot;

  BedModel(Frame.Bed definition, Duration retention) {
    this.retention = retention;
    this.definition = definition;
    this.rings = ringsOf(definition.channels(), List.of(), List.of());
  }

  BedId id() {
    return definition.bed();
  }

  /**
   * Replaces the definition. Another device, the same started anew or another patient: nothing
   * measured before may look like theirs. Otherwise channels that are as they were keep their
   * rings.
   */
  void define(Frame.Bed next) {
    introduced = true;
    if (isSameSource(next)) {
      rings = ringsOf(next.channels(), rings, definition.channels());
    } else {
      rings = ringsOf(next.channels(), List.of(), List.of());
      readings = Map.of();
      version = NO_VERSION;
      sourceMicros = 0;
      freshSinceResume = false;
    }
    definition = next;
    snapshot = null;
  }

  private boolean isSameSource(Frame.Bed next) {
    return next.birth() == definition.birth()
        && next.device().equals(definition.device())
        && Objects.equals(next.patient(), definition.patient());
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
    version = NO_VERSION;
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

  /**
   * Applies readings.
   *
   * @return false if they build on a version that is not the one held, so that nothing was changed
   */
  boolean numerics(Frame.Numerics numerics) {
    if (numerics.baseVersion() != 0 && numerics.baseVersion() != version) {
      version = NO_VERSION;
      return false;
    }
    if (numerics.baseVersion() == 0 || !numerics.readings().isEmpty()) {
      Map<VitalSign, Reading> changed = new EnumMap<>(VitalSign.class);
      if (numerics.baseVersion() != 0) {
        changed.putAll(readings);
      }
      numerics.readings().forEach(reading -> changed.put(reading.sign(), reading));
      readings = Map.copyOf(changed);
    }
    version = numerics.version();
    snapshot = null;
    return true;
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
        definition.patient(),
        definition.device(),
        definition.birth(),
        definition.simulated(),
        definition.channels(),
        status,
        statusSinceMicros,
        readings,
        sourceMicros,
        freshSinceResume);
  }
}

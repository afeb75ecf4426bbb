package org.wardbeat.bridge.ward;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.ward.Reading;
import org.wardbeat.wire.ward.VitalSign;

/**
 * A bed's vital signs at one version. Immutable but for the frames it keeps.
 *
 * <p>The version grows by one with each message of the source, also with one that changes nothing,
 * and each time the bridge's clock is set back. It never falls while the bridge runs, not even with
 * a new birth.
 */
public final class NumericsState {
  private final long version;
  private final long resetVersion;
  private final long timeMicros;
  private final Map<VitalSign, Versioned> readings;
  private final EncodedFrames frames = new EncodedFrames();

  private NumericsState(
      long version, long resetVersion, long timeMicros, Map<VitalSign, Versioned> readings) {
    this.version = version;
    this.resetVersion = resetVersion;
    this.timeMicros = timeMicros;
    this.readings = readings;
  }

  /**
   * No readings, as for a new patient or device.
   *
   * @param version of this state, 0 for a bed never heard of
   */
  static NumericsState empty(long version) {
    return new NumericsState(version, version, 0, new EnumMap<>(VitalSign.class));
  }

  /**
   * The state after a message.
   *
   * @param micros when the source spoke, UTC microseconds on the bridge's clock
   * @param changed what it changed; may be empty
   */
  NumericsState with(long micros, List<Reading> changed) {
    Map<VitalSign, Versioned> newReadings = new EnumMap<>(readings);
    long newVersion = version + 1;
    for (Reading reading : changed) {
      newReadings.put(reading.sign(), new Versioned(reading, newVersion));
    }
    return new NumericsState(newVersion, resetVersion, micros, newReadings);
  }

  /** The same, all of it so much earlier on the bridge's clock. */
  NumericsState earlier(long micros) {
    Map<VitalSign, Versioned> moved = new EnumMap<>(readings);
    long newVersion = version + 1;
    moved.replaceAll(
        (sign, known) ->
            new Versioned(
                new Reading(
                    sign,
                    known.reading.available(),
                    known.reading.fixed(),
                    known.reading.measuredMicros() - micros),
                newVersion));
    return new NumericsState(
        newVersion, resetVersion, timeMicros == 0 ? 0 : timeMicros - micros, moved);
  }

  /** The version. */
  public long version() {
    return version;
  }

  /**
   * The version at which all readings were discarded because another patient or device came. A
   * delta cannot say that: whoever has an older version is sent all readings anew.
   */
  public long resetVersion() {
    return resetVersion;
  }

  /** When the source spoke last, UTC microseconds on the bridge's clock; 0 if never. */
  public long timeMicros() {
    return timeMicros;
  }

  /** The last reading of a vital sign; null if there was none. */
  public @Nullable Reading reading(VitalSign sign) {
    Versioned versioned = readings.get(sign);
    return versioned == null ? null : versioned.reading;
  }

  /** All readings there are of these signs, in the order of {@link VitalSign}. */
  public List<Reading> readings(SignFilter signs) {
    return changedSince(Long.MIN_VALUE, signs);
  }

  /**
   * The readings of these signs that changed after a version, in the order of {@link VitalSign}.
   * All there are if the version is below {@link #resetVersion()}.
   */
  public List<Reading> changedSince(long baseVersion, SignFilter signs) {
    List<Reading> changed = new ArrayList<>(readings.size());
    for (Versioned versioned : readings.values()) {
      if (versioned.version > baseVersion && signs.passes(versioned.reading.sign())) {
        changed.add(versioned.reading);
      }
    }
    return changed;
  }

  /** The frames that were made of this state. */
  public EncodedFrames frames() {
    return frames;
  }

  private record Versioned(Reading reading, long version) {}
}

package org.wardbeat.render.sweep;

import org.jspecify.annotations.Nullable;
import org.wardbeat.render.filter.FilterBand;
import org.wardbeat.render.filter.Notch;
import org.wardbeat.render.filter.WaveFilter;
import org.wardbeat.render.ring.SampleRing;
import org.wardbeat.render.ring.SampleTimeline;

/** A ring as a lane draws it: what arrived when, and what of it came too late. */
final class LaneSource {

  /** The time of no sample. */
  static final long NONE = Long.MAX_VALUE;

  private final SampleRing ring;
  private final LateLog late = new LateLog();
  private @Nullable FilteredWave filtered;
  private SampleTimeline timeline;
  private long seenEnd;
  private long seenGaps;
  private long lateSamples;
  private long arrivedMicros = NONE;

  /** What the ring already has is not late. */
  LaneSource(SampleRing ring) {
    this.ring = ring;
    seenEnd = ring.end();
    timeline = ring.timeline();
    seenGaps = ring.gaps();
  }

  void setFilter(FilterBand band, Notch notch) {
    if (band == FilterBand.AS_SENT && notch == Notch.OFF) {
      filtered = null;
      return;
    }
    FilteredWave wave = new FilteredWave(WaveFilter.of(band, notch, ring.frequencyHz()), ring);
    wave.follow(timeline, seenEnd);
    filtered = wave;
  }

  void forgetLate() {
    late.clear();
    lateSamples = 0;
  }

  /**
   * Takes note of what arrived since the last pulse, at which the playhead was where told.
   *
   * @return whether samples of the past came, which belong where everything is painted already
   */
  boolean observe(long lastPlayheadMicros) {
    arrivedMicros = NONE;
    long end = ring.end();
    if (end == seenEnd) {
      return false;
    }
    timeline = ring.timeline();
    long gaps = ring.gaps();
    long begin = Math.max(seenEnd, ring.oldest());
    long backfilled = Math.clamp(ring.backfilledEnd(), begin, end);
    long onTime = Math.clamp(timeline.indexAtOrAfter(lastPlayheadMicros + 1), backfilled, end);
    if (onTime > backfilled) {
      late.add(backfilled, onTime);
      lateSamples += onTime - backfilled;
    }
    if (end > backfilled && gaps == seenGaps) {
      arrivedMicros = timeline.timeMicros(backfilled);
    }
    seenEnd = end;
    seenGaps = gaps;
    FilteredWave wave = filtered;
    if (wave != null) {
      wave.follow(timeline, end);
    }
    return backfilled > begin;
  }

  /** The time of the earliest live sample that was noted last; {@link #NONE} if none was. */
  long arrivedMicros() {
    return arrivedMicros;
  }

  SampleRing ring() {
    return ring;
  }

  LateLog late() {
    return late;
  }

  SampleTimeline timeline() {
    return timeline;
  }

  @Nullable FilteredWave filtered() {
    return filtered;
  }

  /** Index after the newest sample that was noted. */
  long seenEnd() {
    return seenEnd;
  }

  long lateSamples() {
    return lateSamples;
  }
}

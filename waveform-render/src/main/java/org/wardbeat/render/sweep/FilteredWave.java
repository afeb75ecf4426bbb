package org.wardbeat.render.sweep;

import org.wardbeat.render.filter.WaveFilter;
import org.wardbeat.render.ring.SampleRing;
import org.wardbeat.render.ring.SampleTimeline;

/**
 * What a filter makes of the samples of a ring. Each is filtered once and kept as long as the ring
 * keeps it, so that a sample looks the same however often and from wherever it is painted.
 *
 * <p>The filter begins anew after each gap and each jump of time, at the mean of what is there of
 * the second that follows.
 */
final class FilteredWave {

  private final WaveFilter filter;
  private final SampleRing ring;
  private final float[] values;
  private final int levelSamples;
  private int[] chunk = new int[0];
  private long end;
  private boolean running;

  FilteredWave(WaveFilter filter, SampleRing ring) {
    this.filter = filter;
    this.ring = ring;
    this.values = new float[ring.capacity()];
    this.levelSamples = Math.max(1, (int) ring.frequencyHz());
  }

  /** Filters what is not yet filtered of the samples before an index. */
  void follow(SampleTimeline timeline, long to) {
    long from = Math.max(end, ring.oldest());
    running &= from == end;
    int count = Math.clamp(to - from, 0, ring.capacity());
    if (chunk.length < count) {
      chunk = new int[count];
    }
    ring.copy(from, from + count, chunk);
    for (int i = 0; i < count; i++) {
      filter(timeline, from + i, i, count);
    }
    end = to;
  }

  private void filter(SampleTimeline timeline, long index, int at, int count) {
    if (chunk[at] == SampleRing.GAP) {
      running = false;
      return;
    }
    if (!running || !timeline.joinsPrevious(index)) {
      filter.reset(level(at, count));
      running = true;
    }
    values[slot(index)] = (float) filter.next(chunk[at]);
  }

  private double level(int from, int count) {
    double sum = 0;
    int at = from;
    int limit = Math.min(count, from + levelSamples);
    while (at < limit && chunk[at] != SampleRing.GAP) {
      sum += chunk[at++];
    }
    return sum / (at - from);
  }

  /** The filtered value of a sample that the ring holds. */
  double value(long index) {
    return values[slot(index)];
  }

  /** Whether values lie around 0 and not around the level of the samples. */
  boolean removesLevel() {
    return filter.removesLevel();
  }

  private int slot(long index) {
    return (int) (index % values.length);
  }
}

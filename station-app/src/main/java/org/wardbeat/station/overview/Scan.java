package org.wardbeat.station.overview;

import org.wardbeat.render.ring.SampleRing;

/** Takes what came into a ring since it was last asked. User-interface thread only. */
final class Scan {
  private final double mostSeconds;
  private int[] samples = new int[0];
  private int count;
  private long end;

  /**
   * @param mostSeconds how far back the first one reaches
   */
  Scan(double mostSeconds) {
    this.mostSeconds = mostSeconds;
  }

  void take(SampleRing ring) {
    long newest = ring.end();
    long most = (long) Math.ceil(ring.frequencyHz() * mostSeconds);
    long from = Math.max(Math.max(end, ring.oldest()), newest - most);
    count = (int) Math.max(0, newest - from);
    if (samples.length < count) {
      samples = new int[count];
    }
    ring.copy(from, from + count, samples);
    end = newest;
  }

  /** What came; {@link #count()} of them count, and gaps are {@link SampleRing#GAP}. */
  int[] samples() {
    return samples;
  }

  int count() {
    return count;
  }

  /** Begins anew. */
  void forget() {
    end = 0;
  }
}

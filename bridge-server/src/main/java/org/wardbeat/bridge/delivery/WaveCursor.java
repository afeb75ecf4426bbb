package org.wardbeat.bridge.delivery;

import org.jspecify.annotations.Nullable;
import org.wardbeat.bridge.ward.Chunk;
import org.wardbeat.bridge.ward.ChunkRing;
import org.wardbeat.bridge.ward.RingEntry;

/**
 * Up to where one session has one channel of one birth. Reads the channel's ring and never holds
 * what it reads, so that a session which is behind costs no memory.
 */
final class WaveCursor {
  private static final long UNKNOWN = -1;
  private static final long KEPT_MICROS = 1_000_000;

  private final ChunkRing ring;
  private final long retainedSamples;
  private long next;
  private long nextSample;
  private boolean started;

  private WaveCursor(ChunkRing ring, double frequencyHz, long next, long nextSample) {
    this.ring = ring;
    this.retainedSamples = (long) Math.ceil(frequencyHz * ChunkRing.SECONDS);
    this.next = next;
    this.nextSample = nextSample;
  }

  /** Begins with the newest samples of so many milliseconds. */
  static WaveCursor backfilling(ChunkRing ring, double frequencyHz, int backfillMillis) {
    RingEntry newest = ring.newest();
    if (newest == null || backfillMillis == 0) {
      return new WaveCursor(ring, frequencyHz, ring.end(), UNKNOWN);
    }
    long wanted = (long) Math.ceil(frequencyHz * backfillMillis / 1_000);
    long from = ring.find(newest.nextSample() - wanted);
    return new WaveCursor(ring, frequencyHz, from, UNKNOWN);
  }

  /** Begins with the first sample a station does not have. */
  static WaveCursor resuming(ChunkRing ring, double frequencyHz, long firstMissing) {
    return new WaveCursor(ring, frequencyHz, ring.find(firstMissing), firstMissing);
  }

  /** Whether it reads this ring. */
  boolean reads(ChunkRing other) {
    return ring == other;
  }

  /** The first sample the session was not sent, -1 if it was sent none and has none. */
  long nextSample() {
    return nextSample;
  }

  /**
   * Whether the session was sent anything of it. Until then, what is missing is too old to be had.
   */
  boolean started() {
    return started;
  }

  private boolean caughtUp() {
    return next >= ring.end();
  }

  /**
   * The next stretch to send, from {@link #nextSample()} on or after it, without moving on; null if
   * there is none.
   */
  @Nullable RingEntry peek() {
    while (true) {
      RingEntry entry = ring.entry(next);
      if (entry != null) {
        if (!hasAlready(entry)) {
          return entry;
        }
        next++;
      } else if (caughtUp()) {
        return null;
      } else {
        next = Math.max(ring.oldest(), next);
      }
    }
  }

  private boolean hasAlready(RingEntry entry) {
    if (nextSample - entry.nextSample() > retainedSamples) {
      // No bridge is a whole ring behind a station: what it says it has is not of this stream.
      nextSample = UNKNOWN;
    }
    return entry.nextSample() <= nextSample;
  }

  /** Moves past a stretch that was peeked. */
  void sent(RingEntry entry) {
    next++;
    nextSample = entry.nextSample();
    started = true;
  }

  /** How many samples before this stretch are missing. */
  long missingBefore(RingEntry entry) {
    return nextSample == UNKNOWN ? 0 : Math.max(0, entry.firstSample() - nextSample);
  }

  /** How many samples of this stretch the session has already. */
  long knownOf(RingEntry entry) {
    return nextSample == UNKNOWN ? 0 : Math.max(0, nextSample - entry.firstSample());
  }

  /** Gives up whole old chunks until a second is left, which the next stretch's gap announces. */
  void skipOld() {
    if (!(ring.newest() instanceof Chunk newest)) {
      return;
    }
    long from = ring.end() - 1;
    while (from > next
        && ring.entry(from - 1) instanceof Chunk chunk
        && chunk.endMicros() > newest.endMicros() - KEPT_MICROS) {
      from--;
    }
    next = Math.max(next, from);
  }
}

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
  /** The session was sent no samples yet, or a gap after them. */
  static final long NO_END = Long.MIN_VALUE;

  private static final long UNKNOWN = -1;
  private static final long KEPT_MICROS = 1_000_000;

  private final int channel;
  private final ChunkRing ring;
  private final double frequencyHz;
  private final long retainedSamples;
  private long next;
  private long nextSample;
  private long endMicros = NO_END;
  private long snapshotEnd;
  private boolean started;

  private WaveCursor(int channel, ChunkRing ring, double frequencyHz, long next, long nextSample) {
    this.channel = channel;
    this.ring = ring;
    this.frequencyHz = frequencyHz;
    this.retainedSamples = (long) Math.ceil(frequencyHz * ChunkRing.SECONDS);
    this.next = next;
    this.nextSample = nextSample;
    markSnapshot();
  }

  /** Begins with the newest samples of so many milliseconds. */
  static WaveCursor backfilling(
      int channel, ChunkRing ring, double frequencyHz, int backfillMillis) {
    RingEntry newest = ring.newest();
    if (newest == null || backfillMillis == 0) {
      return new WaveCursor(channel, ring, frequencyHz, ring.end(), UNKNOWN);
    }
    long wanted = (long) Math.ceil(frequencyHz * backfillMillis / 1_000);
    long from = ring.find(newest.nextSample() - wanted);
    return new WaveCursor(channel, ring, frequencyHz, from, UNKNOWN);
  }

  /** Begins with all there is, as for a session that watched as the ring was new. */
  static WaveCursor whole(int channel, ChunkRing ring, double frequencyHz) {
    WaveCursor cursor = new WaveCursor(channel, ring, frequencyHz, 0, UNKNOWN);
    cursor.started = true;
    return cursor;
  }

  /** Goes on in another ring of the same birth, after the last sample that the session was sent. */
  WaveCursor continuedIn(ChunkRing newRing) {
    if (nextSample == UNKNOWN) {
      return whole(channel, newRing, frequencyHz);
    }
    WaveCursor cursor = resuming(channel, newRing, frequencyHz, nextSample);
    cursor.started = true;
    return cursor;
  }

  /** Begins with the first sample a station does not have. */
  static WaveCursor resuming(int channel, ChunkRing ring, double frequencyHz, long firstMissing) {
    return new WaveCursor(channel, ring, frequencyHz, ring.find(firstMissing), firstMissing);
  }

  /** Index of the channel in the bed's definition. */
  int channel() {
    return channel;
  }

  /** Samples per second. */
  double frequencyHz() {
    return frequencyHz;
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
   * Whether the session was sent anything of it, or was there as the ring was new. Until then, what
   * is missing is too old to be had.
   */
  boolean started() {
    return started;
  }

  /** End of the last sample the session was sent, {@link #NO_END} if none or if a gap followed. */
  long endMicros() {
    return endMicros;
  }

  /** Whether the session was sent all there is. */
  boolean caughtUp() {
    return next >= ring.end();
  }

  /** A snapshot begins: all there is now belongs to it. */
  void markSnapshot() {
    snapshotEnd = ring.end();
  }

  /** Whether the session was sent all there was as its snapshot began. */
  boolean reachedSnapshot() {
    return next >= snapshotEnd;
  }

  /**
   * The next stretch to send, from {@link #nextSample()} on or after it, without moving on; null if
   * there is none.
   */
  @Nullable RingEntry peek() {
    if (started && nextSample == UNKNOWN) {
      nextSample = ring.firstSample(); // the session was there from the ring's beginning
    }
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
      endMicros = NO_END;
    }
    return entry.nextSample() <= nextSample;
  }

  /** Moves past a stretch that was peeked and sent. */
  void sent(RingEntry entry) {
    next++;
    nextSample = entry.nextSample();
    endMicros = entry instanceof Chunk chunk ? chunk.endMicros() : NO_END;
    started = true;
  }

  /** Moves past samples that are given up or cannot be had, of which the session was told. */
  void announced(long count) {
    nextSample += count;
    endMicros = NO_END;
    started = true;
  }

  /** How many samples of the ring the session was not sent. */
  long samplesLeft() {
    RingEntry newest = ring.newest();
    if (caughtUp() || newest == null) {
      return 0;
    }
    settle();
    return Math.max(0, newest.nextSample() - nextSample);
  }

  /** From here on what is left out is missed: the session's first sample is decided. */
  private void settle() {
    RingEntry first = peek();
    if (nextSample == UNKNOWN && first != null) {
      nextSample = first.firstSample();
    }
  }

  /** Leaves out whatever is in the ring. */
  void skipAll() {
    next = ring.end();
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
    settle();
    long from = ring.end() - 1;
    while (from > next
        && ring.entry(from - 1) instanceof Chunk chunk
        && chunk.endMicros() > newest.endMicros() - KEPT_MICROS) {
      from--;
    }
    next = Math.max(next, from);
  }
}

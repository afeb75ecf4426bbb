package org.wardbeat.bridge.ward;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The last minute of one channel: chunks and gaps in order, without overlap, each next to the one
 * before it. One thread writes, any thread reads without waiting.
 *
 * <p>Entries are numbered from 0. A reader keeps the number it wants next and asks for {@link
 * #entry}; null means either that it is not there yet ({@code next == end()}) or that the writer
 * has overtaken the reader ({@code next < oldest()}), whose samples are then lost to it:
 *
 * <pre>{@code
 * RingEntry entry = ring.entry(next);
 * if (entry != null) {
 *   send(entry);
 *   next++;
 * } else if (next < ring.end()) { // overtaken: announce what is lost, go on with what is left
 *   next = ring.oldest();
 * }
 * }</pre>
 */
public final class ChunkRing {
  /** How much of a channel's past is kept, in seconds. */
  public static final int SECONDS = 60;

  /** Most entries kept, whatever their length. */
  static final int MAX_ENTRIES = 8_192;

  private static final int FIRST_CAPACITY = 256;
  private static final long NONE = -1;

  private final long maxSamples;
  private volatile AtomicReferenceArray<@Nullable RingEntry> slots =
      new AtomicReferenceArray<>(FIRST_CAPACITY);
  private volatile long oldest;
  private volatile long end;
  private volatile long firstSample = NONE;

  /**
   * @param frequencyHz samples per second, which tells how many make a minute
   */
  public ChunkRing(double frequencyHz) {
    maxSamples = (long) Math.ceil(frequencyHz * SECONDS);
  }

  /** Number of the oldest entry that is kept; equals {@link #end()} if there is none. */
  public long oldest() {
    return oldest;
  }

  /** Index of the first sample of the ring's first entry, kept or not; -1 if there was none. */
  public long firstSample() {
    return firstSample;
  }

  /** Number the next entry will have. */
  public long end() {
    return end;
  }

  /** The entry of a number; null if it is not there yet or no longer kept. */
  public @Nullable RingEntry entry(long number) {
    if (number >= end || number < oldest) {
      return null;
    }
    AtomicReferenceArray<@Nullable RingEntry> current = slots;
    RingEntry entry = current.get(slot(current, number));
    return number < oldest ? null : entry;
  }

  /** The newest entry; null if there is none. */
  public @Nullable RingEntry newest() {
    return entry(end - 1);
  }

  /**
   * Where a reader starts that has all samples before one: the number of the first entry that holds
   * {@code sample} or a later one; {@link #end()} if there is none. The entry may begin before
   * {@code sample}, and after it if older ones are no longer kept.
   */
  public long find(long sample) {
    long low = oldest;
    long high = end;
    while (low < high) {
      long middle = (low + high) >>> 1;
      RingEntry entry = entry(middle);
      if (entry == null || entry.nextSample() <= sample) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Appends what follows the newest entry. Only for the ring's one writer. */
  public void append(RingEntry entry) {
    long number = end;
    if (number == 0) {
      firstSample = entry.firstSample();
    }
    evict(number, entry.nextSample());
    if (number - oldest == slots.length()) {
      grow(number);
    }
    AtomicReferenceArray<@Nullable RingEntry> current = slots;
    current.set(slot(current, number), entry);
    end = number + 1;
  }

  /**
   * Makes all that is kept so much earlier on the bridge's clock. Only for the ring's one writer.
   */
  void moveBack(long micros) {
    AtomicReferenceArray<@Nullable RingEntry> current = slots;
    for (long i = oldest; i < end; i++) {
      RingEntry entry = current.get(slot(current, i));
      if (entry != null) {
        current.set(slot(current, i), entry.earlier(micros));
      }
    }
  }

  /** Moves {@code oldest} before a slot is used again, so that a reader notices after its read. */
  @SuppressWarnings("NonAtomicOperationOnVolatileField") // one writer
  private void evict(long number, long newestSample) {
    long first = oldest;
    while (first < number
        && (number - first >= MAX_ENTRIES || endOf(first) <= newestSample - maxSamples)) {
      first++;
    }
    oldest = first;
  }

  private long endOf(long number) {
    AtomicReferenceArray<@Nullable RingEntry> current = slots;
    RingEntry entry = current.get(slot(current, number));
    return entry == null ? Long.MIN_VALUE : entry.nextSample();
  }

  private void grow(long number) {
    AtomicReferenceArray<@Nullable RingEntry> old = slots;
    AtomicReferenceArray<@Nullable RingEntry> larger = new AtomicReferenceArray<>(old.length() * 2);
    for (long i = oldest; i < number; i++) {
      larger.set(slot(larger, i), old.get(slot(old, i)));
    }
    slots = larger;
  }

  private static int slot(AtomicReferenceArray<?> array, long number) {
    return (int) (number & (array.length() - 1));
  }
}

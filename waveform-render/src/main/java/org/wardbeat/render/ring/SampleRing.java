package org.wardbeat.render.ring;

import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The last samples of one waveform channel, addressed by the absolute sample counter of their
 * device.
 *
 * <p>One thread writes ({@link #append}, {@link #backfill}), any number of threads read, without
 * locks: a reader copies first and then checks how far the writer has come, so that what was
 * overwritten meanwhile is reported as {@link #GAP}, never as another sample. Samples are kept as
 * the device sent them (raw ADC units); missing ones are {@link #GAP} and are never interpolated.
 *
 * <p>A device that starts its counter anew is another stream: give it a new ring.
 */
public final class SampleRing {

  /** Stands where a sample is missing. */
  public static final int GAP = Integer.MIN_VALUE;

  private final double frequencyHz;
  private final int[] data;
  private final AtomicLong reserved = new AtomicLong();
  private final AtomicLong end = new AtomicLong();
  private final AtomicLong backfilledEnd = new AtomicLong();
  private final AtomicLong sampleCount = new AtomicLong();
  private final AtomicLong gapCount = new AtomicLong();
  private final AtomicLong lostCount = new AtomicLong();
  private final AtomicLong duplicateCount = new AtomicLong();
  private volatile long start;
  private volatile SampleTimeline timeline;

  /**
   * @param frequencyHz nominal sampling frequency in Hz, above 0 and at most 100,000
   * @param capacity samples kept, at least 1
   * @throws IllegalArgumentException if either is out of range
   */
  public SampleRing(double frequencyHz, int capacity) {
    if (!(frequencyHz > 0 && frequencyHz <= 100_000)) {
      throw new IllegalArgumentException(
          "A sampling frequency of " + frequencyHz + " Hz is not within 0 to 100,000 Hz.");
    }
    if (capacity < 1) {
      throw new IllegalArgumentException("A ring of " + capacity + " samples holds none.");
    }
    this.frequencyHz = frequencyHz;
    this.data = new int[capacity];
    this.timeline = SampleTimeline.unknown(frequencyHz);
  }

  /**
   * Returns a ring that holds at least the given time.
   *
   * @throws IllegalArgumentException if the frequency is out of range, or the time is not positive
   *     or needs more than 2^30 samples
   */
  public static SampleRing lasting(Duration time, double frequencyHz) {
    double samples = Math.ceil(time.toNanos() / 1e9 * frequencyHz);
    if (!(samples >= 1 && samples <= 1 << 30)) {
      throw new IllegalArgumentException(
          time + " at " + frequencyHz + " Hz is " + samples + " samples, not 1 to 2^30.");
    }
    return new SampleRing(frequencyHz, (int) samples);
  }

  /**
   * Appends live samples. Those the ring already has are left out (a repeated chunk changes
   * nothing); those missing between {@link #end()} and {@code firstIndex} become {@link #GAP}.
   * Writer thread only.
   *
   * @param firstIndex counter of the first sample, not negative
   * @param samples raw ADC units; copied
   * @param endTimeMicros time on the bridge's clock at which the chunk ends, that is one period
   *     after its last sample; see {@link SampleTimeline} for its use
   */
  public void append(long firstIndex, int[] samples, int offset, int length, long endTimeMicros) {
    write(firstIndex, samples, offset, length, endTimeMicros, false);
  }

  /**
   * Appends samples of the past, as a snapshot brings them. Like {@link #append}, but a sweep does
   * not take them for latecomers and draws them wherever they belong. Writer thread only.
   */
  public void backfill(long firstIndex, int[] samples, int offset, int length, long endTimeMicros) {
    write(firstIndex, samples, offset, length, endTimeMicros, true);
  }

  private void write(
      long firstIndex, int[] samples, int offset, int length, long endTimeMicros, boolean past) {
    Objects.checkFromIndexSize(offset, length, samples.length);
    if (firstIndex < 0) {
      throw new IllegalArgumentException("Sample counter " + firstIndex + " is negative.");
    }
    long oldEnd = end.getPlain();
    long newEnd = firstIndex + length;
    boolean first = sampleCount.getPlain() == 0;
    int duplicates = first ? 0 : Math.clamp(oldEnd - firstIndex, 0, length);
    if (duplicates > 0) {
      duplicateCount.addAndGet(duplicates);
    }
    if (duplicates == length) {
      return;
    }
    if (first) {
      start = firstIndex;
      oldEnd = firstIndex;
    }
    long lost = Math.max(0, firstIndex - oldEnd);
    reserved.setOpaque(newEnd);
    VarHandle.storeStoreFence();
    fillGap(Math.max(oldEnd, newEnd - data.length), firstIndex);
    store(firstIndex + duplicates, samples, offset + duplicates, length - duplicates);
    timeline =
        timeline.extended(
            firstIndex + duplicates,
            newEnd,
            endTimeMicros,
            first || lost > 0,
            Math.max(start, newEnd - data.length));
    if (past) {
      backfilledEnd.setRelease(newEnd);
    }
    end.setRelease(newEnd);
    sampleCount.addAndGet(length - duplicates);
    if (lost > 0) {
      gapCount.incrementAndGet();
      lostCount.addAndGet(lost);
    }
  }

  private void fillGap(long from, long to) {
    if (to <= from) {
      return;
    }
    int at = slot(from);
    int whole = (int) (to - from);
    int head = Math.min(whole, data.length - at);
    Arrays.fill(data, at, at + head, GAP);
    Arrays.fill(data, 0, whole - head, GAP);
  }

  private void store(long index, int[] samples, int offset, int length) {
    int skipped = Math.max(0, length - data.length);
    int whole = length - skipped;
    int at = slot(index + skipped);
    int head = Math.min(whole, data.length - at);
    System.arraycopy(samples, offset + skipped, data, at, head);
    System.arraycopy(samples, offset + skipped + head, data, 0, whole - head);
  }

  private int slot(long index) {
    return (int) (index % data.length);
  }

  /**
   * Copies the samples {@code from} (inclusive) to {@code to} (exclusive) to the start of {@code
   * dest}. What the ring does not hold, does not hold any more, or has not got yet is {@link #GAP}.
   * Any thread; never blocks.
   *
   * @return how many of them lie within what the ring held throughout the copy
   * @throws IndexOutOfBoundsException if {@code dest} is too short or {@code to < from}
   */
  public int copy(long from, long to, int[] dest) {
    int wanted = Math.toIntExact(to - from);
    Objects.checkFromIndexSize(0, wanted, dest.length);
    long publishedEnd = end.getAcquire();
    long low = Math.clamp(Math.max(start, publishedEnd - data.length), from, to);
    long high = Math.clamp(publishedEnd, low, to);
    int held = (int) (high - low);
    if (held > 0) {
      int at = slot(low);
      int head = Math.min(held, data.length - at);
      System.arraycopy(data, at, dest, (int) (low - from), head);
      System.arraycopy(data, 0, dest, (int) (low - from) + head, held - head);
    }
    VarHandle.loadLoadFence();
    long safe = Math.clamp(reserved.getOpaque() - data.length, low, high);
    Arrays.fill(dest, 0, (int) (safe - from), GAP);
    Arrays.fill(dest, (int) (high - from), wanted, GAP);
    return (int) (high - safe);
  }

  /** Index of the oldest sample still held; equals {@link #end()} while the ring is empty. */
  public long oldest() {
    long publishedEnd = end.getAcquire();
    return Math.max(start, publishedEnd - data.length);
  }

  /** Index after the newest sample. Once seen, all older samples and their times are visible. */
  public long end() {
    return end.getAcquire();
  }

  /** Index after the newest sample that came by {@link #backfill}; 0 if none did. */
  public long backfilledEnd() {
    return backfilledEnd.getAcquire();
  }

  /** When each sample was taken. Immutable; covers at least the samples before {@link #end()}. */
  public SampleTimeline timeline() {
    return timeline;
  }

  /** Nominal sampling frequency in Hz. */
  public double frequencyHz() {
    return frequencyHz;
  }

  /** Samples the ring can hold. */
  public int capacity() {
    return data.length;
  }

  /** Samples received so far, without repeated ones. */
  public long samples() {
    return sampleCount.get();
  }

  /** How often samples were missing. */
  public long gaps() {
    return gapCount.get();
  }

  /** Samples missing in all gaps together. */
  public long lostSamples() {
    return lostCount.get();
  }

  /** Samples received again, and left out. */
  public long duplicateSamples() {
    return duplicateCount.get();
  }
}

package org.wardbeat.simulator.wfdb;

import java.io.Closeable;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record's samples in time, for replay: de-skewed, over all segments, with one code for "no
 * sample here". Samples are in ADC units of {@link #spec}, which may change between two reads but
 * never within one. Not safe for several threads.
 */
public final class AlignedSamples implements Closeable {
  /** The value that means "no sample here". */
  public static final int INVALID = Integer.MIN_VALUE;

  private final List<SignalSpec> layout;
  private final List<Part> parts;
  private final SignalSpec[] specs;
  private int next;
  private @Nullable Part part;
  private @Nullable Deskewer samples;
  private long left;
  private int[][] staging = new int[0][];

  /** A stretch of the record: where its samples come from, none in a gap. */
  static final class Part {
    private final @Nullable WfdbRecord record;
    private final int[] channels;
    private final long frames;

    /**
     * @param channels for each signal of {@code record}, its index in the layout
     */
    Part(@Nullable WfdbRecord record, int[] channels, long frames) {
      this.record = record;
      this.channels = channels;
      this.frames = frames;
    }
  }

  AlignedSamples(List<SignalSpec> layout, List<Part> parts) {
    this.layout = layout;
    this.parts = parts;
    this.specs = layout.toArray(SignalSpec[]::new);
  }

  /** How to understand the samples of a signal in the block read last. */
  public SignalSpec spec(int signal) {
    return specs[signal];
  }

  /**
   * Reads the next frames; stops at the end of a segment.
   *
   * @param into one array per signal with room for {@code maxFrames} × samples per frame
   * @param maxFrames at most so many frames, 1 or more
   * @return the frames read, or -1 at the end of the record
   * @throws WfdbException when a segment cannot be read or its checksum is wrong
   */
  public int read(int[][] into, int maxFrames) throws WfdbException {
    while (left == 0) {
      if (!openNextPart()) {
        return -1;
      }
    }
    Deskewer source = samples;
    Part current = part;
    int count = (int) Math.min(maxFrames, left);
    clear(into, count);
    if (source != null && current != null) {
      for (int i = 0; i < current.channels.length; i++) {
        staging[i] = into[current.channels[i]];
      }
      count = source.read(staging, count);
    }
    left -= count;
    return count;
  }

  private boolean openNextPart() throws WfdbException {
    close();
    if (next == parts.size()) {
      return false;
    }
    Part opened = parts.get(next++);
    part = opened;
    left = opened.frames;
    System.arraycopy(layout.toArray(SignalSpec[]::new), 0, specs, 0, specs.length);
    WfdbRecord record = opened.record;
    if (record != null) {
      samples = new Deskewer(record.stored(), record.signals());
      staging = new int[opened.channels.length][];
      for (int i = 0; i < opened.channels.length; i++) {
        specs[opened.channels[i]] = record.signals().get(i);
      }
    }
    return true;
  }

  private void clear(int[][] into, int frames) {
    for (int i = 0; i < layout.size(); i++) {
      Arrays.fill(into[i], 0, frames * layout.get(i).samplesPerFrame(), INVALID);
    }
  }

  @Override
  public void close() throws WfdbException {
    Deskewer open = samples;
    samples = null;
    part = null;
    left = 0;
    if (open != null) {
      open.close();
    }
  }
}

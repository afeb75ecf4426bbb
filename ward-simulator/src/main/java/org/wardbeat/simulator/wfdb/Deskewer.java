package org.wardbeat.simulator.wfdb;

import java.io.Closeable;
import java.util.List;

/**
 * Lines the signals of an undivided record up in time: sample {@code n} of a signal with a skew of
 * {@code k} frames is stored {@code k} frames later. What then lacks at the end is invalid.
 */
final class Deskewer implements Closeable {
  private static final int BLOCK_FRAMES = 1024;

  private final StoredSamples stored;
  private final List<SignalSpec> signals;
  private final int maxSkew;
  private final int[][] ahead;
  private final int[][] block;
  private final long frames;
  private int buffered;
  private long position;

  Deskewer(StoredSamples stored, List<SignalSpec> signals) {
    this.stored = stored;
    this.signals = signals;
    this.frames = stored.frames();
    this.maxSkew = signals.stream().mapToInt(SignalSpec::skewFrames).max().orElse(0);
    this.ahead = buffers(maxSkew + BLOCK_FRAMES);
    this.block = buffers(BLOCK_FRAMES);
  }

  private int[][] buffers(int frameCount) {
    int[][] buffers = new int[signals.size()][];
    for (int i = 0; i < buffers.length; i++) {
      buffers[i] = new int[frameCount * signals.get(i).samplesPerFrame()];
    }
    return buffers;
  }

  /** As {@link StoredSamples#read}, with invalid samples as {@link AlignedSamples#INVALID}. */
  int read(int[][] into, int maxFrames) throws WfdbException {
    if (position == frames) {
      return -1;
    }
    fill();
    int count = (int) Math.min(Math.min(maxFrames, BLOCK_FRAMES), frames - position);
    count = Math.min(count, Math.max(1, buffered - maxSkew));
    if (position + buffered == frames) {
      count = (int) Math.min(Math.min(maxFrames, BLOCK_FRAMES), frames - position);
    }
    for (int i = 0; i < signals.size(); i++) {
      copy(i, count, into[i]);
    }
    discard(count);
    position += count;
    return count;
  }

  private void fill() throws WfdbException {
    while (buffered <= maxSkew) {
      int read = stored.read(block, BLOCK_FRAMES);
      if (read < 0) {
        return;
      }
      for (int i = 0; i < signals.size(); i++) {
        int perFrame = signals.get(i).samplesPerFrame();
        System.arraycopy(block[i], 0, ahead[i], buffered * perFrame, read * perFrame);
      }
      buffered += read;
    }
  }

  private void copy(int index, int count, int[] target) {
    SignalSpec signal = signals.get(index);
    int perFrame = signal.samplesPerFrame();
    int shift = signal.skewFrames() * perFrame;
    int available = buffered * perFrame;
    boolean marked = signal.format().orElseThrow().invalidSample().isPresent();
    int invalid = signal.format().orElseThrow().invalidSample().orElse(0);
    int[] source = ahead[index];
    for (int i = 0; i < count * perFrame; i++) {
      boolean missing = i + shift >= available || (marked && source[i + shift] == invalid);
      target[i] = missing ? AlignedSamples.INVALID : source[i + shift];
    }
  }

  private void discard(int count) {
    int kept = Math.max(0, buffered - count);
    for (int i = 0; i < signals.size(); i++) {
      int perFrame = signals.get(i).samplesPerFrame();
      System.arraycopy(ahead[i], (buffered - kept) * perFrame, ahead[i], 0, kept * perFrame);
    }
    buffered = kept;
  }

  @Override
  public void close() throws WfdbException {
    stored.close();
  }
}

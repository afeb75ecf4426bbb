package org.wardbeat.bridge.ward;

import org.wardbeat.wire.frame.Frame.GapReason;

/** Samples of one channel that never came. Immutable but for the frames it keeps. */
public final class GapChunk implements RingEntry {
  private final long birth;
  private final int channel;
  private final long firstSample;
  private final long count;
  private final GapReason reason;
  private final EncodedFrames frames = new EncodedFrames();

  /**
   * @param birth the device's birth number, 1 to 2³²−1
   * @param channel index of the channel in the bed's definition
   * @param firstSample index of the first missing sample
   * @param count how many are missing, at least 1
   * @param reason why
   */
  public GapChunk(long birth, int channel, long firstSample, long count, GapReason reason) {
    this.birth = birth;
    this.channel = channel;
    this.firstSample = firstSample;
    this.count = count;
    this.reason = reason;
  }

  @Override
  public long birth() {
    return birth;
  }

  @Override
  public int channel() {
    return channel;
  }

  @Override
  public long firstSample() {
    return firstSample;
  }

  @Override
  public long nextSample() {
    return firstSample + count;
  }

  /** How many samples are missing, at least 1. */
  public long count() {
    return count;
  }

  /** Why they are missing. */
  public GapReason reason() {
    return reason;
  }

  @Override
  public GapChunk earlier(long micros) {
    return this; // it has no time
  }

  @Override
  public EncodedFrames frames() {
    return frames;
  }
}

package org.wardbeat.bridge.ward;

/** Consecutive samples of one channel. Immutable but for the frames it keeps. */
public final class Chunk implements RingEntry {
  private final long birth;
  private final int channel;
  private final long firstSample;
  private final long endMicros;
  private final int[] samples;
  private final EncodedFrames frames = new EncodedFrames();

  /**
   * @param birth the device's birth number, 1 to 2³²−1
   * @param channel index of the channel in the bed's definition
   * @param firstSample index of the first sample, counted by the device since its birth
   * @param endMicros end of the last sample, UTC microseconds on the bridge's clock
   * @param samples analogue-to-digital values, at least 1; handed over, not to be changed
   */
  public Chunk(long birth, int channel, long firstSample, long endMicros, int[] samples) {
    this.birth = birth;
    this.channel = channel;
    this.firstSample = firstSample;
    this.endMicros = endMicros;
    this.samples = samples;
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
    return firstSample + samples.length;
  }

  /** End of the last sample, UTC microseconds on the bridge's clock. */
  public long endMicros() {
    return endMicros;
  }

  /** The samples themselves, shared: not to be changed. */
  public int[] samples() {
    return samples;
  }

  @Override
  public Chunk earlier(long micros) {
    return new Chunk(birth, channel, firstSample, endMicros - micros, samples);
  }

  @Override
  public EncodedFrames frames() {
    return frames;
  }
}

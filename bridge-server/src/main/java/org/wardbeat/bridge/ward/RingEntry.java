package org.wardbeat.bridge.ward;

/** A stretch of one channel's samples: there, or known to be missing. */
public sealed interface RingEntry permits Chunk, GapChunk {
  /** The device's birth number the samples belong to, 1 to 2³²−1. */
  long birth();

  /** Index of the channel in the bed's definition. */
  int channel();

  /** Index of the first sample, counted by the device since its birth. */
  long firstSample();

  /** Index of the sample after the last. */
  long nextSample();

  /** The same, so much earlier on the bridge's clock. */
  RingEntry earlier(long micros);

  /** The frames that were made of this stretch. */
  EncodedFrames frames();
}

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

  /**
   * The frame that carries this stretch, made by the first who asks and shared by all who follow.
   * Two threads that ask first at the same time may both make it; equal bytes are kept.
   *
   * @param encoder makes the frame's bytes; must not depend on who asks
   * @return the frame's bytes, not to be changed
   */
  byte[] encoded(FrameEncoder<? super RingEntry> encoder);
}

package org.wardbeat.simulator.wfdb;

/**
 * One segment of a multi-segment record.
 *
 * @param name the segment's record name, or {@code ~} for a stretch without data
 * @param startFrame frames of the record before this segment
 * @param frames its length; 0 for the layout segment
 * @param line the line in the header, from 1
 */
public record SegmentSpec(String name, long startFrame, long frames, int line) {
  /** Whether this stretch of the record holds no data. */
  public boolean isGap() {
    return name.equals("~");
  }
}

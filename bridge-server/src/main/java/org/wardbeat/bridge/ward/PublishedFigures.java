package org.wardbeat.bridge.ward;

/**
 * How a source does, about a second ago or as it was heard last.
 *
 * @param clockOffsetMicros how far the device's clock is ahead of the bridge's; 0 if not known
 * @param gaps gaps in its waveforms within the last hour
 * @param lostSamples samples lost in these
 * @param lostNumerics messages with vital signs lost since its birth
 */
public record PublishedFigures(
    long clockOffsetMicros, long gaps, long lostSamples, long lostNumerics) {
  /** Before anything was heard. */
  public static final PublishedFigures NONE = new PublishedFigures(0, 0, 0, 0);
}

package org.wardbeat.bridge.intake;

/**
 * How much may wait in one inbox. What comes above it pushes out the oldest waveforms, then the
 * oldest numerics, then what a newer status or birth has replaced anyway, and alarms last of all.
 *
 * @param bedMessages most messages of one bed
 * @param bedBytes most bytes of one bed's payloads
 * @param totalBytes most bytes of all payloads
 * @param beds most beds with something waiting; what comes for more is refused
 */
public record IntakeLimits(int bedMessages, int bedBytes, int totalBytes, int beds) {
  /** About 7 s of a bed with 32 channels, 64 MiB in all. */
  public static final IntakeLimits DEFAULT = new IntakeLimits(1_024, 4 << 20, 64 << 20, 1_024);
}

package org.wardbeat.station.ward;

import java.time.Instant;

/**
 * What the link has counted.
 *
 * @param since from when on, by the station's clock
 * @param alarms alarm events
 * @param numerics messages with vital signs
 * @param waves chunks of samples
 * @param reconnects sessions after the first
 * @param snapshotsAsked snapshots asked for because readings did not fit
 * @param duplicates frames that said what was known already
 * @param restarts how often a source's counters began anew
 */
public record LinkCounters(
    Instant since,
    Lane alarms,
    Lane numerics,
    Lane waves,
    long reconnects,
    long snapshotsAsked,
    long duplicates,
    long restarts) {
  /**
   * One lane.
   *
   * @param received what the bridge had for this station
   * @param shown thereof what came to be shown, in time
   * @param gaps how often something is missing
   * @param late what came too late to be shown as it happened
   * @param resent what came again after resuming
   * @param merged what the bridge merged into one that followed
   */
  public record Lane(long received, long shown, long gaps, long late, long resent, long merged) {
    /** Nothing was counted. */
    public static final Lane NONE = new Lane(0, 0, 0, 0, 0, 0);
  }

  /** Nothing was counted. */
  public static final LinkCounters NONE =
      new LinkCounters(Instant.EPOCH, Lane.NONE, Lane.NONE, Lane.NONE, 0, 0, 0, 0);
}

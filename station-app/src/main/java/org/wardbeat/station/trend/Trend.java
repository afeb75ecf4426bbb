package org.wardbeat.station.trend;

import org.wardbeat.wire.ward.VitalSign;

/**
 * A vital sign minute by minute, the oldest first; the last minute is the present one. Values are
 * in whole steps of the sign. Immutable.
 */
public final class Trend {
  private final int[] least;
  private final int[] most;
  private final double[] mean;

  /** The arrays become its own; of a minute without values the mean is not a number. */
  Trend(int[] least, int[] most, double[] mean) {
    this.least = least;
    this.most = most;
    this.mean = mean;
  }

  /** How many minutes it is long. */
  public int minutes() {
    return mean.length;
  }

  /** Whether something was measured in a minute; else it is a gap. */
  public boolean isKnown(int minute) {
    return !Double.isNaN(mean[minute]);
  }

  /** The least value of a minute that is known. */
  public int least(int minute) {
    return least[minute];
  }

  /** The greatest value of a minute that is known. */
  public int most(int minute) {
    return most[minute];
  }

  /** The mean of a minute, not a number if it is not known. */
  public double mean(int minute) {
    return mean[minute];
  }

  /** The first minute that is known, or {@link #minutes()} if none is. */
  public int firstKnown() {
    int minute = 0;
    while (minute < mean.length && !isKnown(minute)) {
      minute++;
    }
    return minute;
  }

  /** The last minute that is known, or -1 if none is. */
  public int lastKnown() {
    int minute = mean.length - 1;
    while (minute >= 0 && !isKnown(minute)) {
      minute--;
    }
    return minute;
  }

  /**
   * So many minutes without a value make no gap: what is not measured all the time is not missing
   * in between.
   */
  public static int joinedMinutes(VitalSign sign) {
    return switch (sign) {
      case TEMP -> 15;
      default -> 1;
    };
  }
}

package org.wardbeat.render.filter;

/**
 * The band in which a wave is shown. At both its corners a sine has 1/√2 of its height (−3 dB).
 *
 * <p>{@link #MONITOR} keeps the line still and the rhythm readable; IEC 60601-2-27 asks a monitor
 * for at least 0.67 to 40 Hz. {@link #ST} leaves the ST segment where it is, for which the lower
 * corner must be 0.05 Hz (Kligfield et al., Circulation 2007;115:1306, and IEC 60601-2-25). {@link
 * #DIAGNOSTIC} is the band of an electrocardiograph of the same standard.
 */
public enum FilterBand {
  /** As the device sent it. */
  AS_SENT(0, Double.POSITIVE_INFINITY),
  MONITOR(0.5, 40),
  ST(0.05, 40),
  DIAGNOSTIC(0.05, 150);

  private final double lowHz;
  private final double highHz;

  FilterBand(double lowHz, double highHz) {
    this.lowHz = lowHz;
    this.highHz = highHz;
  }

  /** The lower corner in Hz; 0 if there is none. */
  public double lowHz() {
    return lowHz;
  }

  /** The upper corner in Hz; infinite if there is none. */
  public double highHz() {
    return highHz;
  }
}

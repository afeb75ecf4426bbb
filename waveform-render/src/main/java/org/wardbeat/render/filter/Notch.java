package org.wardbeat.render.filter;

/**
 * The frequency of the mains, which is taken out of a wave. What lies {@value #WIDTH_HZ} / 2 Hz off
 * it has 1/√2 of its height (−3 dB): wide enough for mains that are 0.5 Hz off, narrow enough to
 * leave a QRS complex its shape.
 */
public enum Notch {
  OFF(0),
  HZ_50(50),
  HZ_60(60);

  static final double WIDTH_HZ = 4;

  private final double frequencyHz;

  Notch(double frequencyHz) {
    this.frequencyHz = frequencyHz;
  }

  /** The frequency that is taken out, in Hz; 0 for {@link #OFF}. */
  public double frequencyHz() {
    return frequencyHz;
  }
}

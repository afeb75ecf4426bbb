package org.wardbeat.render.filter;

/**
 * A recursive filter of second order (or first, with two coefficients 0), in the transposed direct
 * form II, which is the steadiest one where corners lie far below the sampling frequency.
 *
 * <p>Designed by the bilinear transform with its frequency axis bent so that the corner is exact at
 * any sampling frequency: R. Bristow-Johnson, "Audio EQ Cookbook", W3C Note of 8 June 2021
 * (low-pass, high-pass and notch), with Q = 1/√2, which makes them Butterworth filters; first
 * order: J. O. Smith, "Introduction to Digital Filters", appendix on the bilinear transform.
 */
final class Biquad {

  private static final double BUTTERWORTH_Q = Math.sqrt(0.5);

  private final double b0;
  private final double b1;
  private final double b2;
  private final double a1;
  private final double a2;
  private double z1;
  private double z2;

  private Biquad(double b0, double b1, double b2, double a0, double a1, double a2) {
    this.b0 = b0 / a0;
    this.b1 = b1 / a0;
    this.b2 = b2 / a0;
    this.a1 = a1 / a0;
    this.a2 = a2 / a0;
  }

  /** First order: 6 dB an octave, and no overshoot. */
  static Biquad gentleHighPass(double cornerHz, double rateHz) {
    double k = Math.tan(Math.PI * cornerHz / rateHz);
    return new Biquad(1, -1, 0, 1 + k, k - 1, 0);
  }

  static Biquad highPass(double cornerHz, double rateHz) {
    double w = 2 * Math.PI * cornerHz / rateHz;
    double cos = Math.cos(w);
    double alpha = Math.sin(w) / (2 * BUTTERWORTH_Q);
    return new Biquad((1 + cos) / 2, -(1 + cos), (1 + cos) / 2, 1 + alpha, -2 * cos, 1 - alpha);
  }

  static Biquad lowPass(double cornerHz, double rateHz) {
    double w = 2 * Math.PI * cornerHz / rateHz;
    double cos = Math.cos(w);
    double alpha = Math.sin(w) / (2 * BUTTERWORTH_Q);
    return new Biquad((1 - cos) / 2, 1 - cos, (1 - cos) / 2, 1 + alpha, -2 * cos, 1 - alpha);
  }

  /**
   * Takes one frequency out.
   *
   * @param widthHz between the two frequencies with −3 dB; the cookbook's alpha for a width that is
   *     exact after the transform is tan(π · width / rate)
   */
  static Biquad notch(double centreHz, double widthHz, double rateHz) {
    double cos = Math.cos(2 * Math.PI * centreHz / rateHz);
    double alpha = Math.tan(Math.PI * widthHz / rateHz);
    return new Biquad(1, -2 * cos, 1, 1 + alpha, -2 * cos, 1 - alpha);
  }

  double next(double x) {
    double y = b0 * x + z1;
    z1 = b1 * x - a1 * y + z2;
    z2 = b2 * x - a2 * y;
    return y;
  }

  /** Goes to the state it would have if a level had been there always; returns its output then. */
  double settle(double x) {
    double y = x * (b0 + b1 + b2) / (1 + a1 + a2);
    z2 = b2 * x - a2 * y;
    z1 = b1 * x - a1 * y + z2;
    return y;
  }

  /** By how much the slowest part of its answer shrinks from one sample to the next. */
  double decay() {
    double discriminant = a1 * a1 / 4 - a2;
    return discriminant < 0 ? Math.sqrt(a2) : Math.abs(a1) / 2 + Math.sqrt(discriminant);
  }
}

package org.wardbeat.simulator.physiology;

import java.util.Arrays;

/**
 * The dynamical model of McSharry et al. 2003, eq. (1): a trajectory drawn to the unit circle, once
 * round for each beat, that Gaussian attractors at the angles of P, Q, R, S and T push up and down.
 * Integrated by Runge-Kutta of 4th order, all leads on the same circle.
 *
 * <p>Angles and widths are those of the paper's table 1. Waves are given by their height in mV
 * instead of the paper's dimensionless a: with a = height × ω / b² the height holds at any rate.
 * With the rate, P and T move and widen by the square root of the interval, after Bazett's rule and
 * the authors' own program; the QRS complex keeps its duration.
 *
 * <p>Nothing is allocated per step. Confined to one thread.
 */
final class EcgModel {
  static final int LEADS = 2;

  private static final int P = 0;
  private static final int T = 4;
  private static final int WAVES = 5;
  private static final double TWO_PI = 2 * Math.PI;
  private static final double NEGLIGIBLE_WIDTHS = 5;

  /** Angles and widths of P, Q, R, S, T in radians at 60 beats a minute. */
  private static final double[] ANGLES = {
    -Math.PI / 3, -Math.PI / 12, 0, Math.PI / 12, Math.PI / 2
  };

  private static final double[] WIDTHS = {0.25, 0.1, 0.1, 0.1, 0.4};
  private static final double[] VENTRICULAR_ANGLES = {-Math.PI / 3, -0.35, 0, 0.55, 1.9};
  private static final double[] VENTRICULAR_WIDTHS = {0.25, 0.2, 0.24, 0.25, 0.4};

  /** Heights in mV of P, Q, R, S, T in leads II and V. */
  private static final double[][] SINUS_HEIGHTS = {
    {0.13, -0.1, 1.1, -0.22, 0.28}, {0.07, -0.04, 0.55, -0.85, 0.34}
  };

  private static final double[][] VENTRICULAR_HEIGHTS = {
    {0, -0.1, 1.35, -0.3, -0.45}, {0, 0.1, -1.2, 0.25, 0.4}
  };

  private final double stepSeconds;
  private final double tWaveScale;
  private final double[] angles = new double[WAVES];
  private final double[] widths = new double[WAVES];
  private final double[][] pushes = new double[LEADS][WAVES];
  private final double[] height = new double[LEADS];
  private final double[] slopes = new double[2 + LEADS];
  private final double[] sums = new double[2 + LEADS];
  private final double[] probe = new double[2 + LEADS];
  private double x = -1;
  private double y;
  private double angularVelocity;
  private Beat beat = Beat.SINUS;

  EcgModel(double stepSeconds, double tWaveScale) {
    this.stepSeconds = stepSeconds;
    this.tWaveScale = tWaveScale;
  }

  /** The angle on the circle, -π to π; R is at 0. */
  double angle() {
    return Math.atan2(y, x);
  }

  /** The angle that lies so long before R. */
  double angleBefore(double seconds) {
    return -angularVelocity * seconds;
  }

  /** The model's voltage in a lead, in mV. */
  double millivolts(int lead) {
    return height[lead];
  }

  /** Sets the time of the whole round, from R to R. */
  void setInterval(double seconds) {
    angularVelocity = TWO_PI / seconds;
    shape(seconds);
  }

  /** Stays where it is on the circle; the voltage returns to the baseline. */
  void halt() {
    angularVelocity = 0;
    for (double[] push : pushes) {
      Arrays.fill(push, 0);
    }
  }

  /** Sets what the beat looks like whose R comes next. */
  void setBeat(Beat beat) {
    this.beat = beat;
    if (angularVelocity > 0) {
      shape(TWO_PI / angularVelocity);
    }
  }

  private void shape(double intervalSeconds) {
    boolean wide = beat.isWide();
    double complex = 1 / Math.clamp(intervalSeconds, 0.33, 1.5);
    double slow = Math.sqrt(complex);
    for (int i = 0; i < WAVES; i++) {
      double scale = i == P || i == T ? slow : complex;
      angles[i] = (wide ? VENTRICULAR_ANGLES : ANGLES)[i] * scale;
      widths[i] = (wide ? VENTRICULAR_WIDTHS : WIDTHS)[i] * scale;
      for (int lead = 0; lead < LEADS; lead++) {
        double wanted = (wide ? VENTRICULAR_HEIGHTS : SINUS_HEIGHTS)[lead][i];
        if (i == T) {
          wanted *= tWaveScale;
        }
        if (i == P && beat != Beat.SINUS) {
          wanted = 0;
        }
        pushes[lead][i] = wanted * angularVelocity / (widths[i] * widths[i]);
      }
    }
  }

  /** One step of Runge-Kutta with the given baseline in mV. */
  void step(double baseline) {
    double half = stepSeconds / 2;
    setProbe(0);
    slopesAtProbe(baseline);
    addSlopes(1);
    setProbe(half);
    slopesAtProbe(baseline);
    addSlopes(2);
    setProbe(half);
    slopesAtProbe(baseline);
    addSlopes(2);
    setProbe(stepSeconds);
    slopesAtProbe(baseline);
    addSlopes(1);
    x += stepSeconds / 6 * sums[0];
    y += stepSeconds / 6 * sums[1];
    for (int lead = 0; lead < LEADS; lead++) {
      height[lead] += stepSeconds / 6 * sums[2 + lead];
    }
    Arrays.fill(sums, 0);
  }

  private void setProbe(double seconds) {
    probe[0] = x + seconds * slopes[0];
    probe[1] = y + seconds * slopes[1];
    for (int lead = 0; lead < LEADS; lead++) {
      probe[2 + lead] = height[lead] + seconds * slopes[2 + lead];
    }
  }

  private void addSlopes(int weight) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += weight * slopes[i];
    }
  }

  private void slopesAtProbe(double baseline) {
    double px = probe[0];
    double py = probe[1];
    double pull = 1 - Math.sqrt(px * px + py * py);
    slopes[0] = pull * px - angularVelocity * py;
    slopes[1] = pull * py + angularVelocity * px;
    double angle = Math.atan2(py, px);
    for (int lead = 0; lead < LEADS; lead++) {
      slopes[2 + lead] = baseline - probe[2 + lead];
    }
    for (int i = 0; i < WAVES; i++) {
      double distance = wrapped(angle - angles[i]);
      double inWidths = distance / widths[i];
      if (Math.abs(inWidths) < NEGLIGIBLE_WIDTHS) {
        double force = distance * Math.exp(-inWidths * inWidths / 2);
        for (int lead = 0; lead < LEADS; lead++) {
          slopes[2 + lead] -= pushes[lead][i] * force;
        }
      }
    }
  }

  /** The same angle from -π to π, for one that is less than one round beyond. */
  private static double wrapped(double angle) {
    if (angle > Math.PI) {
      return angle - TWO_PI;
    }
    return angle < -Math.PI ? angle + TWO_PI : angle;
  }
}

package org.wardbeat.station.wave;

import java.util.Arrays;
import org.wardbeat.render.ring.SampleRing;

/**
 * Finds gain and offset with which an ECG lies within its lane.
 *
 * <p>At first 0 mV lies where an ECG usually has it, at three quarters of the height, with the
 * usual gain. A wave that leaves the lane is moved, and made smaller only where moving is not
 * enough. It grows again only after {@value #WINDOW} scans (one a second) in which it would have
 * fitted with room to spare, so that it does not change its size from beat to beat. User-interface
 * thread only.
 */
public final class LaneFit {
  /** Scans over which the extent of a wave is known. */
  public static final int WINDOW = 30;

  /** Share of the height at which the level of {@link Placement#levelMillivolts()} is drawn. */
  public static final double LEVEL_AT = 0.75;

  /** Kept free at each edge, in mm: half the stroke and a hairline. */
  private static final double MARGIN_MM = 0.5;

  /** Share of the height a wave may fill at a greater gain to be given it back. */
  private static final double ROOM_TO_GROW = 0.8;

  private static final int HALVINGS = 3;

  /**
   * How a wave is drawn.
   *
   * @param divisor by which the usual gain is divided: 1, 2, 4 or 8
   * @param levelMillivolts what lies at three quarters of the height; 0 as long as that fits
   */
  public record Placement(int divisor, double levelMillivolts) {
    public static final Placement USUAL = new Placement(1, 0);
  }

  private final int halvings;
  private final double[] lows = new double[WINDOW];
  private final double[] highs = new double[WINDOW];
  private Placement placement = Placement.USUAL;
  private double placedHeightMm;
  private int scans;
  private int scansSincePlaced;

  private LaneFit(int halvings) {
    this.halvings = halvings;
  }

  /** Moves the wave and makes it smaller. */
  public static LaneFit automatic() {
    return new LaneFit(HALVINGS);
  }

  /** Only moves the wave, for a gain that was chosen. */
  public static LaneFit atFixedGain() {
    return new LaneFit(0);
  }

  /** How it is drawn now. */
  public Placement placement() {
    return placement;
  }

  /**
   * Takes what came since the last scan.
   *
   * @param samples of which {@link SampleRing#GAP} are left out
   * @param count how many of them count
   * @param zeroUnits ADC units at 0 mV
   * @param unitsPerMillivolt ADC units per mV, not 0
   * @param heightMm the lane's height
   * @param mmPerMillivolt the usual gain
   * @return whether the placement changed
   */
  public boolean scan(
      int[] samples,
      int count,
      double zeroUnits,
      double unitsPerMillivolt,
      double heightMm,
      double mmPerMillivolt) {
    remember(samples, count, zeroUnits, unitsPerMillivolt);
    int newest = (scans - 1) % WINDOW;
    double usable = heightMm - 2 * MARGIN_MM;
    boolean inside =
        heightMm == placedHeightMm
            && isInside(lows[newest], highs[newest], placement, heightMm, mmPerMillivolt);
    if (inside && !mayGrow(usable, mmPerMillivolt)) {
      scansSincePlaced++;
      return false;
    }
    Placement next = choose(low(), high(), heightMm, mmPerMillivolt);
    boolean changed = !next.equals(placement);
    placement = next;
    placedHeightMm = heightMm;
    scansSincePlaced = 0;
    return changed;
  }

  private void remember(int[] samples, int count, double zeroUnits, double unitsPerMillivolt) {
    int least = Integer.MAX_VALUE;
    int most = Integer.MIN_VALUE;
    for (int i = 0; i < count; i++) {
      if (samples[i] != SampleRing.GAP) {
        least = Math.min(least, samples[i]);
        most = Math.max(most, samples[i]);
      }
    }
    double a = (least - zeroUnits) / unitsPerMillivolt;
    double b = (most - zeroUnits) / unitsPerMillivolt;
    boolean none = least > most;
    int slot = scans++ % WINDOW;
    lows[slot] = none ? Double.POSITIVE_INFINITY : Math.min(a, b);
    highs[slot] = none ? Double.NEGATIVE_INFINITY : Math.max(a, b);
  }

  private double low() {
    return Arrays.stream(lows, 0, Math.min(scans, WINDOW)).min().orElse(0);
  }

  private double high() {
    return Arrays.stream(highs, 0, Math.min(scans, WINDOW)).max().orElse(0);
  }

  private boolean mayGrow(double usableMm, double mmPerMillivolt) {
    double greater = 2 * mmPerMillivolt / placement.divisor();
    return placement.divisor() > 1
        && scansSincePlaced >= WINDOW
        && low() <= high()
        && (high() - low()) * greater <= ROOM_TO_GROW * usableMm;
  }

  private static boolean isInside(
      double low, double high, Placement placement, double heightMm, double mmPerMillivolt) {
    double gain = mmPerMillivolt / placement.divisor();
    double top = LEVEL_AT * heightMm - (high - placement.levelMillivolts()) * gain;
    double bottom = LEVEL_AT * heightMm - (low - placement.levelMillivolts()) * gain;
    return low > high || (top >= MARGIN_MM && bottom <= heightMm - MARGIN_MM);
  }

  private Placement choose(double low, double high, double heightMm, double mmPerMillivolt) {
    if (low > high) {
      return Placement.USUAL;
    }
    int divisor = 1;
    while (divisor < 1 << halvings
        && (high - low) * mmPerMillivolt / divisor > heightMm - 2 * MARGIN_MM) {
      divisor *= 2;
    }
    Placement unmoved = new Placement(divisor, 0);
    if (isInside(low, high, unmoved, heightMm, mmPerMillivolt)) {
      return unmoved;
    }
    double gain = mmPerMillivolt / divisor;
    double centre = (low + high) / 2;
    return new Placement(divisor, centre - (LEVEL_AT - 0.5) * heightMm / gain);
  }
}

package org.wardbeat.render.filter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Shows one wave in a {@link FilterBand}, without mains hum where asked for.
 *
 * <p>One sample in, one sample out, of the same time: nothing is left out, put in or looked ahead
 * for. The upper corner and the lower one of 0.5 Hz are Butterworth filters of second order; the
 * lower one of 0.05 Hz is of first order, which cannot make the baseline overshoot after a QRS
 * complex. A corner or notch at or above half the sampling frequency cannot be made of the samples
 * and is left out: {@link #highHz()} says what is really shown.
 *
 * <p>After a gap call {@link #reset}, so that nothing from before it has a say in what comes after.
 * For {@link #settling()} the line may then drift by what the level given was off.
 *
 * <p>Does not allocate after its making. Confined to one thread.
 */
public final class WaveFilter {

  /** What is left of a step, when it counts as settled. */
  private static final double SETTLED = 0.01;

  /** Lower corners from here on are of second order. */
  private static final double STEEP_FROM_HZ = 0.5;

  private final Biquad[] parts;
  private final double lowHz;
  private final double highHz;
  private final Duration settling;

  private WaveFilter(List<Biquad> parts, double lowHz, double highHz, double rateHz) {
    this.parts = parts.toArray(Biquad[]::new);
    this.lowHz = lowHz;
    this.highHz = highHz;
    this.settling = settling(parts, rateHz);
  }

  /**
   * Designs a filter.
   *
   * @param sampleRateHz of the wave, in Hz, above 0 and at most 100,000
   * @throws IllegalArgumentException if the rate is out of range
   */
  public static WaveFilter of(FilterBand band, Notch notch, double sampleRateHz) {
    if (!(sampleRateHz > 0 && sampleRateHz <= 100_000)) {
      throw new IllegalArgumentException(
          "A sampling frequency of " + sampleRateHz + " Hz is not within 0 to 100,000 Hz.");
    }
    double half = sampleRateHz / 2;
    double low = band.lowHz() < half ? band.lowHz() : 0;
    List<Biquad> parts = new ArrayList<>();
    if (low >= STEEP_FROM_HZ) {
      parts.add(Biquad.highPass(low, sampleRateHz));
    } else if (low > 0) {
      parts.add(Biquad.gentleHighPass(low, sampleRateHz));
    }
    if (band.highHz() < half) {
      parts.add(Biquad.lowPass(band.highHz(), sampleRateHz));
    }
    if (notch != Notch.OFF && notch.frequencyHz() < half) {
      parts.add(Biquad.notch(notch.frequencyHz(), Notch.WIDTH_HZ, sampleRateHz));
    }
    return new WaveFilter(parts, low, Math.min(band.highHz(), half), sampleRateHz);
  }

  private static Duration settling(List<Biquad> parts, double rateHz) {
    double decay = parts.stream().mapToDouble(Biquad::decay).max().orElse(0);
    return Duration.ofNanos(Math.round(Math.log(SETTLED) / Math.log(decay) / rateHz * 1e9));
  }

  /**
   * Forgets all samples; the next one is filtered as if a level had been there always.
   *
   * @param level in the unit of the samples, for example the mean of those to come
   */
  public void reset(double level) {
    double input = level;
    for (Biquad part : parts) {
      input = part.settle(input);
    }
  }

  /** The filtered sample, in the unit of the sample; around 0 if {@link #removesLevel()}. */
  public double next(double sample) {
    double value = sample;
    for (Biquad part : parts) {
      value = part.next(value);
    }
    return value;
  }

  /** Whether a wave that does not change is filtered to 0. */
  public boolean removesLevel() {
    return lowHz > 0;
  }

  /** The lower corner in Hz; 0 if there is none. */
  public double lowHz() {
    return lowHz;
  }

  /** The upper corner in Hz, or half the sampling frequency where that is less. */
  public double highHz() {
    return highHz;
  }

  /** How long after a reset a wrong level still shows: until a hundredth of it is left. */
  public Duration settling() {
    return settling;
  }
}

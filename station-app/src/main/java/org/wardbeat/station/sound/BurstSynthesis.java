package org.wardbeat.station.sound;

/**
 * Makes bursts of sound, as signed 16-bit samples.
 *
 * <p>A pulse is a fundamental of {@value #FUNDAMENTAL_HZ} Hz with the harmonics 3, 5, 7 and 9, all
 * between 300 and 4,000 Hz, whose amplitudes fall with the square root of their order, to 9.5 dB
 * below the fundamental: IEC 60601-1-8 asks for 150 to 1,000 Hz and four harmonics within 15 dB. It
 * rises and falls as a raised cosine, which begins and ends without a click; from 10 to 90 % of its
 * height it takes {@value #RISE_PERCENT} % of the pulse, where the standard asks for 10 to 20 %.
 */
final class BurstSynthesis {
  static final int FUNDAMENTAL_HZ = 400;
  static final int RISE_PERCENT = 13;
  private static final int[] HARMONICS = {1, 3, 5, 7, 9};

  /** The part of a raised cosine's length between 10 and 90 % of its height. */
  private static final double STEEP_PART = 1 - 2 * Math.acos(0.8) / Math.PI;

  private final int framesPerSecond;
  private final double peak;

  BurstSynthesis(int framesPerSecond, Volume volume) {
    this.framesPerSecond = framesPerSecond;
    this.peak = volume.peak() * Short.MAX_VALUE;
  }

  /** The whole burst, from the first sample of its first pulse to the last of its last one. */
  short[] of(Burst burst) {
    short[] pulse = pulse(burst.pulseMillis());
    int step = frames(burst.pulseMillis());
    int length = pulse.length;
    for (int gap : burst.gapsMillis()) {
      length += step + frames(gap);
    }
    short[] frames = new short[length];
    int at = 0;
    System.arraycopy(pulse, 0, frames, at, pulse.length);
    for (int gap : burst.gapsMillis()) {
      at += step + frames(gap);
      System.arraycopy(pulse, 0, frames, at, pulse.length);
    }
    return frames;
  }

  private int frames(double millis) {
    return (int) Math.round(millis * framesPerSecond / 1_000);
  }

  private short[] pulse(int millis) {
    int ramp = frames(millis * RISE_PERCENT / 100.0 / STEEP_PART);
    double[] tone = new double[frames(millis) + ramp];
    double highest = 0;
    for (int i = 0; i < tone.length; i++) {
      tone[i] = tone(i / (double) framesPerSecond);
      highest = Math.max(highest, Math.abs(tone[i]));
    }
    short[] pulse = new short[tone.length];
    for (int i = 0; i < pulse.length; i++) {
      int fromEnd = Math.min(i, pulse.length - 1 - i);
      double height = fromEnd >= ramp ? 1 : (1 - Math.cos(Math.PI * fromEnd / ramp)) / 2;
      pulse[i] = (short) Math.round(tone[i] / highest * height * peak);
    }
    return pulse;
  }

  private static double tone(double seconds) {
    double sum = 0;
    for (int order : HARMONICS) {
      sum += Math.sin(2 * Math.PI * FUNDAMENTAL_HZ * order * seconds) / Math.sqrt(order);
    }
    return sum;
  }
}

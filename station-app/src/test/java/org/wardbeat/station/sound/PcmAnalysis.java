package org.wardbeat.station.sound;

import java.util.ArrayList;
import java.util.List;

/**
 * Measures sound, knowing nothing of how it was made: the envelope as the highest sample within
 * 1.25 ms to both sides, the spectrum by Goertzel's algorithm under a Hann window.
 */
final class PcmAnalysis {
  private static final double ENVELOPE_SECONDS = 0.00125;

  /**
   * A pulse, in milliseconds from the first sample. The crossings of 10, 50 and 90 % of the height.
   */
  record Pulse(
      double rise10, double rise50, double rise90, double fall90, double fall50, double fall10) {
    double duration() {
      return fall50 - rise50;
    }

    double rise() {
      return rise90 - rise10;
    }

    double fall() {
      return fall10 - fall90;
    }
  }

  private final short[] frames;
  private final int framesPerSecond;
  private final double[] envelope;
  private final int peak;

  PcmAnalysis(short[] frames, int framesPerSecond) {
    this.frames = frames;
    this.framesPerSecond = framesPerSecond;
    this.envelope = envelope();
    this.peak = highest(frames);
  }

  private double[] envelope() {
    int reach = (int) Math.round(ENVELOPE_SECONDS * framesPerSecond);
    double[] highest = new double[frames.length];
    for (int i = 0; i < frames.length; i++) {
      for (int j = Math.max(0, i - reach); j <= Math.min(frames.length - 1, i + reach); j++) {
        highest[i] = Math.max(highest[i], Math.abs(frames[j]));
      }
    }
    return highest;
  }

  private static int highest(short[] frames) {
    int highest = 0;
    for (short frame : frames) {
      highest = Math.max(highest, Math.abs(frame));
    }
    return highest;
  }

  /** The largest sample, of 32,767. */
  int peak() {
    return peak;
  }

  List<Pulse> pulses() {
    List<Pulse> pulses = new ArrayList<>();
    int at = 0;
    while (at < frames.length) {
      int begin = next(at, 0.5, true);
      if (begin == frames.length) {
        break;
      }
      int end = next(begin, 0.5, false);
      pulses.add(pulse(begin, end));
      at = end;
    }
    return pulses;
  }

  private Pulse pulse(int begin, int end) {
    return new Pulse(
        millis(before(begin, 0.1)),
        millis(begin),
        millis(next(begin, 0.9, true)),
        millis(before(end, 0.9)),
        millis(end),
        millis(next(end, 0.1, false)));
  }

  /** The first frame from one on at which the envelope is above a part of the height, or not. */
  private int next(int from, double part, boolean above) {
    int i = from;
    while (i < frames.length && envelope[i] >= part * peak != above) {
      i++;
    }
    return i;
  }

  /**
   * The last frame before one at which the envelope is on the other side of a part of the height.
   */
  private int before(int from, double part) {
    boolean low = part < 0.5;
    int i = Math.min(from, frames.length - 1);
    while (i > 0 && (low ? envelope[i] > part * peak : envelope[i] < part * peak)) {
      i--;
    }
    return i;
  }

  private double millis(int frame) {
    return frame * 1_000.0 / framesPerSecond;
  }

  /** The amplitude at a frequency between two times, by Goertzel's algorithm. */
  double amplitude(double hertz, double fromMillis, double toMillis) {
    int from = (int) (fromMillis * framesPerSecond / 1_000);
    int length = (int) (toMillis * framesPerSecond / 1_000) - from;
    double turn = 2 * Math.cos(2 * Math.PI * hertz / framesPerSecond);
    double last = 0;
    double lastButOne = 0;
    for (int i = 0; i < length; i++) {
      double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / (length - 1));
      double now = frames[from + i] * window + turn * last - lastButOne;
      lastButOne = last;
      last = now;
    }
    double power = last * last + lastButOne * lastButOne - turn * last * lastButOne;
    return 4 * Math.sqrt(power) / length;
  }

  /** The multiple of 50 Hz, up to 5 kHz, at which there is most. */
  int strongestHertz(double fromMillis, double toMillis) {
    int strongest = 0;
    double most = 0;
    for (int hertz = 50; hertz <= 5_000; hertz += 50) {
      double amplitude = amplitude(hertz, fromMillis, toMillis);
      if (amplitude > most) {
        most = amplitude;
        strongest = hertz;
      }
    }
    return strongest;
  }

  /** The largest step from one sample to the next between two times. */
  int largestStep(double fromMillis, double toMillis) {
    int largest = 0;
    for (int i = Math.max(0, (int) (fromMillis * framesPerSecond / 1_000)) + 1;
        i < Math.min(frames.length, toMillis * framesPerSecond / 1_000);
        i++) {
      largest = Math.max(largest, Math.abs(frames[i] - frames[i - 1]));
    }
    return largest;
  }
}

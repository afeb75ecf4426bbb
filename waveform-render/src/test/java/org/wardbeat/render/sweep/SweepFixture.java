package org.wardbeat.render.sweep;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import javafx.scene.paint.Color;
import org.wardbeat.render.playout.PlayoutBuffer;
import org.wardbeat.render.playout.PlayoutClock;
import org.wardbeat.render.ring.SampleRing;

/**
 * A sweep without a screen, 400 × 120 logical px, and signals given as functions of the seconds
 * since {@link #ORIGIN}, in mV. 100 ADC units are 1 mV, 0 mV is in the middle of a lane.
 */
final class SweepFixture {

  static final long ORIGIN = 1_700_000_000_000_000L;
  static final Color GREEN = Color.web("#4FE08C");

  final double scale;
  final SweepScale speed;
  final SweepCanvas canvas;
  final SweepSurface surface;
  final PlayoutClock clock;
  final Sweep sweep;
  private double seconds;

  SweepFixture(double scale, double mmPerSecond) {
    this.scale = scale;
    this.speed = new SweepScale(4, mmPerSecond);
    this.canvas = new SweepCanvas(speed, SweepStyle.DESK);
    this.surface =
        new SweepSurface((int) Math.round(400 * scale), (int) Math.round(120 * scale), 32);
    canvas.resize(surface, scale);
    clock = new PlayoutClock(() -> micros(seconds), Duration.ZERO);
    sweep = new Sweep(clock);
    canvas.add(sweep);
  }

  /** Another bed, whose clock measures how late its samples come. */
  Sweep sweep() {
    Sweep more =
        new Sweep(
            new PlayoutClock(() -> micros(seconds), new PlayoutBuffer(Duration.ofSeconds(1))));
    canvas.add(more);
    return more;
  }

  Lane lane(double x, double y, double width, double height, SampleRing ring) {
    return lane(x, y, width, height, ring, 10);
  }

  Lane lane(double x, double y, double width, double height, SampleRing ring, double gain) {
    return lane(sweep, x, y, width, height, ring, gain);
  }

  static Lane lane(
      Sweep sweep, double x, double y, double width, double height, SampleRing ring, double gain) {
    Lane lane = sweep.addLane(GREEN, new Amplitude.Calibrated(100, 0, gain, 0.5));
    lane.setBounds(x, y, width, height);
    lane.setRing(ring);
    lane.setMode(LaneMode.TRACE);
    return lane;
  }

  static SampleRing ring(double frequencyHz, double seconds, DoubleUnaryOperator millivolts) {
    SampleRing ring = new SampleRing(frequencyHz, (int) (20 * frequencyHz));
    append(ring, 0, seconds, millivolts);
    return ring;
  }

  /** Appends the samples of a span of seconds in one chunk. */
  static void append(SampleRing ring, double from, double to, DoubleUnaryOperator millivolts) {
    double rate = ring.frequencyHz();
    long first = Math.round(from * rate);
    int[] samples = new int[(int) (Math.round(to * rate) - first)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (int) Math.round(100 * millivolts.applyAsDouble((first + i) / rate));
    }
    ring.append(first, samples, 0, samples.length, micros((first + samples.length) / rate));
  }

  static long micros(double seconds) {
    return ORIGIN + Math.round(seconds * 1e6);
  }

  void pulse(double to) {
    pulse(to, true);
  }

  void pulse(double to, boolean showing) {
    seconds = to;
    canvas.pulse(Math.round(to * 1e9), showing);
  }

  /** Pulses as at 60 frames a second. */
  void run(double from, double to) {
    for (double at = from; at < to; at += 1 / 60.0) {
      pulse(at);
    }
    pulse(to);
  }

  double pxPerSecond() {
    return speed.pxPerSecond() * scale;
  }

  int device(double logical) {
    return (int) Math.round(logical * scale);
  }

  /** The instant, in seconds, at the middle of a column of a lane, as of the last pulse. */
  double secondsAt(Lane lane, int column, int columns) {
    long head = sweep.head();
    long absolute = head - 1 - Math.floorMod(head - 1 - column, (long) columns);
    return ((absolute + 0.5) / (pxPerSecond() / 1e6) - ORIGIN) / 1e6;
  }

  /** The column of a lane which the sweep paints next. */
  int headColumn(int columns) {
    return Math.floorMod(sweep.head(), columns);
  }

  int alpha(int x, int y) {
    return surface.argb(x, y) >>> 24;
  }

  boolean isBlank(int x, int fromY, int toY) {
    for (int y = fromY; y < toY; y++) {
      if (alpha(x, y) != 0) {
        return false;
      }
    }
    return true;
  }

  /** The first and last row at least half covered in a column, or {-1, -1}. */
  int[] span(int x, int fromY, int toY) {
    int[] span = {-1, -1};
    for (int y = fromY; y < toY; y++) {
      if (alpha(x, y) >= 128) {
        span[0] = span[0] < 0 ? y : span[0];
        span[1] = y;
      }
    }
    return span;
  }

  /** The middle of what is painted in a column, weighted by coverage. */
  double middle(int x, int fromY, int toY) {
    double sum = 0;
    double weighted = 0;
    for (int y = fromY; y < toY; y++) {
      sum += alpha(x, y);
      weighted += alpha(x, y) * (y + 0.5);
    }
    return weighted / sum;
  }

  int[] picture() {
    int[] pixels = new int[surface.width() * surface.height()];
    Arrays.setAll(pixels, i -> surface.argb(i % surface.width(), i / surface.width()));
    return pixels;
  }
}

package org.wardbeat.render.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wardbeat.render.playout.PlayoutClock;
import org.wardbeat.render.ring.SampleRing;

/**
 * Whole records of half an hour are swept at all speeds, and the highest and the lowest point of
 * every annotated beat is looked for among the pixels: none is lost, none is blunted.
 */
class EveryBeatIsSeenTest {

  private static final int WIDTH = 3_200;
  private static final int HEIGHT = 424;
  private static final int UNITS_PER_MILLIVOLT = 200;
  private static final int ZERO = 1_024;

  /**
   * A QRS complex lies within 100 ms of its annotation; one that the record cuts off is left out.
   */
  private static final int NEAR = 36;

  /** Less than 128, as a point may lie on the edge between two pixels. */
  private static final int HALF_COVERED = 112;

  private final SweepSurface surface = new SweepSurface(WIDTH, HEIGHT, 32);

  @ParameterizedTest
  @ValueSource(ints = {100, 105, 119, 200, 203, 208})
  void everyBeatIsSeenAtEverySpeed(int number) throws IOException {
    MitBihRecord record = MitBihRecord.read(number);
    int[] samples = record.samples;
    SampleRing ring = new SampleRing(MitBihRecord.FREQUENCY_HZ, samples.length);
    ring.backfill(
        0,
        samples,
        0,
        samples.length,
        SweepFixture.micros(samples.length / MitBihRecord.FREQUENCY_HZ));

    int[] beats = Arrays.stream(record.beats).filter(at -> at + NEAR < samples.length).toArray();
    for (double speed : new double[] {6.25, 12.5, 25, 50}) {
      assertThat(new Reader(ring, samples, speed).countSeen(beats))
          .as("beats of %d at %s mm/s", number, speed)
          .isEqualTo(beats.length);
    }
  }

  /** Goes through a record screen by screen. */
  private final class Reader {

    private final SweepScale scale;
    private final SweepCanvas canvas;
    private final Sweep sweep;
    private final SampleRing ring;
    private final int[] samples;
    private double seconds;

    Reader(SampleRing ring, int[] samples, double mmPerSecond) {
      this.ring = ring;
      this.samples = samples;
      scale = new SweepScale(4, mmPerSecond);
      canvas = new SweepCanvas(scale, SweepStyle.DESK);
      canvas.resize(surface, 1);
      sweep = new Sweep(new PlayoutClock(() -> SweepFixture.micros(seconds), Duration.ZERO));
      canvas.add(sweep);
      Lane lane =
          sweep.addLane(
              SweepFixture.GREEN, new Amplitude.Calibrated(UNITS_PER_MILLIVOLT, ZERO, 10, 0.5));
      lane.setBounds(0, 0, WIDTH, HEIGHT);
      lane.setRing(ring);
      lane.setMode(LaneMode.TRACE);
    }

    int countSeen(int[] beats) {
      double screen = (WIDTH - 120) / scale.pxPerSecond();
      double end = samples.length / MitBihRecord.FREQUENCY_HZ + 1;
      int seen = 0;
      int next = 0;
      while (seconds < end) {
        seconds += screen;
        canvas.pulse(Math.round(seconds * 1e9), true);
        while (next < beats.length && column(beats[next] + NEAR) < sweep.head()) {
          seen += isSeen(beats[next++]) ? 1 : 0;
        }
      }
      return seen;
    }

    private boolean isSeen(int beat) {
      int from = Math.max(0, beat - NEAR);
      int to = Math.min(samples.length, beat + NEAR);
      int highest = from;
      int lowest = from;
      for (int i = from; i < to; i++) {
        highest = samples[i] > samples[highest] ? i : highest;
        lowest = samples[i] < samples[lowest] ? i : lowest;
      }
      return isPainted(highest) && isPainted(lowest);
    }

    /**
     * Whether the pixel under a sample is covered, on its column or, by the round pen, beside it.
     */
    private boolean isPainted(int sample) {
      double millivolts = (samples[sample] - ZERO) / (double) UNITS_PER_MILLIVOLT;
      int row = (int) Math.floor(HEIGHT / 2.0 - millivolts * 40);
      for (long column = column(sample) - 1; column <= column(sample) + 1; column++) {
        if (surface.argb((int) Math.floorMod(column, (long) WIDTH), row) >>> 24 >= HALF_COVERED) {
          return true;
        }
      }
      return false;
    }

    private long column(int sample) {
      double pxPerMicro = scale.pxPerSecond() / 1e6;
      return (long) Math.floor(ring.timeline().timeMicros(sample) * pxPerMicro);
    }
  }
}

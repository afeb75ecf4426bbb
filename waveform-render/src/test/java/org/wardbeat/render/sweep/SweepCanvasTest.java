package org.wardbeat.render.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.wardbeat.render.filter.FilterBand;
import org.wardbeat.render.filter.Notch;
import org.wardbeat.render.ring.SampleRing;

/** What is painted when: arrivals, latecomers, backfill, hiding and showing. */
class SweepCanvasTest {

  private final SweepFixture page = new SweepFixture(1, 25);

  private boolean isDrawnAt(Lane lane, double seconds, int columns) {
    for (int x = 6; x < columns; x++) {
      if (Math.abs(page.secondsAt(lane, x, columns) - seconds) <= 0.005) {
        return !page.isBlank(x, 0, 120);
      }
    }
    throw new AssertionError(seconds + " s is not on the screen");
  }

  /**
   * Live chunks with gaps, repeats and jitter, at uneven frames, on two lanes at any scale, swept
   * or scrolled, with and without filter, clipped samples and a pacemaker.
   */
  @Property(tries = 60)
  void paintingBitByBitEqualsPaintingAtOnce(
      @ForAll long seed,
      @ForAll @DoubleRange(min = 1, max = 2) double scale,
      @ForAll FilterBand band,
      @ForAll Notch notch,
      @ForAll SweepMotion motion) {
    Random random = new Random(seed);
    SweepFixture subject = new SweepFixture(scale, 12.5 + random.nextInt(3) * 12.5);
    SampleRing fast = new SampleRing(360, 20_000);
    SampleRing slow = new SampleRing(62.4725, 2_000);
    SampleRing pacer = new SampleRing(360, 20_000);
    Lane upper = subject.lane(3.3, 2, 190, 50, fast);
    subject.lane(200, 60.7, 180, 55, slow);
    upper.setPacer(pacer);
    upper.setConverterLimits(-150, 150);
    upper.setFilter(band, notch);
    subject.canvas.setMotion(motion);
    double arrived = 0;
    double now = 0;
    while (now < 12) {
      if (now + 0.5 > arrived) {
        double begin = arrived + (random.nextInt(10) == 0 ? random.nextDouble() : 0);
        arrived = begin + 0.05 + 0.4 * random.nextDouble();
        SweepFixture.append(fast, begin, arrived, t -> random.nextGaussian());
        SweepFixture.append(pacer, begin, arrived, t -> random.nextInt(60) == 0 ? 1 : 0);
        if (random.nextInt(5) > 0) {
          SweepFixture.append(slow, begin, arrived, t -> random.nextGaussian());
        }
      }
      now += random.nextInt(100) == 0 ? 1.5 : 0.03 * random.nextDouble();
      subject.pulse(now);
    }

    int[] bitByBit = subject.picture();
    subject.canvas.resize(subject.surface, scale);
    subject.pulse(now);
    assertThat(subject.picture()).isEqualTo(bitByBit);
  }

  @Test
  void latecomersAreCountedAndNeverDrawn() {
    SampleRing ring = SweepFixture.ring(250, 5, t -> 0.5);
    Lane lane = page.lane(0, 0, 400, 120, ring);
    page.run(3, 6);
    SweepFixture.append(ring, 5, 5.8, t -> 0.5);
    page.pulse(6.02);
    SweepFixture.append(ring, 5.8, 8, t -> 0.5);
    page.run(6.02, 7);

    assertThat(lane.lateSamples()).isEqualTo(200 + 56);
    page.canvas.resize(page.surface, 1);
    page.pulse(7);
    assertThat(isDrawnAt(lane, 4.9, 400)).isTrue();
    assertThat(isDrawnAt(lane, 5.4, 400)).isFalse();
    assertThat(isDrawnAt(lane, 6.0, 400)).isFalse();
    assertThat(isDrawnAt(lane, 6.1, 400)).isTrue();
  }

  @Test
  void latecomersAreNoticedWhileThePageIsHidden() {
    SampleRing ring = SweepFixture.ring(250, 5, t -> 0.5);
    Lane lane = page.lane(0, 0, 400, 120, ring);
    page.run(3, 6);
    page.pulse(6.5, false);
    SweepFixture.append(ring, 5, 8, t -> 0.5);
    page.pulse(6.6, false);
    page.pulse(7);

    assertThat(lane.lateSamples()).isEqualTo(376);
    assertThat(isDrawnAt(lane, 6.0, 400)).isFalse();
    assertThat(isDrawnAt(lane, 6.6, 400)).isTrue();
  }

  /** What the graphics device lost while the computer slept stands on the page here. */
  @Test
  void isWholeAgainAndHandedOverAfterALongGap() {
    SampleRing ring = SweepFixture.ring(250, 12, t -> Math.sin(5 * t));
    page.lane(0, 0, 400, 120, ring);
    page.run(3, 6);
    spoil();
    page.pulse(7.9);
    assertThat(page.surface.argb(150, 2)).as("no long gap").isEqualTo(-1);
    page.pulse(9.95);

    SweepFixture whole = new SweepFixture(1, 25);
    whole.lane(0, 0, 400, 120, ring);
    whole.pulse(9.95);
    assertThat(page.picture()).isEqualTo(whole.picture());
    for (int i = 0; i < page.surface.stripCount(); i++) {
      assertThat(page.surface.dirtyFrom(i)).isZero();
      assertThat(page.surface.dirtyTo(i)).isEqualTo(page.surface.stripWidth());
    }
  }

  private void spoil() {
    for (int i = 0; i < page.surface.stripCount(); i++) {
      Arrays.fill(page.surface.strip(i), -1);
    }
    page.surface.markClean();
  }

  @Test
  void aBackfillFillsTheScreenAtOnce() {
    SampleRing ring = new SampleRing(250, 5_000);
    Lane lane = page.lane(0, 0, 400, 120, ring);
    page.pulse(9);
    int[] samples = new int[2_500];
    ring.backfill(0, samples, 0, samples.length, SweepFixture.micros(10));
    page.pulse(9.02);

    assertThat(lane.lateSamples()).isZero();
    assertThat(isDrawnAt(lane, 6.0, 400)).isTrue();
    assertThat(isDrawnAt(lane, 8.9, 400)).isTrue();
  }

  @Test
  void whatARingAlreadyHasIsDrawnWithIt() {
    page.pulse(9);
    Lane lane = page.lane(0, 0, 400, 120, SweepFixture.ring(250, 10, t -> 0.5));
    page.pulse(9.02);

    assertThat(isDrawnAt(lane, 6.0, 400)).isTrue();
    assertThat(lane.lateSamples()).isZero();
    assertThat(lane.paintedEnd()).isBetween(2_240L, 2_256L);
  }

  @Test
  void nothingOlderThanToldIsDrawn() {
    Lane lane = page.lane(0, 0, 400, 120, SweepFixture.ring(250, 10, t -> 0.5));
    lane.drawFrom(SweepFixture.micros(7));
    page.run(8, 9);

    assertThat(isDrawnAt(lane, 6.9, 400)).isFalse();
    assertThat(isDrawnAt(lane, 7.1, 400)).isTrue();
  }

  @Test
  void missingSamplesLeaveTheSweepBlank() {
    Lane lane = page.lane(0, 0, 400, 120, SweepFixture.ring(250, 5, t -> 0.5));
    page.run(3, 7);

    assertThat(isDrawnAt(lane, 4.9, 400)).isTrue();
    assertThat(isDrawnAt(lane, 5.1, 400)).isFalse();
    page.run(7, 12);
    assertThat(page.isBlank(200, 0, 120)).isTrue();
  }

  @Test
  void nothingIsPaintedWhileHiddenAndAllIsWhenShown() {
    Lane lane = page.lane(0, 0, 400, 120, SweepFixture.ring(250, 12, t -> 0.5));
    page.run(3, 6);
    int[] before = page.picture();
    page.surface.markClean();
    for (double at = 6; at < 9; at += 0.016) {
      page.pulse(at, false);
    }
    assertThat(page.picture()).isEqualTo(before);
    for (int i = 0; i < page.surface.stripCount(); i++) {
      assertThat(page.surface.dirtyTo(i)).isZero();
    }

    page.pulse(9);
    assertThat(isDrawnAt(lane, 7.5, 400)).isTrue();
  }

  @Test
  void onlyTheStripsTheSweepPassesChange() {
    page.lane(0, 0, 400, 120, SweepFixture.ring(250, 12, t -> 0.5));
    page.run(3, 6);
    page.surface.markClean();
    page.pulse(6.016);

    int changed = 0;
    for (int i = 0; i < page.surface.stripCount(); i++) {
      changed += page.surface.dirtyTo(i) > page.surface.dirtyFrom(i) ? 1 : 0;
    }
    assertThat(changed).isBetween(1, 3);
  }

  @Test
  void anotherEpochStartsWithAFullPictureAndNoLatecomers() {
    SampleRing ring = SweepFixture.ring(250, 5, t -> 0.5);
    Lane lane = page.lane(0, 0, 400, 120, ring);
    page.run(3, 6);
    SweepFixture.append(ring, 5, 5.9, t -> 0.5);
    page.pulse(6.1);
    page.clock.restart();
    page.pulse(5.8);

    assertThat(lane.lateSamples()).isZero();
    assertThat(isDrawnAt(lane, 5.4, 400)).isTrue();
  }

  @Test
  void aLaneThatMovesLeavesNothingBehind() {
    Lane lane = page.lane(0, 0, 100, 50, SweepFixture.ring(250, 12, t -> 0.5));
    page.run(3, 6);
    lane.setBounds(200, 60, 100, 50);
    page.pulse(6.02);
    for (int x = 0; x < 200; x++) {
      assertThat(page.isBlank(x, 0, 120)).isTrue();
    }
    page.sweep.removeLane(lane);
    page.pulse(6.04);
    assertThat(page.picture()).containsOnly(0);
  }

  /** Chunks of 250 ms, those of one bed 50 ms after their end, of the other 900 ms. */
  @Test
  void whatComesLateFromOneBedDelaysNoOther() {
    Sweep prompt = page.sweep();
    Sweep late = page.sweep();
    SampleRing promptRing = new SampleRing(250, 5_000);
    SampleRing lateRing = new SampleRing(250, 5_000);
    Lane promptLane = SweepFixture.lane(prompt, 0, 0, 190, 100, promptRing, 10);
    Lane lateLane = SweepFixture.lane(late, 200, 0, 190, 100, lateRing, 10);
    long lostBefore = 0;
    for (int chunk = 1; chunk < 800; chunk++) {
      double end = chunk * 0.25;
      page.run(end - 0.2, end + 0.05);
      SweepFixture.append(promptRing, end - 0.25, end, t -> 0.5);
      if (chunk >= 5) {
        SweepFixture.append(lateRing, end - 1.1, end - 0.85, t -> 0.5);
      }
      lostBefore = chunk == 40 ? lateLane.lateSamples() : lostBefore;
    }

    double now = 799 * 0.25 + 0.05;
    assertThat((SweepFixture.micros(now) - prompt.paintedMicros()) / 1e6).isBetween(0.4, 0.46);
    assertThat((SweepFixture.micros(now) - late.paintedMicros()) / 1e6).isBetween(1.4, 1.56);
    assertThat(promptLane.lateSamples()).isZero();
    assertThat(lateLane.lateSamples()).isEqualTo(lostBefore);
  }

  @Test
  void barsOfBedsThatAreAboutEquallyLateAreInStep() {
    Sweep[] beds = {page.sweep(), page.sweep(), page.sweep()};
    SampleRing[] rings = new SampleRing[beds.length];
    for (int i = 0; i < beds.length; i++) {
      rings[i] = new SampleRing(250, 5_000);
      SweepFixture.lane(beds[i], 130 * i, 0, 120, 100, rings[i], 10);
    }
    Random random = new Random(3);
    double[] arrived = new double[beds.length];
    for (double now = 0; now < 200; now += 1 / 60.0) {
      page.pulse(now);
      for (int i = 0; i < beds.length; i++) {
        if (now - 0.04 * (i + 0.5 * random.nextDouble()) > arrived[i] + 0.1) {
          SweepFixture.append(rings[i], arrived[i], arrived[i] + 0.1, t -> 0.5);
          arrived[i] += 0.1;
        }
      }
    }

    assertThat(beds[1].head()).isEqualTo(beds[0].head());
    assertThat(beds[2].head()).isEqualTo(beds[0].head());
  }

  @Test
  void aSlowWaveOfOneBedDelaysNoOther() {
    Sweep slow = page.sweep();
    SweepFixture.lane(slow, 0, 0, 190, 100, SweepFixture.ring(1, 12, t -> 0.5), 10);
    page.lane(200, 0, 190, 100, SweepFixture.ring(250, 12, t -> 0.5));
    page.run(3, 6);

    assertThat((SweepFixture.micros(6) - page.sweep.paintedMicros()) / 1e6).isLessThan(0.04);
    assertThat((SweepFixture.micros(5) - slow.paintedMicros()) / 1e6).isLessThan(0.28);
  }

  @Test
  void aLaneOutsideThePageOrWithoutSizeIsHarmless() {
    SampleRing ring = SweepFixture.ring(250, 12, t -> 0);
    page.lane(-50, -20, 100, 50, ring);
    page.lane(300, 110, 150, 50, ring);
    page.lane(900, 10, 100, 50, ring);
    page.lane(10, 10, 0, 50, ring);
    page.lane(10, 10, 100, 0, ring);
    page.run(3, 6);

    assertThat(page.isBlank(300 + Math.floorMod(page.sweep.head() - 5, 100), 110, 120)).isFalse();
  }
}

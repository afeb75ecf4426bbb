package org.wardbeat.render.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wardbeat.render.filter.FilterBand;
import org.wardbeat.render.filter.Notch;
import org.wardbeat.render.ring.SampleRing;

/** Pictures of signals whose every pixel column can be worked out. */
class SweepPictureTest {

  private static final double LANE_X = 10;
  private static final double LANE_Y = 12;
  private static final double WIDTH = 380;
  private static final double HEIGHT = 90;
  private static final double SECONDS = 12;

  /** Left of this the calibration bar is in the way. */
  private static final int BESIDE_BAR = 6;

  private SweepFixture fixture = new SweepFixture(1, 25);
  private Lane lane = fixture.lane(0, 0, 1, 1, new SampleRing(1, 1));
  private int left;
  private int top;
  private int bottom;
  private int columns;

  private void draw(double scale, double mmPerSecond, SampleRing ring) {
    fixture = new SweepFixture(scale, mmPerSecond);
    lane = fixture.lane(LANE_X, LANE_Y, WIDTH, HEIGHT, ring);
    left = fixture.device(LANE_X);
    top = fixture.device(LANE_Y);
    bottom = fixture.device(LANE_Y + HEIGHT);
    columns = fixture.device(LANE_X + WIDTH) - left;
    fixture.run(1, 9.37);
  }

  private boolean isErased(int column) {
    int ahead = Math.floorMod(column - fixture.headColumn(columns), columns);
    return ahead < fixture.device(28);
  }

  private double row(double millivolts) {
    return (top + bottom) / 2.0 - millivolts * 40 * fixture.scale;
  }

  private void assertFollows(DoubleUnaryOperator signal, double tolerancePx) {
    int drawn = 0;
    for (int column = fixture.device(BESIDE_BAR); column < columns; column++) {
      if (isErased(column)) {
        continue;
      }
      double at = fixture.secondsAt(lane, column, columns);
      assertThat(fixture.middle(left + column, top, bottom))
          .as("column %d at %.3f s", column, at)
          .isCloseTo(row(signal.applyAsDouble(at)), within(tolerancePx));
      drawn++;
    }
    assertThat(drawn).isGreaterThan(columns * 8 / 10);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1.25, 1.5, 2})
  void aRampIsWhereItBelongsInEveryColumn(double scale) {
    DoubleUnaryOperator ramp = t -> (t - 8) * 0.2;
    draw(scale, 25, SweepFixture.ring(360, SECONDS, ramp));

    assertFollows(ramp, 1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1.25, 1.5, 2})
  void aSineIsWhereItBelongsInEveryColumn(double scale) {
    DoubleUnaryOperator sine = t -> 0.7 * Math.sin(2 * Math.PI * 0.8 * t);
    draw(scale, 25, SweepFixture.ring(62.4725, SECONDS, sine));

    assertFollows(sine, 1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1.5})
  void aSquareHasLevelPlateausAndFullEdges(double scale) {
    DoubleUnaryOperator square = t -> t % 1 < 0.5 ? 0.5 : -0.5;
    draw(scale, 25, SweepFixture.ring(500, SECONDS, square));

    int edges = 0;
    for (int column = fixture.device(BESIDE_BAR); column < columns; column++) {
      if (isErased(column)) {
        continue;
      }
      double at = fixture.secondsAt(lane, column, columns);
      double phasePx = (at % 0.5) * fixture.pxPerSecond();
      double fromEdge = Math.min(phasePx, 0.5 * fixture.pxPerSecond() - phasePx);
      if (fromEdge > 2 * scale) {
        assertThat(fixture.middle(left + column, top, bottom))
            .isCloseTo(row(square.applyAsDouble(at)), within(0.05));
      } else if (fromEdge <= 0.6) {
        int[] span = fixture.span(left + column, top, bottom);
        assertThat(span[0] + 0.5).isCloseTo(row(0.5), within(1.0 + scale));
        assertThat(span[1] + 0.5).isCloseTo(row(-0.5), within(1.0 + scale));
        edges++;
      }
    }
    assertThat(edges).isPositive();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1.25, 1.5, 2})
  void theStrokeIsAsWideAsItShouldBe(double scale) {
    draw(scale, 25, SweepFixture.ring(250, SECONDS, t -> 0.013));

    int column = Math.floorMod(fixture.headColumn(columns) - 50, columns);
    double covered = 0;
    for (int y = top; y < bottom; y++) {
      covered += fixture.alpha(left + column, y) / 255.0;
    }
    assertThat(covered).isCloseTo(1.6 * scale, within(0.05));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1.5})
  void oneExtremeSampleAtSlowSpeedIsNotLost(double scale) {
    SampleRing ring = new SampleRing(1_000, 20_000);
    int[] samples = new int[12_000];
    int spikes = 0;
    for (int i = 37; i < samples.length; i += 513) {
      samples[i] = 80;
    }
    ring.append(0, samples, 0, samples.length, SweepFixture.micros(12));
    draw(scale, 6.25, ring);

    for (int i = 37; i < samples.length; i += 513) {
      double x = (SweepFixture.ORIGIN / 1e6 + i / 1e3) * fixture.pxPerSecond();
      int column = (int) Math.floorMod((long) Math.floor(x), (long) columns);
      long head = fixture.sweep.head();
      boolean visible = x < head - 1 && x > head - columns + fixture.device(28) + 1;
      if (visible && column > fixture.device(BESIDE_BAR)) {
        int[] span = fixture.span(left + column, top, bottom);
        assertThat(span[0] + 0.5).isCloseTo(row(0.8) - 0.4 * scale, within(1.0));
        spikes++;
      }
    }
    assertThat(spikes).isGreaterThan(10);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1.5})
  void manySamplesOnAColumnShowTheirWholeSpan(double scale) {
    draw(scale, 12.5, SweepFixture.ring(1_000, SECONDS, t -> Math.round(t * 1e3) % 2 - 0.5));

    for (int column = fixture.device(BESIDE_BAR); column < columns; column++) {
      if (!isErased(column) && !isErased(column + 2)) {
        int[] span = fixture.span(left + column, top, bottom);
        assertThat(span[0] + 0.5).isCloseTo(row(0.5) - 0.8 * scale, within(1.0));
        assertThat(span[1] + 0.5).isCloseTo(row(-0.5) + 0.8 * scale, within(1.0));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1.25, 1.5, 2})
  void aGapStaysAsWideAsItIs(double scale) {
    SampleRing ring = new SampleRing(250, 5_000);
    SweepFixture.append(ring, 0, 7, t -> 0.2);
    SweepFixture.append(ring, 7.4, 12, t -> 0.2);
    draw(scale, 25, ring);

    int blank = 0;
    for (int column = fixture.device(BESIDE_BAR); column < columns; column++) {
      if (isErased(column)) {
        continue;
      }
      double at = fixture.secondsAt(lane, column, columns);
      double halfColumn = 0.5 / fixture.pxPerSecond();
      if (at - halfColumn > 6.996 && at + halfColumn < 7.4) {
        assertThat(fixture.isBlank(left + column, top, bottom)).as("at %.3f s", at).isTrue();
        blank++;
      } else if (at < 6.996 - halfColumn || at > 7.4 + halfColumn) {
        assertThat(fixture.isBlank(left + column, top, bottom)).as("at %.3f s", at).isFalse();
      }
    }
    assertThat(blank).isCloseTo((int) (0.404 * fixture.pxPerSecond()), within(2));
  }

  /**
   * Packets of 32 ms are lost: what is around them is the same to the pixel, and they are blank.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 10, 100})
  void gapInterpolatedFalseRhythm(int packets) {
    DoubleUnaryOperator beats = t -> Math.abs(t % 0.8 - 0.4) < 0.02 ? 1 : 0.05;
    draw(1, 25, SweepFixture.ring(250, SECONDS, beats));
    int[] whole = fixture.picture();
    double from = 6;
    double to = from + packets * 0.032;
    SampleRing torn = new SampleRing(250, 5_000);
    SweepFixture.append(torn, 0, from, beats);
    SweepFixture.append(torn, to, SECONDS, beats);
    draw(1, 25, torn);
    int[] picture = fixture.picture();

    int blank = 0;
    double margin = 3 / fixture.pxPerSecond();
    for (int column = BESIDE_BAR; column < columns; column++) {
      double at = fixture.secondsAt(lane, column, columns);
      double half = 0.5 / fixture.pxPerSecond();
      if (isErased(column)) {
        continue;
      }
      if (at - half > from && at + half < to) {
        assertThat(fixture.isBlank(left + column, top, bottom)).as("at %.3f s", at).isTrue();
        blank++;
      } else if (at < from - margin || at > to + margin) {
        assertThat(column(picture, left + column)).isEqualTo(column(whole, left + column));
      }
    }
    assertThat(blank).isPositive();
  }

  private int[] column(int[] picture, int x) {
    int width = fixture.surface.width();
    return IntStream.range(top, bottom).map(y -> picture[y * width + x]).toArray();
  }

  @Test
  void aJumpOfTheDeviceClockIsNotJoined() {
    SampleRing ring = new SampleRing(250, 5_000);
    SweepFixture.append(ring, 0, 7, t -> 0.2);
    int[] samples = new int[500];
    ring.append(1_750, samples, 0, samples.length, SweepFixture.micros(7 + 0.5 + 2));
    draw(1, 25, ring);

    for (int column = BESIDE_BAR; column < columns; column++) {
      double at = fixture.secondsAt(lane, column, columns);
      if (!isErased(column) && at > 7.01 && at < 7.49) {
        assertThat(fixture.isBlank(left + column, top, bottom)).as("at %.3f s", at).isTrue();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1.25, 1.5, 2})
  void theEraseGapIsSevenMillimetresAheadOfTheSweep(double scale) {
    draw(scale, 25, SweepFixture.ring(250, SECONDS, t -> 0.9));

    int head = fixture.headColumn(columns);
    int gap = fixture.device(28);
    for (int i = 0; i < columns; i++) {
      int column = Math.floorMod(head + i, columns);
      if (column >= fixture.device(BESIDE_BAR)) {
        assertThat(fixture.isBlank(left + column, top, bottom)).as("%d", i).isEqualTo(i < gap);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1.25, 1.5, 2})
  void theSweepIsWhereThePlayheadIs(double scale) {
    draw(scale, 25, SweepFixture.ring(250, SECONDS, t -> 0));

    double playhead = SweepFixture.micros(9.37) / 1e6 * fixture.pxPerSecond() % columns;
    double behind = (playhead - fixture.headColumn(columns) + columns) % columns;
    assertThat(behind).isBetween(0.0, 0.025 * fixture.pxPerSecond() + 2 * scale);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1.25, 1.5, 2})
  void lanesOfOneWidthSweepInStepWhateverTheirFrequency(double scale) {
    SweepFixture page = new SweepFixture(scale, 25);
    page.lane(0, 0, 190, 50, SweepFixture.ring(500, SECONDS, t -> 0.2));
    page.lane(0, 60, 190, 50, SweepFixture.ring(62.4725, SECONDS, t -> 0.2));
    page.lane(200, 0, 190, 50, SweepFixture.ring(125, SECONDS, t -> 0.2));
    page.run(3, 9.1);

    int offset = page.device(200);
    for (int x = page.device(BESIDE_BAR); x < page.device(190); x++) {
      boolean first = page.isBlank(x, 0, page.device(50));
      assertThat(page.isBlank(x, page.device(60), page.device(110))).as("%d", x).isEqualTo(first);
      assertThat(page.isBlank(x + offset, 0, page.device(50))).as("%d", x).isEqualTo(first);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1.25, 1.5, 2})
  void aWaveNeverLeavesItsLane(double scale) {
    SweepFixture page = new SweepFixture(scale, 25);
    SampleRing wild = SweepFixture.ring(250, SECONDS, t -> Math.round(t * 250) % 2 * 200 - 100);
    page.lane(50, 30, 120, 40, wild, 40);
    page.run(3, 9.1);

    for (int x = 0; x < page.surface.width(); x++) {
      for (int y = 0; y < page.surface.height(); y++) {
        boolean inside =
            x >= page.device(50)
                && x < page.device(170)
                && y >= page.device(30)
                && y < page.device(70);
        assertThat(inside || page.alpha(x, y) == 0).as("%d, %d", x, y).isTrue();
      }
    }
    int drawn = page.device(50) + Math.floorMod(page.sweep.head() - 10, page.device(120));
    assertThat(page.span(drawn, 0, page.device(120)))
        .containsExactly(page.device(30), page.device(70) - 1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1.5})
  void leadsOffIsADashedLineWithRoomForItsLabel(double scale) {
    draw(scale, 25, SweepFixture.ring(250, SECONDS, t -> 0.5));
    lane.setLabelGap(200);
    lane.setMode(LaneMode.LEADS_OFF);
    fixture.pulse(9.5);

    int middle = (top + bottom) / 2;
    int color = Lane.argb(Color.web("#22D3E6"));
    int dash = fixture.device(7);
    int free = fixture.device(200);
    int side = (columns - free) / 2;
    for (int column = 0; column < columns; column++) {
      int edge = Math.min(column, columns - 1 - column);
      boolean drawn = edge < side && edge / dash % 2 == 0;
      assertThat(fixture.isBlank(left + column, top, bottom)).as("%d", column).isEqualTo(!drawn);
      if (drawn) {
        assertThat(fixture.surface.argb(left + column, middle)).isEqualTo(color);
      }
    }
  }

  @Test
  void leadsOffWithoutALabelIsDashedFromEdgeToEdge() {
    draw(1, 25, SweepFixture.ring(250, SECONDS, t -> 0.5));
    lane.setMode(LaneMode.LEADS_OFF);
    fixture.pulse(9.5);

    for (int column = 0; column < columns; column++) {
      assertThat(fixture.isBlank(left + column, top, bottom))
          .as("%d", column)
          .isEqualTo(column / 7 % 2 == 1);
    }
  }

  @Test
  void blankIsBlank() {
    draw(1, 25, SweepFixture.ring(250, SECONDS, t -> 0.5));
    lane.setMode(LaneMode.BLANK);
    fixture.pulse(9.5);

    assertThat(fixture.picture()).containsOnly(0);
  }

  /** A wave of 1 mV is as high as the bar beside it, and a second as wide as 25 mm. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 1.25, 1.5})
  void wrongScale(double scale) {
    draw(scale, 25, SweepFixture.ring(250, SECONDS, t -> t % 1 < 0.5 ? 0 : 1));
    int[] bar = fixture.span(left + fixture.device(2), top, bottom);
    int highest = bottom;
    int lowest = top;
    int rises = 0;
    for (int column = fixture.device(BESIDE_BAR); column < columns; column++) {
      int[] span = fixture.span(left + column, top, bottom);
      if (span[0] >= 0) {
        highest = Math.min(highest, span[0]);
        lowest = Math.max(lowest, span[1]);
        rises += span[1] - span[0] > fixture.device(30) ? 1 : 0;
      }
    }
    assertThat((double) lowest - highest).isCloseTo(bar[1] - bar[0], within(3 * scale));
    assertThat(fixture.pxPerSecond()).isEqualTo(25 * 4 * scale);
    assertThat(rises).as("edges, two a second").isGreaterThanOrEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1.25, 1.5, 2})
  void theCalibrationBarIsOneMillivoltHigh(double scale) {
    draw(scale, 25, new SampleRing(250, 1_000));

    int bar = left + fixture.device(2);
    int[] span = fixture.span(bar, top, bottom);
    assertThat(span[1] + 1 - span[0]).isEqualTo((int) Math.round(40 * scale));
    assertThat(span[1] + 1).isEqualTo(top + (int) Math.round((bottom - top) / 2.0));
    assertThat(fixture.isBlank(left + fixture.device(BESIDE_BAR), top, bottom)).isTrue();
  }

  @Test
  void aFullScaleWaveHasItsLimitsAtTheEdges() {
    SweepFixture page = new SweepFixture(1, 25);
    Lane pleth = page.lane(0, 10, 200, 80, SweepFixture.ring(125, SECONDS, t -> 10));
    pleth.setAmplitude(new Amplitude.FullScale(0, 1_000));
    page.run(3, 9.1);
    assertThat(page.middle(100, 0, 120)).isCloseTo(10.8, within(0.1));

    pleth.setAmplitude(new Amplitude.FullScale(1_000, 2_000));
    page.pulse(9.2);
    assertThat(page.middle(100, 0, 120)).isCloseTo(89.2, within(0.1));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1.5})
  void aFilteredWaveLiesAroundItsZeroAndKeepsItsHeight(double scale) {
    DoubleUnaryOperator drifting = t -> 3 + 0.7 * Math.sin(2 * Math.PI * 5 * t);
    draw(scale, 25, SweepFixture.ring(250, SECONDS, drifting));
    lane.setFilter(FilterBand.MONITOR, Notch.OFF);
    fixture.run(9.4, 9.5);

    int highest = bottom;
    int lowest = top;
    for (int column = fixture.device(BESIDE_BAR); column < columns; column++) {
      int[] span = fixture.span(left + column, top, bottom);
      if (span[0] >= 0) {
        highest = Math.min(highest, span[0]);
        lowest = Math.max(lowest, span[1]);
      }
    }
    assertThat((double) highest).isCloseTo(row(0.7) - 0.8 * scale, within(1 + scale));
    assertThat((double) lowest).isCloseTo(row(-0.7) + 0.8 * scale, within(1 + scale));
    lane.setFilter(FilterBand.AS_SENT, Notch.OFF);
    fixture.pulse(9.5);
    assertThat(fixture.isBlank(left + fixture.device(200), top, bottom)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1.25, 1.5, 2})
  void scrollingShowsTheNewestAtTheRightEdgeAndTheBarAtTheLeft(double scale) {
    DoubleUnaryOperator ramp = t -> (t - 8) * 0.2;
    draw(scale, 25, SweepFixture.ring(360, SECONDS, ramp));
    fixture.canvas.setMotion(SweepMotion.SCROLL);
    fixture.run(9.4, 10.3);

    int room = fixture.device(8);
    for (int column = room + 1; column < columns - 1; column++) {
      long absolute = fixture.sweep.head() - columns + column;
      double at = ((absolute + 0.5) / (fixture.pxPerSecond() / 1e6) - SweepFixture.ORIGIN) / 1e6;
      assertThat(fixture.middle(left + column, top, bottom))
          .as("column %d at %.3f s", column, at)
          .isCloseTo(row(ramp.applyAsDouble(at)), within(1.0));
    }
    int[] span = fixture.span(left + fixture.device(2), top, bottom);
    assertThat(span[1] + 1 - span[0]).isEqualTo((int) Math.round(40 * scale));
    assertThat(fixture.isBlank(left + room - 1, top, bottom)).isTrue();
  }

  /** Nothing of one lane is scrolled into another, whatever strips they lie on. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 1.25, 1.5, 2})
  void scrolledLanesStayApart(double scale) {
    SweepFixture page = new SweepFixture(scale, 25);
    SampleRing wild = SweepFixture.ring(250, SECONDS, t -> Math.round(t * 250) % 2 * 200 - 100);
    page.lane(50, 30, 120, 40, wild, 40);
    page.lane(176, 30, 120, 40, wild, 40);
    page.canvas.setMotion(SweepMotion.SCROLL);
    page.run(3, 6.1);

    for (int x = 0; x < page.surface.width(); x++) {
      boolean first = x >= page.device(50) && x < page.device(170);
      boolean second = x >= page.device(176) && x < page.device(296);
      if (!first && !second) {
        assertThat(page.isBlank(x, 0, page.surface.height())).as("%d", x).isTrue();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1.25, 1.5, 2})
  void aWaveBeyondTheConverterHasACap(double scale) {
    DoubleUnaryOperator clipped = t -> Math.clamp(1.2 * Math.sin(2 * Math.PI * t), -0.6, 0.6);
    draw(scale, 25, SweepFixture.ring(250, SECONDS, clipped));
    lane.setConverterLimits(-60, 60);
    fixture.pulse(9.37);

    int color = Lane.argb(SweepStyle.DESK.clipped());
    int caps = 0;
    for (int column = fixture.device(BESIDE_BAR); column < columns; column++) {
      if (isErased(column)) {
        continue;
      }
      double at = fixture.secondsAt(lane, column, columns);
      double signal = 1.2 * Math.sin(2 * Math.PI * at);
      if (Math.abs(signal) > 0.68) {
        int row = (int) Math.floor(row(Math.signum(signal) * 0.6));
        assertThat(fixture.surface.argb(left + column, row)).isEqualTo(color);
        assertThat(fixture.surface.argb(left + column, row - 1)).isEqualTo(color);
        caps++;
      } else if (Math.abs(signal) < 0.5) {
        for (int y = top; y < bottom; y++) {
          assertThat(fixture.surface.argb(left + column, y)).isNotEqualTo(color);
        }
      }
    }
    assertThat(caps).isGreaterThan(columns / 3);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1.25, 1.5, 2})
  void aPacemakerFiringIsATickFromTheTop(double scale) {
    draw(scale, 25, SweepFixture.ring(250, SECONDS, t -> -0.9));
    lane.setPacer(SweepFixture.ring(250, SECONDS, t -> Math.round(t * 250) % 200 == 0 ? 1 : 0));
    fixture.pulse(9.37);

    int color = Lane.argb(SweepStyle.DESK.pacer());
    int high = (int) Math.round(0.3 * (bottom - top));
    int ticks = 0;
    for (int column = fixture.device(BESIDE_BAR); column < columns; column++) {
      if (isErased(column)) {
        continue;
      }
      double at = fixture.secondsAt(lane, column, columns);
      double afterPx = (at + 0.4) % 0.8 * fixture.pxPerSecond() - 0.4 * fixture.pxPerSecond();
      boolean ticked = fixture.surface.argb(left + column, top) == color;
      if (ticked) {
        assertThat(afterPx).isBetween(-1.5, 2.5 * scale);
        assertThat(fixture.surface.argb(left + column, top + high - 1)).isEqualTo(color);
        assertThat(fixture.surface.argb(left + column, top + high)).isZero();
        ticks++;
      } else {
        assertThat(Math.abs(afterPx)).isGreaterThan(0.4);
      }
    }
    assertThat(ticks).isGreaterThanOrEqualTo(4 * fixture.device(1.5));
  }
}

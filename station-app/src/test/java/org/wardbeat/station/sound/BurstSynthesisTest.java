package org.wardbeat.station.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wardbeat.station.sound.PcmAnalysis.Pulse;

/** What IEC 60601-1-8 asks of bursts and pulses (tables 3 and 4), measured in the samples. */
class BurstSynthesisTest {
  private static final int RATE = 48_000;
  private static final Offset<Double> A_MILLISECOND = within(1.0);

  private static short[] frames(Burst burst, int rate, int percent) {
    return new BurstSynthesis(rate, new Volume(percent)).of(burst);
  }

  private static PcmAnalysis analysis(Burst burst) {
    return new PcmAnalysis(frames(burst, RATE, 90), RATE);
  }

  /** From the end of each pulse to the beginning of the next, both at half height. */
  private static List<Double> gaps(List<Pulse> pulses) {
    List<Double> gaps = new ArrayList<>();
    for (int i = 1; i < pulses.size(); i++) {
      gaps.add(pulses.get(i).rise50() - pulses.get(i - 1).fall50());
    }
    return gaps;
  }

  static Stream<Arguments> everyBurst() {
    return Stream.of(Burst.values())
        .flatMap(
            burst ->
                IntStream.of(44_100, RATE)
                    .boxed()
                    .flatMap(
                        rate ->
                            IntStream.of(Volume.FLOOR_PERCENT, 100)
                                .mapToObj(percent -> Arguments.of(burst, rate, percent))));
  }

  @Test
  void aHighBurstHasTenPulsesAMediumOneThreeALowOneTwo() {
    assertThat(analysis(Burst.HIGH).pulses()).hasSize(10);
    assertThat(analysis(Burst.MEDIUM).pulses()).hasSize(3);
    assertThat(analysis(Burst.LOW).pulses()).hasSize(2);
  }

  @Test
  void highPulsesAreGroupedAsThreeAndTwoTwice() {
    PcmAnalysis high = analysis(Burst.HIGH);
    double pulse = high.pulses().getFirst().duration();
    List<Double> gaps = gaps(high.pulses());
    double spacing = gaps.getFirst();
    assertThat(pulse).isBetween(75.0, 200.0);
    for (int between : new int[] {0, 1, 3, 5, 6, 8}) {
      assertThat(gaps.get(between)).isBetween(50.0, 125.0).isCloseTo(spacing, A_MILLISECOND);
    }
    assertThat(gaps.get(2)).as("gap 3 to 4").isCloseTo(2 * spacing + pulse, within(3.0));
    assertThat(gaps.get(7)).as("gap 8 to 9").isCloseTo(2 * spacing + pulse, within(3.0));
    assertThat(gaps.get(4)).as("gap 5 to 6").isBetween(350.0, 1_300.0);
  }

  @Test
  void mediumAndLowPulsesAreLongerAndEvenlySpaced() {
    for (Burst burst : List.of(Burst.MEDIUM, Burst.LOW)) {
      List<Pulse> pulses = analysis(burst).pulses();
      assertThat(gaps(pulses)).allSatisfy(gap -> assertThat(gap).isBetween(125.0, 250.0));
      assertThat(pulses).allSatisfy(pulse -> assertThat(pulse.duration()).isBetween(125.0, 250.0));
    }
  }

  @ParameterizedTest
  @MethodSource("everyBurst")
  void durationsHoldWhereverThePulseIsMeasured(Burst burst, int rate, int percent) {
    boolean high = burst == Burst.HIGH;
    List<Pulse> pulses = new PcmAnalysis(frames(burst, rate, percent), rate).pulses();
    assertThat(pulses)
        .allSatisfy(
            pulse -> {
              assertThat(pulse.fall90() - pulse.rise90()).isGreaterThan(high ? 75 : 125);
              assertThat(pulse.fall10() - pulse.rise10()).isLessThan(high ? 200 : 250);
            });
    assertThat(pulses.get(1).rise90() - pulses.get(0).fall90()).isLessThan(high ? 125 : 250);
    assertThat(pulses.get(1).rise10() - pulses.get(0).fall10()).isGreaterThan(high ? 50 : 125);
  }

  @ParameterizedTest
  @MethodSource("everyBurst")
  void eachPulseRisesWithinATenthToAFifthOfItsDuration(Burst burst, int rate, int percent) {
    assertThat(new PcmAnalysis(frames(burst, rate, percent), rate).pulses())
        .allSatisfy(
            pulse -> {
              assertThat(pulse.rise() / pulse.duration()).isBetween(0.10, 0.20);
              assertThat(pulse.fall() / pulse.duration()).isBetween(0.10, 0.20);
            });
  }

  @ParameterizedTest
  @MethodSource("everyBurst")
  void theFundamentalIs400HertzWithFourHarmonicsWithin15Decibels(
      Burst burst, int rate, int percent) {
    PcmAnalysis analysis = new PcmAnalysis(frames(burst, rate, percent), rate);
    for (Pulse pulse : List.of(analysis.pulses().getFirst(), analysis.pulses().getLast())) {
      double from = pulse.rise90() + 2;
      double to = pulse.fall90() - 2;
      double fundamental = analysis.amplitude(400, from, to);
      assertThat(analysis.strongestHertz(from, to)).isEqualTo(400);
      List<Double> decibels =
          IntStream.of(1_200, 2_000, 2_800, 3_600)
              .mapToObj(hertz -> 20 * Math.log10(analysis.amplitude(hertz, from, to) / fundamental))
              .toList();
      assertThat(decibels)
          .hasSizeGreaterThanOrEqualTo(4)
          .allSatisfy(each -> assertThat(each).isBetween(-15.0, 15.0));
      for (int between : new int[] {150, 800, 1_600, 2_400, 3_200, 4_000, 4_800, 6_000}) {
        assertThat(20 * Math.log10(analysis.amplitude(between, from, to) / fundamental))
            .as("%d Hz", between)
            .isLessThan(-40);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("everyBurst")
  void nothingClipsAndThePeakIsTheVolume(Burst burst, int rate, int percent) {
    PcmAnalysis analysis = new PcmAnalysis(frames(burst, rate, percent), rate);
    assertThat(analysis.peak()).isCloseTo(32_767 * percent / 100, within(2));
    short[] frames = frames(burst, rate, percent);
    int flat = 0;
    int flattest = 0;
    for (int i = 1; i < frames.length; i++) {
      flat = Math.abs(frames[i]) == analysis.peak() && frames[i] == frames[i - 1] ? flat + 1 : 0;
      flattest = Math.max(flattest, flat);
    }
    assertThat(flattest).as("samples at the peak in a row").isLessThan(3);
  }

  @ParameterizedTest
  @MethodSource("everyBurst")
  void nothingClicksWhereAPulseBeginsOrEnds(Burst burst, int rate, int percent) {
    short[] frames = frames(burst, rate, percent);
    PcmAnalysis analysis = new PcmAnalysis(frames, rate);
    int audible = analysis.peak() / 100;
    assertThat(Math.abs(frames[0])).isLessThanOrEqualTo(audible);
    assertThat(Math.abs(frames[frames.length - 1])).isLessThanOrEqualTo(audible);
    for (Pulse pulse : analysis.pulses()) {
      int steady = analysis.largestStep(pulse.rise90(), pulse.fall90());
      assertThat(analysis.largestStep(pulse.rise10() - 20, pulse.rise10())).isLessThan(steady / 5);
      assertThat(analysis.largestStep(pulse.fall10(), pulse.fall10() + 20)).isLessThan(steady / 5);
    }
  }

  @Test
  void burstsAreRepeatedWithinWhatTheStandardAllows() {
    assertThat(pauseSeconds(Burst.HIGH)).isBetween(2.5, 15.0);
    assertThat(pauseSeconds(Burst.MEDIUM)).isBetween(2.5, 30.0);
    assertThat(pauseSeconds(Burst.LOW)).isGreaterThanOrEqualTo(15.0);
  }

  private static double pauseSeconds(Burst burst) {
    return burst.repeatNanos() / 1e9 - frames(burst, RATE, 90).length / (double) RATE;
  }

  @Test
  void noSettingMakesAnAlarmQuieterThanTheFloor() {
    for (int percent : new int[] {-100, 0, 1, 29, 30}) {
      assertThat(new PcmAnalysis(frames(Burst.HIGH, RATE, percent), RATE).peak())
          .isCloseTo(32_767 * 30 / 100, within(2));
    }
  }
}

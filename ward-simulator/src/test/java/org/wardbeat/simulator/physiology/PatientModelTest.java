package org.wardbeat.simulator.physiology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wardbeat.simulator.device.PatientSource;
import org.wardbeat.wire.ward.SignalKind;
import org.wardbeat.wire.ward.WaveformChannel;

class PatientModelTest {
  private static final int[] ANY_SEEDS = {1, 2, 3, 42, 4711};

  /** The waves of a stretch of a patient's life. */
  @SuppressWarnings("ArrayRecordComponent") // compared by its arrays, never as a whole
  private record Strip(int[] lead, int[] chest, int[] pleth, int[] resp, int[] pacer) {
    static Strip of(PatientModel model, int seconds) {
      Map<Wave, IntStream.Builder> strips = new EnumMap<>(Wave.class);
      int left = seconds * PatientModel.TICKS_PER_SECOND;
      while (left > 0) {
        int ticks = Math.min(left, 62);
        model.advance(ticks);
        left -= ticks;
        for (Wave wave : Wave.values()) {
          IntStream.Builder strip = strips.computeIfAbsent(wave, w -> IntStream.builder());
          for (int n = 0; n < model.count(wave); n++) {
            strip.add(model.samples(wave)[n]);
          }
        }
      }
      List<int[]> arrays = new ArrayList<>();
      strips.forEach(
          (wave, strip) -> {
            int[] samples = strip.build().toArray();
            assertThat(samples).hasSize(seconds * wave.frequencyHz());
            arrays.add(samples);
          });
      return new Strip(arrays.get(0), arrays.get(1), arrays.get(2), arrays.get(3), arrays.get(4));
    }
  }

  private static PatientProfile with(Rhythm rhythm, double heartRate) {
    PatientProfile p = PatientProfile.RESTING;
    return new PatientProfile(
        rhythm, heartRate, p.heartRateVariation(), 0, 1, 1, 15, 97, 36.8, 120, 75, 1);
  }

  /** Seconds of the tops above a height, at least 0.2 s apart. */
  private static List<Double> tops(int[] samples, int frequencyHz, double height) {
    List<Double> tops = new ArrayList<>();
    for (int i = 1; i < samples.length - 1; i++) {
      boolean top =
          samples[i] >= height && samples[i] >= samples[i - 1] && samples[i] > samples[i + 1];
      double seconds = (double) i / frequencyHz;
      if (top && (tops.isEmpty() || seconds - tops.getLast() > 0.2)) {
        tops.add(seconds);
      }
    }
    return tops;
  }

  private static List<Double> rPeaks(Strip strip) {
    return tops(strip.lead(), Wave.II.frequencyHz(), 0.7 * Wave.II.adcPerUnit());
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 75, 100, 140, 180})
  void theEcgHasAsManyRPeaksAsTheHeartRateSays(int heartRate) {
    PatientModel model = new PatientModel(with(Rhythm.SINUS, heartRate), 7);
    int beats = rPeaks(Strip.of(model, 300)).size();
    assertThat(beats / 5.0).isCloseTo(heartRate, within(0.03 * heartRate + 1));
    assertThat(model.vitals().heartRate().orElseThrow())
        .isCloseTo(heartRate, within((int) (0.12 * heartRate)));
  }

  @Test
  void theMeasuredRatesAreThoseOfTheBeatsAndBreathsInTheWaves() {
    for (int seed : ANY_SEEDS) {
      PatientModel model = new PatientModel(with(Rhythm.SINUS, 72), seed);
      Strip strip = Strip.of(model, 60);
      List<Double> peaks = rPeaks(strip);
      double lastEight = peaks.getLast() - peaks.get(peaks.size() - 9);
      Vitals vitals = model.vitals();
      assertThat(vitals.heartRate().orElseThrow())
          .isCloseTo((int) Math.round(480 / lastEight), within(1));
      assertThat(vitals.pulseRate().orElseThrow())
          .isCloseTo(vitals.heartRate().orElseThrow(), within(3));
      long breaths =
          IntStream.range(1, strip.resp().length)
              .filter(i -> strip.resp()[i - 1] < 0 && strip.resp()[i] >= 0)
              .count();
      assertThat(breaths).isBetween(13L, 17L);
      assertThat(vitals.respiratoryRate().orElseThrow()).isBetween(12, 18);
    }
  }

  @Test
  void eachRPeakIsFollowedByOnePulse() {
    for (int seed : ANY_SEEDS) {
      Strip strip = Strip.of(new PatientModel(with(Rhythm.SINUS, 65), seed), 120);
      List<Double> peaks = rPeaks(strip);
      List<Double> pulses =
          tops(strip.pleth(), Wave.PLETH.frequencyHz(), 0.6 * Wave.PLETH.adcPerUnit());
      for (double peak : peaks) {
        if (peak < 119) {
          assertThat(pulses.stream().filter(pulse -> pulse > peak + 0.2 && pulse < peak + 0.6))
              .as("pulses after the R peak at %s s", peak)
              .hasSize(1);
        }
      }
    }
  }

  @Test
  void theSameSeedGivesTheSamePatientWhateverTheSteps() {
    PatientProfile profile = PatientProfile.ofBed(7, 99);
    Strip strip = Strip.of(new PatientModel(profile, 5), 20);
    PatientModel other = new PatientModel(profile, 5);
    int[] lead = new int[0];
    for (int i = 0; i < 5; i++) {
      other.advance(PatientModel.MAX_TICKS);
      lead =
          IntStream.concat(
                  IntStream.of(lead),
                  IntStream.of(other.samples(Wave.II)).limit(other.count(Wave.II)))
              .toArray();
    }
    assertThat(lead).isEqualTo(strip.lead());
    assertThat(Strip.of(new PatientModel(profile, 6), 20).lead()).isNotEqualTo(strip.lead());
  }

  @ParameterizedTest
  @EnumSource(Rhythm.class)
  void wavesStayWithinWhatAMonitorShows(Rhythm rhythm) {
    for (int seed : ANY_SEEDS) {
      PatientModel model = new PatientModel(with(rhythm, 90), seed);
      model.setSeverity(0.5);
      Strip strip = Strip.of(model, 60);
      assertThat(IntStream.of(strip.lead())).allMatch(sample -> Math.abs(sample) < 3 * 200);
      assertThat(IntStream.of(strip.chest())).allMatch(sample -> Math.abs(sample) < 3 * 200);
      assertThat(IntStream.of(strip.pleth())).allMatch(sample -> sample > -500 && sample < 3000);
      assertThat(IntStream.of(strip.resp())).allMatch(sample -> Math.abs(sample) < 500);
    }
  }

  @Test
  void aPacemakersPulseComesBeforeEachOfItsBeatsAtARateThatDoesNotChange() {
    for (int seed : ANY_SEEDS) {
      PatientModel model = new PatientModel(with(Rhythm.PACED, 70), seed);
      model.setSeverity(0.5);
      Strip strip = Strip.of(model, 60);
      double[] pulses =
          IntStream.range(0, strip.pacer().length)
              .filter(i -> strip.pacer()[i] != 0)
              .mapToDouble(i -> (double) i / Wave.PACER.frequencyHz())
              .toArray();
      List<Double> peaks = rPeaks(strip);
      assertThat(pulses).hasSizeBetween(69, 71);
      for (int i = 1; i < pulses.length; i++) {
        assertThat(pulses[i] - pulses[i - 1]).isCloseTo(60 / 70.0, within(0.009));
      }
      for (double pulse : pulses) {
        if (pulse < 59) {
          assertThat(peaks.stream().filter(peak -> peak > pulse + 0.06 && peak < pulse + 0.16))
              .as("R peaks after the pulse at %s s", pulse)
              .hasSize(1);
        }
      }
      assertThat(model.vitals().prematureBeats()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(value = Rhythm.class, names = "PACED", mode = EnumSource.Mode.EXCLUDE)
  void noPacemakerFiresInAnotherRhythm(Rhythm rhythm) {
    PatientModel model = new PatientModel(with(Rhythm.PACED, 70), 4);
    model.advance(PatientModel.MAX_TICKS);
    model.setRhythm(rhythm);
    model.advance(PatientModel.TICKS_PER_SECOND);
    assertThat(Strip.of(model, 30).pacer()).containsOnly(0);
  }

  @Test
  void whatTheConverterCannotMeasureIsClippedAtItsLimits() {
    PatientModel model =
        new PatientModel(
            new PatientProfile(Rhythm.BIGEMINY, 70, 0.04, 0, 3, 4, 15, 97, 36.8, 120, 75, 1), 1);
    Strip strip = Strip.of(model, 60);
    for (int[] lead : List.of(strip.lead(), strip.chest())) {
      assertThat(IntStream.of(lead)).allMatch(each -> each >= -1024 && each <= 1023);
    }
    assertThat(IntStream.of(strip.chest()).filter(each -> each == -1024).count()).isPositive();
  }

  @Test
  void oneBedInSixteenIsPacedAndItsDeviceAloneTellsThePulses() {
    for (int bed = 0; bed < 16; bed++) {
      PatientProfile profile = PatientProfile.ofBed(bed, 1);
      PatientSource source = new PatientSource(profile, Optional.empty(), bed);
      assertThat(source.channels())
          .extracting(WaveformChannel::kind)
          .filteredOn(kind -> kind == SignalKind.PACER)
          .as("bed %s", bed)
          .hasSize(bed == 10 ? 1 : 0);
    }
  }

  @Test
  void anHourOfEveryBedOfAWardStaysWithinBounds() {
    for (int bed = 0; bed < 16; bed++) {
      PatientModel model = new PatientModel(PatientProfile.ofBed(bed, 1), bed);
      for (int second = 0; second < 3600; second++) {
        model.advance(PatientModel.TICKS_PER_SECOND);
        for (int i = 0; i < model.count(Wave.II); i++) {
          assertThat(Math.abs(model.samples(Wave.II)[i])).isLessThan(800);
        }
      }
      Vitals vitals = model.vitals();
      assertThat(vitals.heartRate().orElseThrow()).as("bed %s", bed).isBetween(48, 122);
      assertThat(vitals.oxygenSaturation().orElseThrow()).isBetween(90, 100);
      assertThat(vitals.respiratoryRate().orElseThrow()).isBetween(8, 30);
      assertThat(vitals.temperature().orElseThrow()).isBetween(36.0, 38.0);
      assertThat(vitals.pressure().systolic()).isBetween(90, 160);
      assertThat(vitals.pressure().seconds()).isBetween(3600 - 900.0, 3600.0);
    }
  }

  @Test
  void theHeightOfTheRPeakDoesNotDependOnTheRate() {
    for (int rate : new int[] {50, 70, 100, 140}) {
      PatientModel model = new PatientModel(with(Rhythm.SINUS, rate), 3);
      int top = IntStream.of(Strip.of(model, 30).lead()).max().orElseThrow();
      assertThat(top / 200.0).as("at %s per minute", rate).isBetween(0.9, 1.35);
    }
  }

  @Test
  void bigeminyAlternatesNarrowAndWideBeatsWithACompensatoryPause() {
    PatientModel model = new PatientModel(with(Rhythm.BIGEMINY, 70), 11);
    Strip strip = Strip.of(model, 120);
    List<Double> peaks = rPeaks(strip);
    int alternating = 0;
    for (int i = 2; i < peaks.size(); i++) {
      double before = peaks.get(i - 1) - peaks.get(i - 2);
      double now = peaks.get(i) - peaks.get(i - 1);
      alternating += before < 0.75 * now || now < 0.75 * before ? 1 : 0;
    }
    assertThat(alternating).isGreaterThan((int) (0.9 * (peaks.size() - 2)));
    assertThat(model.vitals().prematureBeats()).isBetween(30, 40);
  }

  @Test
  void atrialFibrillationIsIrregularAndSinusRhythmIsNot() {
    double sinus = variation(rPeaks(Strip.of(new PatientModel(with(Rhythm.SINUS, 80), 1), 300)));
    double fibrillation =
        variation(rPeaks(Strip.of(new PatientModel(with(Rhythm.ATRIAL_FIBRILLATION, 80), 1), 300)));
    assertThat(sinus).isBetween(0.02, 0.06);
    assertThat(fibrillation).isBetween(0.15, 0.25);
  }

  private static double variation(List<Double> peaks) {
    double[] intervals =
        IntStream.range(1, peaks.size())
            .mapToDouble(i -> peaks.get(i) - peaks.get(i - 1))
            .toArray();
    double mean = Arrays.stream(intervals).average().orElseThrow();
    double squares =
        Arrays.stream(intervals).map(i -> (i - mean) * (i - mean)).average().orElseThrow();
    return Math.sqrt(squares) / mean;
  }

  @ParameterizedTest
  @EnumSource(names = {"ASYSTOLE", "VENTRICULAR_FIBRILLATION"})
  void aHeartWithoutBeatsLosesRateAndPulseAndRecovers(Rhythm rhythm) {
    PatientModel model = new PatientModel(with(Rhythm.SINUS, 70), 2);
    Strip.of(model, 30);
    model.setRhythm(rhythm);
    Strip.of(model, 10);
    Strip still = Strip.of(model, 20);
    assertThat(model.vitals().heartRate()).hasValue(0);
    assertThat(model.vitals().pulseRate()).isEmpty();
    assertThat(model.vitals().oxygenSaturation()).isEmpty();
    assertThat(IntStream.of(still.pleth())).allMatch(sample -> Math.abs(sample) < 100);
    int range =
        IntStream.of(still.lead()).max().orElseThrow()
            - IntStream.of(still.lead()).min().orElseThrow();
    if (rhythm == Rhythm.ASYSTOLE) {
      assertThat(range / 200.0).isLessThan(0.3);
    } else {
      assertThat(range / 200.0).isBetween(0.8, 2.5);
    }
    model.setRhythm(Rhythm.SINUS);
    Strip.of(model, 30);
    assertThat(model.vitals().heartRate().orElseThrow()).isBetween(60, 80);
    assertThat(model.vitals().pulseRate().orElseThrow()).isBetween(60, 80);
  }

  @Test
  void ventricularTachycardiaIsFastWithAWeakPulse() {
    PatientModel model = new PatientModel(with(Rhythm.SINUS, 70), 2);
    int usual = IntStream.of(Strip.of(model, 30).pleth()).max().orElseThrow();
    model.setRhythm(Rhythm.VENTRICULAR_TACHYCARDIA);
    Strip.of(model, 10);
    int weak = IntStream.of(Strip.of(model, 20).pleth()).max().orElseThrow();
    assertThat(model.vitals().heartRate().orElseThrow()).isBetween(165, 195);
    assertThat(weak).isLessThan(usual * 2 / 3);
  }

  @Test
  void aDeterioratingPatientGetsWorseInAllVitalSignsAndRecovers() {
    PatientModel model = new PatientModel(with(Rhythm.SINUS, 75), 8);
    Strip.of(model, 60);
    Vitals before = model.vitals();
    model.setSeverity(1);
    Strip.of(model, 1200);
    Vitals worse = model.vitals();
    assertThat(worse.heartRate().orElseThrow())
        .isGreaterThan(before.heartRate().orElseThrow() + 35);
    assertThat(worse.respiratoryRate().orElseThrow()).isGreaterThan(24);
    assertThat(worse.oxygenSaturation().orElseThrow()).isLessThan(88);
    assertThat(worse.temperature().orElseThrow()).isGreaterThan(38);
    assertThat(worse.pressure().systolic()).isLessThan(95);
    model.setSeverity(0);
    Strip.of(model, 600);
    assertThat(model.vitals().heartRate().orElseThrow()).isBetween(65, 85);
  }

  @Test
  void breathingMovesTheBaselineAndTheHeightOfTheEcg() {
    PatientProfile calm =
        new PatientProfile(Rhythm.SINUS, 60, 0, 0, 1, 1, 12, 97, 36.8, 120, 75, 1);
    Strip strip = Strip.of(new PatientModel(calm, 4), 120);
    double ecg = power(strip.lead(), 250, 0.2);
    assertThat(ecg).isGreaterThan(3 * power(strip.lead(), 250, 0.33));
    assertThat(power(strip.resp(), 25, 0.2)).isGreaterThan(10 * power(strip.resp(), 25, 0.33));
  }

  /** Amplitude of the oscillation within 0.03 Hz of a frequency. */
  private static double power(int[] samples, int frequencyHz, double hertz) {
    double sum = 0;
    for (double f = hertz - 0.03; f <= hertz + 0.03; f += 0.005) {
      double sin = 0;
      double cos = 0;
      for (int i = 0; i < samples.length; i++) {
        sin += samples[i] * Math.sin(2 * Math.PI * f * i / frequencyHz);
        cos += samples[i] * Math.cos(2 * Math.PI * f * i / frequencyHz);
      }
      sum += sin * sin + cos * cos;
    }
    return Math.sqrt(sum);
  }

  @Test
  void impossibleRequestsAreRefused() {
    PatientModel model = new PatientModel(PatientProfile.RESTING, 1);
    assertThatThrownBy(() -> model.setSeverity(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> model.advance(PatientModel.MAX_TICKS + 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> with(Rhythm.SINUS, 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("heart rate must be from 30.0 to 200.0, not 5.0");
  }
}

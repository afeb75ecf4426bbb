package org.wardbeat.render.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The response of the filters, measured: the impulse response, and its discrete Fourier transform.
 */
class WaveFilterTest {

  private static final double MINUS_3_DB = -10 * Math.log10(2);
  private static final double[] RATES = {125, 250, 360, 500};

  /** Longer than the slowest answer: 0.05 Hz has a time constant of 3.2 s. */
  private static final double SECONDS = 80;

  static Stream<Arguments> bandsAndRates() {
    return Stream.of(FilterBand.MONITOR, FilterBand.ST, FilterBand.DIAGNOSTIC)
        .flatMap(band -> Arrays.stream(RATES).mapToObj(rate -> Arguments.of(band, rate)));
  }

  private static double[] impulseResponse(WaveFilter filter, double rateHz) {
    filter.reset(0);
    double[] response = new double[(int) (SECONDS * rateHz)];
    for (int i = 0; i < response.length; i++) {
      response[i] = filter.next(i == 0 ? 1 : 0);
    }
    return response;
  }

  /** The discrete Fourier transform at one frequency, as a level in dB. */
  private static double decibels(double[] response, double frequencyHz, double rateHz) {
    double cos = Math.cos(2 * Math.PI * frequencyHz / rateHz);
    double sin = Math.sin(2 * Math.PI * frequencyHz / rateHz);
    double re = 0;
    double im = 0;
    double c = 1;
    double s = 0;
    for (double sample : response) {
      re += sample * c;
      im += sample * s;
      double next = c * cos - s * sin;
      s = s * cos + c * sin;
      c = next;
    }
    return 10 * Math.log10(re * re + im * im);
  }

  /** Where the response crosses −3 dB between a frequency that is cut and one that passes. */
  private static double corner(double[] response, double cutHz, double passHz, double rateHz) {
    double cut = cutHz;
    double pass = passHz;
    for (int i = 0; i < 40; i++) {
      double middle = Math.sqrt(cut * pass);
      if (decibels(response, middle, rateHz) < MINUS_3_DB) {
        cut = middle;
      } else {
        pass = middle;
      }
    }
    return pass;
  }

  @ParameterizedTest
  @MethodSource("bandsAndRates")
  void cornersLieWhereTheyAreStated(FilterBand band, double rateHz) {
    double[] response = impulseResponse(WaveFilter.of(band, Notch.OFF, rateHz), rateHz);

    double low = corner(response, band.lowHz() / 8, 5, rateHz);
    assertThat(low).isCloseTo(band.lowHz(), within(0.01 * band.lowHz()));
    if (band.highHz() < rateHz / 2) {
      double high = corner(response, rateHz * 0.499, 5, rateHz);
      assertThat(high).isCloseTo(band.highHz(), within(0.01 * band.highHz()));
    } else {
      assertThat(decibels(response, rateHz * 0.49, rateHz)).isCloseTo(0, within(0.1));
    }
  }

  @ParameterizedTest
  @MethodSource("bandsAndRates")
  void theBandIsEvenAndFallsBeyondIt(FilterBand band, double rateHz) {
    WaveFilter filter = WaveFilter.of(band, Notch.OFF, rateHz);
    double[] response = impulseResponse(filter, rateHz);

    for (double frequency = 3 * band.lowHz(); frequency < band.highHz() / 3; frequency *= 1.3) {
      assertThat(decibels(response, frequency, rateHz)).isCloseTo(0, within(0.5));
    }
    double perOctave = band == FilterBand.MONITOR ? -12 : -6;
    assertThat(decibels(response, band.lowHz() / 2, rateHz)).isLessThan(perOctave);
    assertThat(decibels(response, band.lowHz() / 4, rateHz)).isLessThan(2 * perOctave);
    if (2 * band.highHz() < rateHz / 2) {
      assertThat(decibels(response, 2 * band.highHz(), rateHz)).isLessThan(-12);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {125, 250, 360, 500})
  void theNotchTakesTheMainsOutAndLittleElse(double rateHz) {
    for (Notch notch : new Notch[] {Notch.HZ_50, Notch.HZ_60}) {
      WaveFilter filter = WaveFilter.of(FilterBand.AS_SENT, notch, rateHz);
      double[] response = impulseResponse(filter, rateHz);
      double centre = notch.frequencyHz();

      assertThat(decibels(response, centre, rateHz)).as("centre").isLessThan(-80);
      for (double off : new double[] {-0.5, 0.5}) {
        assertThat(decibels(response, centre + off, rateHz)).as("%s Hz off", off).isLessThan(-10);
      }
      double below = corner(response, centre, 10, rateHz);
      double above = corner(response, centre, rateHz / 2, rateHz);
      assertThat(above - below).isCloseTo(4, within(0.04));
      assertThat(decibels(response, 25, rateHz)).isCloseTo(0, within(0.1));
      assertThat(decibels(response, 40, rateHz)).isCloseTo(0, within(0.25));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "MONITOR, HZ_60, 360, 0.5, 40",
    "DIAGNOSTIC, HZ_50, 500, 0.05, 150",
    "DIAGNOSTIC, OFF, 250, 0.05, 125",
    "DIAGNOSTIC, OFF, 125, 0.05, 62.5",
    "MONITOR, HZ_50, 62.4725, 0.5, 31.23625",
    "AS_SENT, OFF, 250, 0, 125",
    "MONITOR, OFF, 1, 0, 0.5"
  })
  void saysWhatIsReallyShown(
      FilterBand band, Notch notch, double rateHz, double lowHz, double highHz) {
    WaveFilter filter = WaveFilter.of(band, notch, rateHz);

    assertThat(filter.lowHz()).isEqualTo(lowHz);
    assertThat(filter.highHz()).isEqualTo(highHz);
    assertThat(filter.removesLevel()).isEqualTo(lowHz > 0);
  }

  @Test
  void whatCannotBeMadeOfTheSamplesIsLeftOut() {
    WaveFilter filter = WaveFilter.of(FilterBand.AS_SENT, Notch.HZ_60, 100);

    for (int i = 0; i < 50; i++) {
      assertThat(filter.next(i * 7 % 11)).isEqualTo(i * 7 % 11);
    }
    assertThat(filter.settling()).isZero();
  }

  @ParameterizedTest
  @MethodSource("bandsAndRates")
  void aLevelThatWasKnownBeforeLeavesNoTrace(FilterBand band, double rateHz) {
    WaveFilter filter = WaveFilter.of(band, Notch.HZ_50, rateHz);
    for (int i = 0; i < 500; i++) {
      filter.next(i * 7919 % 1_000);
    }
    filter.reset(1_200);

    for (int i = 0; i < 5 * rateHz; i++) {
      assertThat(filter.next(1_200)).isCloseTo(0, within(1e-6));
    }
  }

  @ParameterizedTest
  @MethodSource("bandsAndRates")
  void aWrongLevelIsGoneAfterTheTimeStated(FilterBand band, double rateHz) {
    WaveFilter filter = WaveFilter.of(band, Notch.OFF, rateHz);
    double settling = filter.settling().toNanos() / 1e9;
    filter.reset(0);
    for (int i = 0; i < settling * rateHz; i++) {
      filter.next(1_000);
    }

    assertThat(settling).isLessThan(15);
    for (int i = 0; i < rateHz; i++) {
      assertThat(filter.next(1_000)).isCloseTo(0, within(15.0));
    }
  }

  @ParameterizedTest
  @MethodSource("bandsAndRates")
  void aResetFilterIsAsNew(FilterBand band, double rateHz) {
    WaveFilter used = WaveFilter.of(band, Notch.HZ_60, rateHz);
    for (int i = 0; i < 500; i++) {
      used.next(i * 7919 % 1_000);
    }
    used.reset(30);
    WaveFilter fresh = WaveFilter.of(band, Notch.HZ_60, rateHz);
    fresh.reset(30);

    for (int i = 0; i < 500; i++) {
      assertThat(used.next(i % 90)).isEqualTo(fresh.next(i % 90));
    }
  }

  @Test
  void refusesAWaveThatCannotBeFiltered() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WaveFilter.of(FilterBand.ST, Notch.OFF, 0))
        .withMessage("A sampling frequency of 0.0 Hz is not within 0 to 100,000 Hz.");
  }
}
